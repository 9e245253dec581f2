//! What is different between the request that was expected and the one that came.

use bytes::Bytes;
use http::Uri;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, USER_AGENT};
use serde_json::Value;

use crate::runtime::request::Request;

/// The first difference, in words.
pub(super) fn difference(
    expected: &Request,
    wanted: &http::Request<Bytes>,
    came: &http::Request<Bytes>,
) -> Option<String> {
    let of_line = line(wanted, came);
    of_line
        .or_else(|| query(expected, wanted.uri(), came.uri()))
        .or_else(|| headers(wanted, came))
        .or_else(|| body(wanted.body(), came.body()))
}

fn line(wanted: &http::Request<Bytes>, came: &http::Request<Bytes>) -> Option<String> {
    let line = |request: &http::Request<Bytes>| {
        let method = request.method();
        format!("{method} {}", request.uri().path())
    };
    differ("the request", &line(wanted), &line(came))
}

/// All of the query but credentials.
fn query(expected: &Request, wanted: &Uri, came: &Uri) -> Option<String> {
    let schemes = expected.draft.client.shared.api.schemes;
    let is_credential = |pair: &str| {
        let name = pair.split('=').next().unwrap_or_default();
        let name = percent_encoding::percent_decode_str(name).decode_utf8_lossy();
        schemes.iter().any(|scheme| scheme.is_carried_by(&name))
    };
    let pairs = |uri: &Uri| -> Vec<String> {
        let pairs = uri.query().unwrap_or_default().split('&');
        let mut pairs: Vec<_> = pairs
            .filter(|pair| !pair.is_empty() && !is_credential(pair))
            .map(str::to_owned)
            .collect();
        pairs.sort();
        pairs
    };
    differ(
        "the query",
        &pairs(wanted).join("&"),
        &pairs(came).join("&"),
    )
}

/// The headers of the expected one; others may have come along.
fn headers(wanted: &http::Request<Bytes>, came: &http::Request<Bytes>) -> Option<String> {
    const OWN: [http::HeaderName; 4] = [ACCEPT, CONTENT_TYPE, COOKIE, USER_AGENT];
    let mut headers = wanted.headers().iter();
    headers.find_map(|(name, value)| {
        let other = came.headers().get(name);
        let is_same = OWN.contains(name) || other == Some(value);
        (!is_same).then(|| format!("the header `{name}` {other:?} where {value:?} was expected"))
    })
}

fn body(wanted: &Bytes, came: &Bytes) -> Option<String> {
    let json = |body: &Bytes| serde_json::from_slice::<Value>(body);
    if let (Ok(wanted), Ok(came)) = (json(wanted), json(came)) {
        return differ("the body", &wanted, &came);
    }
    let text = |body: &Bytes| String::from_utf8_lossy(body).into_owned();
    differ("the body", &text(wanted), &text(came))
}

fn differ<T: PartialEq + std::fmt::Display>(what: &str, wanted: &T, came: &T) -> Option<String> {
    (wanted != came).then(|| format!("{what} `{came}` where `{wanted}` was expected"))
}
