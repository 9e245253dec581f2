//! URLs as reqwest takes them.

use std::fmt::Write;
use std::sync::OnceLock;

use http::Uri;
use reqwest::Url;

use crate::runtime::transport::TransportError;

/// Most URLs have room in so many bytes.
const USUAL_URL: usize = 128;

/// Where the first request went to. A client calls one host all its life, and the host is what takes
/// longest to parse in a URL.
#[derive(Clone, Default)]
pub(super) struct Origin(OnceLock<Url>);

impl Origin {
    pub(super) fn url(&self, uri: &Uri) -> Result<Url, TransportError> {
        if let Some(origin) = self.0.get().filter(|origin| is_of(origin, uri)) {
            let mut url = origin.clone();
            url.set_path(uri.path());
            url.set_query(uri.query());
            return Ok(url);
        }
        let url = parsed(uri)?;
        self.0.get_or_init(|| bare(url.clone()));
        Ok(url)
    }
}

fn parsed(uri: &Uri) -> Result<Url, TransportError> {
    let mut url = String::with_capacity(USUAL_URL);
    let written = write!(url, "{uri}"); // at once, not in a buffer that grows
    written.map_err(TransportError::other)?;
    Url::parse(&url).map_err(TransportError::other)
}

fn bare(mut url: Url) -> Url {
    url.set_path("");
    url.set_query(None);
    url
}

/// Whether the origin is that of the URI, to the letter.
fn is_of(origin: &Url, uri: &Uri) -> bool {
    let (Some(scheme), Some(host)) = (uri.scheme_str(), uri.authority()) else {
        return false;
    };
    let rest = origin.as_str().strip_prefix(scheme);
    let rest = rest.and_then(|rest| rest.strip_prefix("://"));
    rest.and_then(|rest| rest.strip_prefix(host.as_str())) == Some("/")
}
