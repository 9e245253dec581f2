//! Requests that follow a link.

use http::Uri;

use super::{Arrival, Request};
use crate::runtime::answer::Answer;
use crate::runtime::error::Error;

impl Request {
    /// Sends the call to the URL that a link of an answer names, in place of its own path and query:
    /// absolute, or relative to the call's own (RFC 3986, section 5). One of another origin is refused,
    /// since credentials go along.
    pub fn at(mut self, link: impl Into<String>) -> Self {
        self.draft.target = Some(link.into());
        self
    }

    /// Sends the call to the URL that a link of its last answer names, as [`at`](Self::at) does. The link is
    /// relative to where that came from (RFC 3986, section 5.1.3), which redirects may have led to.
    ///
    /// Where another host has led there, any link is refused, even one back: whoever that belongs to says
    /// where credentials would go.
    pub fn linked(mut self, answer: &Answer, link: &str) -> Self {
        let draft = &mut self.draft;
        let arrived = match answer.arrival() {
            Arrival::Direct => Ok(()),
            Arrival::Home(url) => draft.follow(url),
            Arrival::Abroad => Err(foreign()),
        };
        if let Err(error) = arrived.and_then(|()| draft.follow(link)) {
            draft.latch(error);
        }
        self
    }
}

/// The whole URL of a link in an answer to a call of the URL `own`, without its fragment, which servers do
/// not get to see.
pub(super) fn resolved(own: &str, target: &str) -> Result<String, Error> {
    let own = own.parse::<Uri>().map_err(|_| unusable())?;
    let host = own.authority().ok_or_else(unusable)?;
    let scheme = own.scheme_str().unwrap_or_default();
    let target = target.split('#').next().unwrap_or_default();
    let rest = match at_host(&own, target)? {
        Some(target) => match difference(&own, &target) {
            Some(astray) => return Err(Error::request(format!("the link leads to {astray}"))),
            None => target.path_and_query().map(ToString::to_string),
        },
        None => beside(own.path(), target),
    };
    let rest = rest.ok_or_else(unusable)?;
    Ok(format!("{scheme}://{host}{rest}"))
}

/// Where a link leads that may be on another host, in an answer from `own`; never from https to anything
/// that others may read or change on the way.
pub(super) fn elsewhere(own: &Uri, target: &str) -> Result<Uri, Error> {
    let target = target.split('#').next().unwrap_or_default();
    let Some(uri) = at_host(own, target)? else {
        let uri = resolved(&own.to_string(), target)?;
        return uri.parse().map_err(|_| unusable());
    };
    let names_user = uri
        .authority()
        .is_none_or(|host| host.as_str().contains('@'));
    match (own.scheme_str(), uri.scheme_str()) {
        _ if names_user => Err(unusable()),
        (_, Some("https")) => Ok(uri),
        (Some("https"), Some("http")) => Err(Error::request("the link leads from https to http")),
        (_, Some("http")) => Ok(uri),
        (_, _) => Err(unusable()),
    }
}

/// The URL of a link that names a host, with or without a scheme.
fn at_host(own: &Uri, target: &str) -> Result<Option<Uri>, Error> {
    let url = match target.strip_prefix("//") {
        Some(_) => format!("{}:{target}", own.scheme_str().unwrap_or_default()),
        None if is_absolute(target) => target.to_owned(),
        None => return Ok(None),
    };
    url.parse().map(Some).map_err(|_| unusable())
}

/// Whether it begins with a scheme.
fn is_absolute(target: &str) -> bool {
    let before = target.split(['/', '?', '#']).next().unwrap_or_default();
    before.contains(':')
}

/// What the origin of a URL is next to one's own, unless it is the same.
pub(super) fn difference(own: &Uri, other: &Uri) -> Option<String> {
    let (own, (scheme, host, port)) = match (origin(own), origin(other)) {
        (Some(own), Some(other)) => (own, other),
        (None, _) | (_, None) => return Some("another host".to_owned()),
    };
    match () {
        () if host != own.1 => Some("another host".to_owned()),
        () if scheme != own.0 => Some(format!("{scheme} of the same host")),
        () if port != own.2 => Some(format!("port {port} of the same host")),
        () => None,
    }
}

/// Scheme, host and port, which schemes have a usual one of (RFC 9110, section 4.2.3).
fn origin(uri: &Uri) -> Option<(String, String, u16)> {
    let scheme = uri.scheme_str()?.to_ascii_lowercase();
    let usual = if scheme == "https" { 443 } else { 80 };
    let host = uri.host()?.to_ascii_lowercase();
    Some((scheme, host, uri.port_u16().unwrap_or(usual)))
}

/// The path and query of a reference that names no host.
fn beside(path: &str, target: &str) -> Option<String> {
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

fn unusable() -> Error {
    Error::request("the link is no URL")
}

fn foreign() -> Error {
    Error::request("the answer came from another origin, whose links get no credentials")
}
