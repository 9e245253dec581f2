//! The text of a `$ref`.

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::place::Pointer;
use crate::source::{NotHttps, Outside, is_remote, join, join_url};
use crate::specification::{Kind, Version};

/// A reference as it stands in a node.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Reference {
    pub(super) keyword: &'static str,
    pub(super) text: String,
}

/// The part of a reference behind `#`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Fragment {
    Pointer(Pointer),
    /// The name that a schema gives itself (JSON Schema 2020-12, section 8.2.2).
    Anchor(String),
}

/// What a reference names.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Target {
    /// The file, relative to the document's folder, or its URL; `None` for the file that refers.
    pub(super) file: Option<String>,
    pub(super) fragment: Fragment,
}

/// Why a `$ref` names nothing that is read.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Unusable {
    /// It leads to another host, and not by `https`.
    NotHttps,
    /// It is not relative to the file that it stands in.
    Outside,
}

/// The keyword of a reference that may lead elsewhere where another schema refers to the one that it stands in (JSON Schema 2020-12, section 8.2.3.2).
pub(super) const DYNAMIC: &str = "$dynamicRef";

/// The keyword that JSON Schema had before that one (2019-09, section 8.2.4.2): it leads to the schema around it that allows it to.
pub(super) const RECURSIVE: &str = "$recursiveRef";

/// The reference that a node holds.
pub(super) fn of(node: &Value, kind: Kind, version: Version) -> Option<Reference> {
    let held = |keyword| {
        let text = node.get(keyword)?.as_str()?.to_owned();
        Some(Reference { keyword, text })
    };
    let is_open = kind == Kind::Schema && version == Version::V31;
    let dynamic = || held(DYNAMIC).or_else(|| held(RECURSIVE));
    held("$ref").or_else(|| is_open.then(dynamic).flatten())
}

/// A reference as its file and its fragment.
pub(super) fn split(text: &str) -> (&str, Fragment) {
    let (file, fragment) = text.split_once('#').unwrap_or((text, ""));
    let fragment = decode(fragment);
    match fragment.parse().ok() {
        Some(pointer) => (file, Fragment::Pointer(pointer)),
        None => (file, Fragment::Anchor(fragment)),
    }
}

/// Reads a `$ref` that stands in the file `base` (a URI reference, RFC 3986, with a JSON pointer as its fragment, RFC 6901 section 6).
pub(super) fn parse(reference: &str, base: &str) -> Result<Target, Unusable> {
    let (file, fragment) = split(reference);
    let file = name(file, base)?;
    Ok(Target { file, fragment })
}

fn name(file: &str, base: &str) -> Result<Option<String>, Unusable> {
    if file.is_empty() {
        return Ok(None);
    }
    let name = if is_remote(base) || file.contains("://") || file.starts_with("//") {
        join_url(base, file).map_err(|NotHttps| Unusable::NotHttps)?
    } else {
        join(base, &decode(file)).map_err(|Outside| Unusable::Outside)?
    };
    Ok(Some(name))
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointer(text: &str) -> Fragment {
        Fragment::Pointer(text.parse().expect("a pointer"))
    }

    #[test]
    fn a_fragment_is_a_pointer_or_an_anchor() {
        assert_eq!(split("a.yaml"), ("a.yaml", pointer("")));
        assert_eq!(split("#/a"), ("", pointer("/a")));
        assert_eq!(split("#a%20b"), ("", Fragment::Anchor("a b".to_owned())));
    }

    #[test]
    fn a_reference_names_a_file_and_a_pointer() {
        let target = parse("../types/a%20b.yaml#/x~1y/%7Bid%7D", "paths/p.yaml").expect("a target");
        assert_eq!(target.file.as_deref(), Some("types/a b.yaml"));
        assert_eq!(target.fragment, pointer("/x~1y/{id}"));
    }

    #[test]
    fn a_document_that_was_fetched_leads_to_no_file() {
        let base = "https://example.com/a.yaml";
        let name = |reference| parse(reference, base).map(|target| target.file);
        assert_eq!(name("#/A"), Ok(None));
        assert_eq!(
            name("../../b.yaml#/A"),
            Ok(Some("https://example.com/b.yaml".to_owned()))
        );
        assert_eq!(name("file:///etc/passwd"), Err(Unusable::NotHttps));
    }

    #[test]
    fn what_is_not_read_is_told_apart() {
        assert_eq!(
            parse("http://example.com/a.yaml#/A", "p.yaml"),
            Err(Unusable::NotHttps)
        );
        assert_eq!(parse("/etc/passwd", "p.yaml"), Err(Unusable::Outside));
    }
}
