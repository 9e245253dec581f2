//! What one pattern means.

use std::str::FromStr;

use glob::MatchOptions;

use super::Subject;

/// Names operations: by `operationId`, by tag, or by method and path.
///
/// | pattern | names |
/// |---|---|
/// | `GET /v1/customers/*` | the operations of that method whose path template fits; `*` in front stands for every method |
/// | `tag:Customers` | the operations that list the tag, first or not |
/// | `listCustomers`, `id:listCustomers` | the operation of that `operationId` |
///
/// Every name is a glob: `*` stands for any characters, `?` for any one, `[abc]` for one of these, and `[*]` for the sign itself. In a path
/// `*` and `?` stop at a slash, and a segment `**` stands for any number of segments, none included: `* /v1/customers/**` names
/// `/v1/customers` and all that lies below it. A template's variable is text like any other, such as in `GET /v1/customers/{id}`.
///
/// A pattern is a path if its first word is letters or `*` and its second word begins with `/` or `*`; the case of the method does not
/// matter. `id:` is only needed for an `operationId` that looks like one of the other forms.
///
/// # Examples
///
/// ```
/// use openapi_bindgen::{Config, Pattern};
///
/// let customers: Pattern = "* /v1/customers/**".parse()?;
/// let config = Config::new().include(customers).exclude("tag:internal".parse()?);
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Pattern {
    text: String,
    kind: Kind,
}

#[derive(Clone, Debug, Eq, PartialEq)]
enum Kind {
    Id(glob::Pattern),
    Tag(glob::Pattern),
    Path {
        /// `None` for every method.
        method: Option<String>,
        /// The path is one of these.
        paths: Vec<glob::Pattern>,
    },
}

/// In paths, wildcards stop at a slash.
const BY_SEGMENT: MatchOptions = MatchOptions {
    case_sensitive: true,
    require_literal_separator: true,
    require_literal_leading_dot: false,
};

impl Pattern {
    /// The pattern as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the pattern names an operation.
    pub(super) fn names(&self, subject: &Subject<'_>) -> bool {
        let Subject {
            method: its_method,
            paths: its_paths,
            id,
            tags,
        } = subject;
        match &self.kind {
            Kind::Id(glob) => id.is_some_and(|id| glob.matches(id)),
            Kind::Tag(glob) => tags.iter().any(|tag| glob.matches(tag)),
            Kind::Path { method, paths } => {
                let fits = |wanted: &String| wanted.eq_ignore_ascii_case(its_method);
                let names = |path: &str| paths.iter().any(|it| it.matches_with(path, BY_SEGMENT));
                method.as_ref().is_none_or(fits) && its_paths.iter().any(|path| names(path))
            }
        }
    }

    /// What a pattern of this kind would have to be to name the operation, for help.
    pub(super) fn exact(&self, subject: &Subject<'_>) -> Vec<String> {
        match &self.kind {
            Kind::Id(_) => subject.id.into_iter().map(str::to_owned).collect(),
            Kind::Tag(_) => subject
                .tags
                .iter()
                .map(|tag| format!("tag:{tag}"))
                .collect(),
            Kind::Path {
                method: _,
                paths: _,
            } => vec![format!(
                "{} {}",
                subject.method.to_ascii_uppercase(),
                subject.paths[0]
            )],
        }
    }
}

impl FromStr for Pattern {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let kind = kind(text).map_err(|reason| format!("`{text}` is not a pattern: {reason}"))?;
        Ok(Self {
            text: text.to_owned(),
            kind,
        })
    }
}

fn kind(text: &str) -> Result<Kind, String> {
    if let Some(tag) = text.strip_prefix("tag:") {
        return Ok(Kind::Tag(glob(tag)?));
    }
    if let Some(id) = text.strip_prefix("id:") {
        return Ok(Kind::Id(glob(id)?));
    }
    match text.split_once(' ') {
        Some((method, path)) if is_method(method) && path.starts_with(['/', '*']) => {
            Ok(Kind::Path {
                method: (method != "*").then(|| method.to_owned()),
                paths: paths(path)?,
            })
        }
        Some(_) | None => Ok(Kind::Id(glob(text)?)),
    }
}

/// As the methods of HTTP are written.
fn is_method(word: &str) -> bool {
    let is_letter = |sign: char| sign.is_ascii_alphabetic() || sign == '-';
    word == "*" || (!word.is_empty() && word.chars().all(is_letter))
}

/// `/**` at the end stands for no segment too.
fn paths(path: &str) -> Result<Vec<glob::Pattern>, String> {
    let above = path.strip_suffix("/**").filter(|above| !above.is_empty());
    [Some(path), above]
        .into_iter()
        .flatten()
        .map(glob)
        .collect()
}

fn glob(text: &str) -> Result<glob::Pattern, String> {
    if text.is_empty() {
        return Err("it names nothing".to_owned());
    }
    glob::Pattern::new(text).map_err(|error| error.msg.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPERATION: Subject<'_> = Subject {
        method: "get",
        paths: ["/v1/customers/{id=*}", "/v1/customers/{id}"],
        id: None,
        tags: Vec::new(),
    };

    fn names(pattern: &str, subject: &Subject<'_>) -> bool {
        pattern
            .parse::<Pattern>()
            .expect("a pattern")
            .names(subject)
    }

    #[test]
    fn a_method_and_a_path_name_what_fits_both() {
        for (pattern, expected) in [
            ("GET /v1/customers/{id}", true),
            ("get /v1/customers/*", true),
            ("* /v1/*/*", true),
            ("* /v1/**", true),
            ("* /v1/customers/{id}/**", true),
            ("* **", true),
            ("* /**/{id}", true),
            ("POST /v1/customers/{id}", false),
            ("GET /v1/*", false),
            ("GET /v1/customers", false),
            ("GET /v1/customers/id", false),
        ] {
            assert_eq!(names(pattern, &OPERATION), expected, "{pattern}");
        }
    }

    #[test]
    fn an_id_is_everything_that_is_neither_a_tag_nor_a_path() {
        let of = |id| Subject {
            id: Some(id),
            ..OPERATION
        };
        for (pattern, id, expected) in [
            ("repos/get-*", "repos/get-branch", true),
            ("*", "repos/get", true),
            ("list customers", "list customers", true),
            ("id:tag:a", "tag:a", true),
            ("id:GET /a", "GET /a", true),
            ("getbranch", "getBranch", false),
        ] {
            assert_eq!(names(pattern, &of(id)), expected, "{pattern}");
        }
        assert!(
            !names("*", &OPERATION),
            "an operation without an id has none"
        );
    }

    #[test]
    fn a_tag_names_all_operations_that_list_it() {
        let tagged = Subject {
            tags: vec!["beta", "Access Keys"],
            ..OPERATION
        };
        assert!(names("tag:Access Keys", &tagged));
        assert!(names("tag:Access*", &tagged));
        assert!(!names("Access Keys", &tagged));
    }

    #[test]
    fn what_is_no_pattern_says_why() {
        for (text, reason) in [
            ("", "it names nothing"),
            ("tag:", "it names nothing"),
            ("GET /a[", "invalid range pattern"),
            (
                "GET /a**",
                "recursive wildcards must form a single path component",
            ),
        ] {
            let error = text.parse::<Pattern>().expect_err(text);
            assert_eq!(error, format!("`{text}` is not a pattern: {reason}"));
        }
    }
}
