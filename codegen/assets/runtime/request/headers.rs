//! The headers of a request.

use std::borrow::Cow;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HeaderMap, HeaderValue};

use super::{Draft, header};
use crate::runtime::error::Error;
use crate::runtime::input::Place;
use crate::runtime::parameter::{self, Parts};
use crate::runtime::security::Carrier;

/// Most requests have no more headers than that.
const USUAL_HEADERS: usize = 6;

/// All of them; what comes later replaces what was there.
pub(super) fn headers(
    request: &Draft,
    credentials: &[Cow<'_, Carrier>],
) -> Result<HeaderMap, Error> {
    let mut made = HeaderMap::with_capacity(USUAL_HEADERS);
    replace(&mut made, &request.client.shared.headers);
    add_media_types(&mut made, request)?;
    add_parameters(&mut made, request)?;
    for credential in credentials {
        if let Carrier::Header(name, value) = credential.as_ref() {
            made.insert(name, value.clone());
        }
    }
    add_cookies(&mut made, request, &cookies(request, credentials))?;
    replace(&mut made, &request.headers);
    for (name, value) in &request.options.headers {
        set(&mut made, request, name, value)?;
    }
    Ok(made)
}

fn add_parameters(made: &mut HeaderMap, request: &Draft) -> Result<(), Error> {
    for (input, value) in &request.parameters {
        if input.place == Place::Header {
            if let Some(text) = parameter::header(input, value) {
                set(made, request, input.name, &text)?;
            }
        }
    }
    Ok(())
}

/// Sets headers name by name: `extend` would append to one that is there.
fn replace(made: &mut HeaderMap, headers: &HeaderMap) {
    for (name, value) in headers {
        made.insert(name, value.clone());
    }
}

/// What the body is, and what the answer is hoped to be.
fn add_media_types(made: &mut HeaderMap, request: &Draft) -> Result<(), Error> {
    made.insert(ACCEPT, media_type(request.accept.into())?);
    match &request.body {
        Some((stated, _)) => {
            made.insert(CONTENT_TYPE, media_type(stated.clone())?);
        }
        None if request.options.members.is_empty() => {}
        None => {
            made.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
    }
    Ok(())
}

fn media_type(text: Cow<'static, str>) -> Result<HeaderValue, Error> {
    let bytes = match text {
        Cow::Borrowed(text) => Bytes::from_static(text.as_bytes()),
        Cow::Owned(text) => text.into(),
    };
    HeaderValue::from_maybe_shared(bytes).map_err(|error| {
        Error::request("the media type has a character that no header may have").because(error)
    })
}

/// Adds cookies behind those that are there, since there is one such header (RFC 6265, section 5.4).
fn add_cookies(made: &mut HeaderMap, request: &Draft, cookies: &str) -> Result<(), Error> {
    if cookies.is_empty() {
        return Ok(());
    }
    let Some(before) = made.get(COOKIE).cloned() else {
        return set(made, request, COOKIE.as_str(), cookies);
    };
    // A header may hold bytes that are no text.
    let joined = [before.as_bytes(), b"; ", cookies.as_bytes()].concat();
    let mut joined = HeaderValue::from_bytes(&joined)
        .map_err(|error| Error::request("the cookies cannot be sent").because(error))?;
    joined.set_sensitive(true);
    made.insert(COOKIE, joined);
    Ok(())
}

/// The cookies, set apart as one header has them (RFC 6265, section 4.2.1).
fn cookies(request: &Draft, credentials: &[Cow<'_, Carrier>]) -> String {
    let mut text = String::new();
    let mut pairs = Parts::new(&mut text, "", "; ");
    for (input, value) in &request.parameters {
        if input.place == Place::Cookie {
            parameter::cookie(&mut pairs, input, value);
        }
    }
    for credential in credentials {
        if let Carrier::Cookie(pair) = credential.as_ref() {
            *pairs.next() += pair;
        }
    }
    text
}

fn set(made: &mut HeaderMap, request: &Draft, name: &str, text: &str) -> Result<(), Error> {
    let api = request.client.shared.api;
    let (name, value) = header::pair(api, name, text).map_err(Error::request)?;
    made.insert(name, value);
    Ok(())
}
