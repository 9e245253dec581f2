//! How far from the document's folder files are read.

use std::ffi::OsStr;
use std::path::Path;

/// Where a file lies that a document refers to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Reach {
    /// Below the document's folder, or below the root that the user gave, or on a host where the user lets it be fetched.
    Inside,
    /// In a folder beside the document's: documents share parts this way.
    Beside,
    /// On another host, and nothing is fetched.
    Elsewhere,
    /// Anywhere else.
    Outside,
}

/// Where a file of that name lies, relative to the document's folder.
///
/// One folder up is as far as documents go that share their parts. What is read there has to look like a part of a document, so that
/// nobody's document asks for a key or a history.
pub(super) fn of(name: &str) -> Reach {
    let mut segments = name.split('/');
    if segments.next() != Some("..") {
        return Reach::Inside;
    }
    if is_document(name) && !segments.any(is_hidden) {
        Reach::Beside
    } else {
        Reach::Outside
    }
}

/// `..` counts as one: nothing further up is beside the document.
fn is_hidden(segment: &str) -> bool {
    segment.starts_with('.')
}

fn is_document(name: &str) -> bool {
    let extension = Path::new(name).extension().and_then(OsStr::to_str);
    extension.is_some_and(|extension| {
        ["yaml", "yml", "json"]
            .iter()
            .any(|known| extension.eq_ignore_ascii_case(known))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_one_folder_up_are_beside_the_document() {
        assert_eq!(of("types/a.txt"), Reach::Inside);
        for name in ["../common/Error.yaml", "../a.YML", "../x/y/b.json"] {
            assert_eq!(of(name), Reach::Beside, "{name}");
        }
    }

    #[test]
    fn what_is_further_up_or_hidden_or_no_document_is_outside() {
        for name in [
            "../../a.yaml",
            "../.ssh/config.yaml",
            "../x/.env.json",
            "../passwd",
            "../id.pem",
            "..",
        ] {
            assert_eq!(of(name), Reach::Outside, "{name}");
        }
    }
}
