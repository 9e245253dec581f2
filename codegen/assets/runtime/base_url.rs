//! The part of a URL that all calls of a client share.

use http::Uri;

use super::error::Error;

/// A checked base URL: scheme, host and perhaps a path, without a trailing slash.
#[derive(Clone, Debug)]
pub(super) struct BaseUrl(String);

impl BaseUrl {
    /// Checks a base URL.
    ///
    /// No error shows the text: who mixes up two environment variables has a credential here.
    pub(super) fn parse(text: &str) -> Result<Self, Error> {
        let uri: Uri = text.parse().map_err(|error: http::uri::InvalidUri| {
            Error::configuration("the base URL is not a URL").because(error)
        })?;
        match problem(text, &uri) {
            Some(problem) => Err(Error::configuration(format!("the base URL {problem}"))),
            None => Ok(Self(text.trim_end_matches('/').to_owned())),
        }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

fn problem(text: &str, uri: &Uri) -> Option<&'static str> {
    if !matches!(uri.scheme_str(), Some("http" | "https")) {
        return Some("does not begin with http:// or https://");
    }
    if uri.host().is_none_or(str::is_empty) {
        return Some("names no host");
    }
    if uri
        .authority()
        .is_some_and(|authority| authority.as_str().contains('@'))
    {
        return Some("holds a user name or password, which belong in a credential");
    }
    // `Uri` drops a fragment without a word, so the text itself is asked.
    if uri.query().is_some() || text.contains('#') {
        return Some("has a query or a fragment");
    }
    None
}
