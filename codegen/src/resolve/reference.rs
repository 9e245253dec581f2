//! The text of a `$ref`.

use percent_encoding::percent_decode_str;

use crate::place::Pointer;
use crate::source::{Outside, join};

/// What a `$ref` names.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Target {
    /// The file, relative to the document's folder; `None` for the file that refers.
    pub(super) file: Option<String>,
    pub(super) pointer: Pointer,
}

/// Why a `$ref` names nothing that is read.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Unusable {
    /// It leads to another host.
    Remote,
    /// It is not relative to the file that it stands in.
    Outside,
    /// Its fragment is not a JSON pointer.
    NotAPointer,
}

/// Reads a `$ref` that stands in the file `base` (a URI reference, RFC 3986, with a JSON pointer as its fragment, RFC 6901 section 6).
pub(super) fn parse(reference: &str, base: &str) -> Result<Target, Unusable> {
    let (file, fragment) = reference.split_once('#').unwrap_or((reference, ""));
    if file.contains("://") || file.starts_with("//") {
        return Err(Unusable::Remote);
    }
    let pointer = decode(fragment)
        .parse()
        .map_err(|()| Unusable::NotAPointer)?;
    let file = if file.is_empty() {
        None
    } else {
        Some(join(base, &decode(file)).map_err(|Outside| Unusable::Outside)?)
    };
    Ok(Target { file, pointer })
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
    fn what_is_not_read_is_told_apart() {
        assert_eq!(
            parse("https://example.com/a.yaml#/A", "p.yaml"),
            Err(Unusable::Remote)
        );
        assert_eq!(parse("/etc/passwd", "p.yaml"), Err(Unusable::Outside));
        assert_eq!(parse("#anchor", "p.yaml"), Err(Unusable::NotAPointer));
    }
}
