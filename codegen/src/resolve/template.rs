//! Path templates, and what other languages of templates write in them.

/// A path as calls have it: a slash before it, no fragment behind it, and in braces nothing but names.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Template {
    pub(crate) text: String,
    /// The variables that the document writes in another way than OpenAPI does.
    pub(crate) foreign: Vec<Foreign>,
    /// What stands behind a `#`, which no call has; documents tell operations on one path apart by it.
    pub(crate) fragment: Option<String>,
}

/// A variable that is more than a name in braces, which is all that OpenAPI foresees (OpenAPI 3.0.3, "Path Templating").
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Foreign {
    /// As the document writes it.
    pub(crate) written: String,
    /// The parameter that is meant.
    pub(crate) name: String,
    /// Whether its values may go on over several segments.
    pub(crate) spans: bool,
}

/// How a parameter of the path is written, where one is described.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Described<'a> {
    pub(super) style: &'a str,
    pub(super) explode: bool,
}

impl Template {
    /// Reads a path, of whose parameters `described` knows some.
    pub(crate) fn read<'a>(path: &str, described: impl Fn(&str) -> Option<Described<'a>>) -> Self {
        let mut template = Self {
            text: String::new(),
            foreign: Vec::new(),
            fragment: None,
        };
        let mut rest = path;
        while let Some((before, variable, after)) = next(rest) {
            template.literal(before, &described);
            template.variable(variable, &described);
            rest = after;
        }
        template.literal(rest, &described);
        template.called()
    }

    /// Adds a text, in which a segment such as `:id` stands for a parameter of that name.
    fn literal<'a>(&mut self, text: &str, described: impl Fn(&str) -> Option<Described<'a>>) {
        for (index, segment) in text.split('/').enumerate() {
            if index > 0 {
                self.text.push('/');
            }
            match segment
                .strip_prefix(':')
                .filter(|name| described(name).is_some())
            {
                Some(name) if self.text.ends_with('/') => self.foreign(segment, name, false),
                Some(_) | None => self.text += segment,
            }
        }
    }

    fn variable<'a>(&mut self, variable: &str, described: impl Fn(&str) -> Option<Described<'a>>) {
        let written = format!("{{{variable}}}");
        match parts(variable).filter(|_| described(variable).is_none()) {
            Some((before, name, spans)) => {
                let described = described(name);
                // These styles write what comes before a value themselves.
                let is_marked = |it: &Described<'_>| matches!(it.style, "label" | "matrix");
                if !described.is_some_and(|it| is_marked(&it)) {
                    self.text += before;
                }
                // The mark of one that explodes says no more than that.
                let explodes = described.is_some_and(|it| it.explode);
                self.foreign(&written, name, spans && !explodes);
            }
            None => self.text += &written,
        }
    }

    fn foreign(&mut self, written: &str, name: &str, spans: bool) {
        self.text += &format!("{{{name}}}");
        self.foreign.push(Foreign {
            written: written.to_owned(),
            name: name.to_owned(),
            spans,
        });
    }

    /// Without a fragment, which no call has (RFC 9110, section 7.1), and with the slash that it begins with.
    fn called(self) -> Self {
        let (path, fragment) = match self.text.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment)),
            None => (self.text.as_str(), None),
        };
        Self {
            text: format!("/{}", path.strip_prefix('/').unwrap_or(path)),
            fragment: fragment.map(str::to_owned),
            ..self
        }
    }
}

/// The text before the next variable, what stands between its braces, and the text behind it. There may be braces in it too, as in
/// `{id:[0-9]{1,3}}`.
fn next(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let mut open = 1;
    for (at, character) in rest.char_indices() {
        match character {
            '{' => open += 1,
            '}' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return Some((before, &rest[..at], &rest[at + 1..]));
        }
    }
    None
}

/// What comes before a variable, its name, and whether it spans segments; `None` for one that is a name alone, or nothing that we know.
///
/// These are the operators of URI templates (RFC 6570, sections 3.2.3 to 3.2.7), the patterns of Google's HTTP rules
/// (`{name=shelves/*}`), and what routers write: `{id:int}`, `{id?}`, `{*path}`, `{path*}`, `{path...}`.
fn parts(variable: &str) -> Option<(&str, &str, bool)> {
    let name = variable.trim_start_matches(['+', '*', '/', '.', ';']);
    let operator = &variable[..variable.len() - name.len()];
    let end = name.find(['=', ':']).unwrap_or(name.len());
    let (name, pattern) = name.split_at(end);
    let bare = name.trim_end_matches(['*', '?', '+', '.']);
    let suffix = &name[bare.len()..];
    let before = match operator {
        "/" | "." | ";" => operator,
        _ => "",
    };
    let is_name = !bare.is_empty() && !bare.contains(['{', '}', '/', '?', '#', '&', ',']);
    let spans = operator.contains(['+', '*'])
        || suffix.contains(['*', '+']) && before.is_empty()
        || suffix == "..."
        || is_of_segments(pattern);
    (is_name && bare != variable).then_some((before, bare, spans))
}

/// Whether a pattern, with the sign before it, lets a value hold slashes.
fn is_of_segments(pattern: &str) -> bool {
    match pattern.split_at_checked(1) {
        Some(("=", pattern)) => pattern.contains('/') || pattern == "**",
        Some((_, pattern)) => matches!(pattern, "path" | ".*" | ".+") || pattern.starts_with('*'),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The template, and of each foreign variable what it is taken for.
    fn read(path: &str) -> (String, Vec<(String, bool)>) {
        let described = |style, explode| Some(Described { style, explode });
        let template = Template::read(path, |name| match name {
            "id" | "name" | "a:b" => described("simple", false),
            "ids" => described("simple", true),
            "label" => described("label", true),
            _ => None,
        });
        let foreign = template.foreign.into_iter();
        let foreign = foreign.map(|foreign| (foreign.name, foreign.spans));
        (template.text, foreign.collect())
    }

    #[test]
    fn what_openapi_foresees_stays_as_it_is() {
        for path in [
            "/a/{b}/{c}.{d}",
            "/a/{b",
            "/a}",
            "/",
            "/{a:b}/{b}:cancel",
            "/a/:b",
            "/a?b={b}",
        ] {
            assert_eq!(read(path), (path.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn other_templates_are_taken_for_the_names_in_them() {
        for (path, text, name, spans) in [
            (
                "/v1/{name=shelves/*}/books",
                "/v1/{name}/books",
                "name",
                true,
            ),
            ("/v1/{name=*}:cancel", "/v1/{name}:cancel", "name", false),
            ("/{id:[0-9]{1,3}}/b", "/{id}/b", "id", false),
            ("/{id:path}", "/{id}", "id", true),
            ("/{id?}", "/{id}", "id", false),
            ("/{*id}", "/{id}", "id", true),
            ("/{id*}", "/{id}", "id", true),
            ("/{id...}", "/{id}", "id", true),
            ("/{+id}", "/{id}", "id", true),
            ("/a{/id}", "/a/{id}", "id", false),
            ("/a{.id}", "/a.{id}", "id", false),
            ("/{ids*}", "/{ids}", "ids", false),
            ("/a/{.label*}", "/a/{label}", "label", false),
            ("/a/:id/b", "/a/{id}/b", "id", false),
        ] {
            assert_eq!(
                read(path),
                (text.to_owned(), vec![(name.to_owned(), spans)])
            );
        }
    }

    #[test]
    fn a_call_has_a_slash_and_a_query_and_no_fragment() {
        assert_eq!(read("a/{b}#c").0, "/a/{b}");
        assert_eq!(read("/?a=b").0, "/?a=b");
        assert_eq!(read("#a").0, "/");
        assert_eq!(read("/{id:[^#?]+}").0, "/{id}");
    }
}
