//! Requests that follow a link.

use http::Uri;

use super::Request;
use crate::runtime::error::Error;

impl Request {
    /// Sends the call to the URL that a link of an answer names, in place of its own path and query:
    /// absolute, or from the root of the same host on. One of another origin is refused, since
    /// credentials go along.
    pub fn at(mut self, link: impl Into<String>) -> Self {
        self.target = Some(link.into());
        self
    }
}

/// The whole URL of a link in an answer from below the base URL.
pub(super) fn resolved(base: &str, target: &str) -> Result<String, Error> {
    if target.starts_with("//") {
        return Err(astray()); // a host of its own, which `Uri` takes for a path
    }
    let base: Uri = base.parse().map_err(|_| astray())?;
    let target: Uri = target.parse().map_err(|_| astray())?;
    let (scheme, host) = (base.scheme_str(), base.authority());
    let is_same =
        target.authority().is_none() || (target.scheme_str(), target.authority()) == (scheme, host);
    match (is_same, scheme, host, target.path_and_query()) {
        (true, Some(scheme), Some(host), Some(rest)) => Ok(format!("{scheme}://{host}{rest}")),
        _ => Err(astray()),
    }
}

fn astray() -> Error {
    Error::request("the link does not lead to the same host")
}
