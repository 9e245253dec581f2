//! Requests that follow a link.

use http::Uri;

use super::Request;
use crate::runtime::error::Error;

impl Request {
    /// Sends the call to the URL that a link of an answer names, in place of its own path and query:
    /// absolute, or relative to the call's own (RFC 3986, section 5). One of another origin is refused,
    /// since credentials go along.
    pub fn at(mut self, link: impl Into<String>) -> Self {
        self.draft.target = Some(link.into());
        self
    }
}

/// The whole URL of a link in an answer to a call of the URL `own`, without its fragment, which servers do
/// not get to see.
pub(super) fn resolved(own: &str, target: &str) -> Result<String, Error> {
    let unusable = || Error::request("the link is no URL");
    let target = target.split('#').next().unwrap_or_default();
    let own = own.parse::<Uri>().map_err(|_| unusable())?;
    let (scheme, path) = (own.scheme_str().unwrap_or_default(), own.path());
    let rest = if is_absolute(target) {
        let target = target.parse::<Uri>().map_err(|_| unusable())?;
        if origin(&target) != origin(&own) {
            return Err(astray());
        }
        target
            .path_and_query()
            .map(ToString::to_string)
            .unwrap_or_default()
    } else {
        beside(path, target).ok_or_else(astray)?
    };
    let host = own.authority().ok_or_else(unusable)?;
    Ok(format!("{scheme}://{host}{rest}"))
}

/// Whether it begins with a scheme.
fn is_absolute(target: &str) -> bool {
    let before = target.split(['/', '?', '#']).next().unwrap_or_default();
    before.contains(':')
}

/// Scheme, host and port, which schemes have a usual one of (RFC 9110, section 4.2.3).
fn origin(uri: &Uri) -> Option<(String, String, u16)> {
    let scheme = uri.scheme_str()?.to_ascii_lowercase();
    let usual = if scheme == "https" { 443 } else { 80 };
    let host = uri.host()?.to_ascii_lowercase();
    Some((scheme, host, uri.port_u16().unwrap_or(usual)))
}

/// The path and query of a relative reference; `None` for one that names a host.
fn beside(path: &str, target: &str) -> Option<String> {
    if target.starts_with("//") {
        return None;
    }
    if target.starts_with('/') {
        return Some(target.to_owned());
    }
    if target.is_empty() || target.starts_with(['?', '#']) {
        return Some(format!("{path}{target}"));
    }
    let (mut folder, mut target) = (path.rsplit_once('/')?.0, target);
    loop {
        if let Some(rest) = target.strip_prefix("./") {
            target = rest;
        } else if let Some(rest) = target.strip_prefix("../") {
            folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
            target = rest;
        } else {
            return Some(format!("{folder}/{target}"));
        }
    }
}

fn astray() -> Error {
    Error::request("the link does not lead to the same host")
}
