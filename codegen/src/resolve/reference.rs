//! The text of a `$ref`.

use percent_encoding::percent_decode_str;

use crate::place::Pointer;
use crate::source::{NotHttps, Outside, is_remote, join, join_url};

/// What a `$ref` names.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Target {
    /// The file, relative to the document's folder, or its URL; `None` for the file that refers.
    pub(super) file: Option<String>,
    pub(super) pointer: Pointer,
}

/// Why a `$ref` names nothing that is read.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Unusable {
    /// It leads to another host, and not by `https`.
    NotHttps,
    /// It is not relative to the file that it stands in.
    Outside,
    /// Its fragment is not a JSON pointer.
    NotAPointer,
}

/// Reads a `$ref` that stands in the file `base` (a URI reference, RFC 3986, with a JSON pointer as its fragment, RFC 6901 section 6).
pub(super) fn parse(reference: &str, base: &str) -> Result<Target, Unusable> {
    let (file, fragment) = reference.split_once('#').unwrap_or((reference, ""));
    let file = name(file, base)?;
    let pointer = decode(fragment)
        .parse()
        .map_err(|()| Unusable::NotAPointer)?;
    Ok(Target { file, pointer })
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

    #[test]
    fn a_reference_names_a_file_and_a_pointer() {
        let target = parse("../types/a%20b.yaml#/x~1y/%7Bid%7D", "paths/p.yaml").expect("a target");
        assert_eq!(target.file.as_deref(), Some("types/a b.yaml"));
        assert_eq!(target.pointer.as_str(), "/x~1y/{id}");
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
        assert_eq!(parse("#anchor", "p.yaml"), Err(Unusable::NotAPointer));
    }
}
