//! Documents on other hosts.

use std::fmt;
use std::io;
use std::sync::Arc;

use fluent_uri::{Uri, UriRef};

use super::join;

/// What reads them. It is the user's own, so that this library opens no connection.
#[derive(Clone)]
pub(super) struct Fetch(pub(super) Arc<Fetcher>);

type Fetcher = dyn Fn(&str) -> io::Result<String> + Send + Sync;

impl fmt::Debug for Fetch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fetch")
    }
}

/// The one scheme that is fetched: what comes over another one may be anybody's.
const SCHEME: &str = "https://";

/// Whether a file of that name is on another host.
pub(crate) fn is_remote(name: &str) -> bool {
    name.starts_with(SCHEME)
}

/// The reference is not one to a document that could be fetched.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct NotHttps;

/// The URL that `reference`, written in the file `base`, stands for (RFC 3986, section 5).
pub(crate) fn join_url(base: &str, reference: &str) -> Result<String, NotHttps> {
    let base = if is_remote(base) { base } else { "https:/" };
    let base = Uri::parse(base).map_err(|_| NotHttps)?;
    let reference = UriRef::parse(reference).map_err(|_| NotHttps)?;
    let url = reference.resolve_against(&base).map_err(|_| NotHttps)?;
    let url = url.normalize().into_string();
    if is_remote(&url) {
        Ok(url)
    } else {
        Err(NotHttps)
    }
}

/// The URI that `reference` stands for where `base` holds: a URI, or the name of a file. Nothing need be there.
pub(crate) fn join_uri(base: &str, reference: &str) -> Option<String> {
    if let Ok(uri) = Uri::parse(reference) {
        return Some(uri.normalize().into_string());
    }
    let Ok(base) = Uri::parse(base) else {
        return join(base, reference).ok();
    };
    let uri = UriRef::parse(reference).ok()?.resolve_against(&base).ok()?;
    Some(uri.normalize().into_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_in_a_fetched_document_are_relative_to_its_url() {
        let base = "https://example.com/apis/a.yaml";
        for (reference, expected) in [
            ("b.yaml", "https://example.com/apis/b.yaml"),
            ("../b.yaml", "https://example.com/b.yaml"),
            ("../../../etc/passwd", "https://example.com/etc/passwd"),
            ("//other.example.com/b", "https://other.example.com/b"),
            ("HTTPS://Example.com/./b", "https://example.com/b"),
        ] {
            assert_eq!(
                join_url(base, reference).as_deref(),
                Ok(expected),
                "{reference}"
            );
        }
    }

    #[test]
    fn a_document_on_disk_names_urls_whole() {
        assert_eq!(
            join_url("api.yaml", "https://example.com/a.yaml").as_deref(),
            Ok("https://example.com/a.yaml")
        );
        assert_eq!(
            join_url("api.yaml", "//example.com/a.yaml").as_deref(),
            Ok("https://example.com/a.yaml")
        );
    }

    #[test]
    fn a_uri_is_relative_to_a_uri_or_to_a_file() {
        for (base, reference, expected) in [
            (
                "https://example.com/a/b",
                "c",
                Some("https://example.com/a/c"),
            ),
            ("https://example.com/a/b", "urn:x:c", Some("urn:x:c")),
            ("types/a.yaml", "b", Some("types/b")),
            ("urn:x:a", "b", None),
            ("a.yaml", "/b", None),
        ] {
            assert_eq!(
                join_uri(base, reference).as_deref(),
                expected,
                "{reference} in {base}"
            );
        }
    }

    #[test]
    fn nothing_but_https_is_fetched() {
        for reference in [
            "http://example.com/a.yaml",
            "file:///etc/passwd",
            "ftp://example.com/a",
            "https:a.yaml",
            "https://exa mple.com/",
        ] {
            for base in ["api.yaml", "https://example.com/api.yaml"] {
                assert_eq!(join_url(base, reference), Err(NotHttps), "{reference}");
            }
        }
    }
}
