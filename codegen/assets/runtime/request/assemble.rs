//! From a request in the making to bytes for the transport.

use std::borrow::Cow;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HeaderMap, HeaderValue, InvalidHeaderValue};
use serde_json::Value;

use super::{Request, headers, target};
use crate::runtime::base_url::BaseUrl;
use crate::runtime::client::Shared;
use crate::runtime::error::Error;
use crate::runtime::input::{Input, Place};
use crate::runtime::parameter::{self, escape};
use crate::runtime::security::Carrier;
use crate::runtime::transport::RequestBody;

/// Most URLs have room in so many bytes.
const USUAL_URL: usize = 128;

/// Everything of a request that parameters and credentials share.
struct Draft<'a> {
    shared: &'a Shared,
    query: Vec<String>,
    cookies: Vec<String>,
    headers: HeaderMap,
}

/// Makes what is sent with these credentials, or says why nothing can be.
pub(in crate::runtime) fn assemble(
    request: &Request,
    credentials: &[Cow<'_, Carrier>],
) -> Result<http::Request<RequestBody>, Error> {
    if let Some(error) = &request.error {
        return Err(error.clone());
    }
    let mut draft = Draft::new(request)?;
    for (input, value) in &request.parameters {
        draft.add_parameter(input, value)?;
    }
    for (name, value) in &request.options.query {
        let pair = format!("{}={}", escape::value(name), escape::value(value));
        draft.query.push(pair);
    }
    if request.target.is_some() {
        draft.query.clear(); // a link has a query of its own
    }
    for credential in credentials {
        draft.add_credential(credential);
    }
    draft.finish(request)
}

impl<'a> Draft<'a> {
    /// Starts with the headers that every request has; what comes later replaces them.
    fn new(request: &'a Request) -> Result<Self, Error> {
        let shared = request.client.shared();
        let mut draft = Self {
            shared,
            query: Vec::new(),
            cookies: Vec::new(),
            headers: shared.headers.clone(),
        };
        let accepted = Bytes::from_static(request.accept.as_bytes());
        let accepted = HeaderValue::from_maybe_shared(accepted).map_err(unfit)?;
        draft.headers.insert(ACCEPT, accepted);
        let media_type = request.body.as_ref().map(|(media_type, _)| media_type);
        let added = (!request.options.members.is_empty()).then_some("application/json");
        if let Some(media_type) = media_type.cloned().or(added.map(Cow::Borrowed)) {
            let stated = match media_type {
                Cow::Borrowed(text) => Bytes::from_static(text.as_bytes()),
                Cow::Owned(text) => text.into(),
            };
            let stated = HeaderValue::from_maybe_shared(stated).map_err(unfit)?;
            draft.headers.insert(CONTENT_TYPE, stated);
        }
        Ok(draft)
    }

    fn add_parameter(&mut self, input: &Input, value: &Value) -> Result<(), Error> {
        match input.place {
            Place::Path => {} // the path takes its own when it is filled
            Place::Query => self.query.extend(parameter::query(input, value)?),
            Place::Cookie => self.cookies.extend(parameter::cookie(input, value)?),
            Place::Header => {
                if let Some(text) = parameter::header(input, value)? {
                    self.set_header(input.name, &text)?;
                }
            }
        }
        Ok(())
    }

    fn add_credential(&mut self, carrier: &Carrier) {
        match carrier {
            Carrier::Header(name, value) => {
                self.headers.insert(name, value.clone());
            }
            Carrier::Query(pair) => self.query.push(pair.clone()),
            Carrier::Cookie(pair) => self.cookies.push(pair.clone()),
        }
    }

    fn set_header(&mut self, name: &str, text: &str) -> Result<(), Error> {
        let (name, value) = headers::pair(self.shared.api, name, text).map_err(Error::request)?;
        self.headers.insert(name, value);
        Ok(())
    }

    fn finish(mut self, request: &Request) -> Result<http::Request<RequestBody>, Error> {
        if !self.cookies.is_empty() {
            self.set_header(COOKIE.as_str(), &self.cookies.join("; "))?;
        }
        // Inserted name by name: `extend` would append to a header that is there.
        for (name, value) in &request.headers {
            self.headers.insert(name, value.clone());
        }
        for (name, value) in &request.options.headers {
            self.set_header(name, value)?;
        }
        let uri = self.uri(request)?;
        let mut made = http::Request::new(request.open_body()?);
        *made.method_mut() = request.call.method.clone();
        *made.uri_mut() = uri;
        *made.headers_mut() = self.headers;
        Ok(made)
    }

    fn uri(&self, request: &Request) -> Result<http::Uri, Error> {
        let base = self.base_url(request)?;
        let mut url = String::with_capacity(USUAL_URL);
        match &request.target {
            Some(target) => url += &target::resolved(base.as_str(), target)?,
            None => {
                url += base.as_str();
                parameter::fill_path(&mut url, &request.call.path, &request.parameters)?;
            }
        }
        let has_query = url.contains('?');
        for (index, pair) in self.query.iter().enumerate() {
            url.push(if index > 0 || has_query { '&' } else { '?' });
            url += pair;
        }
        http::Uri::try_from(url)
            .map_err(|error| Error::request("the URL cannot be sent").because(error))
    }

    fn base_url(&self, request: &Request) -> Result<Cow<'a, BaseUrl>, Error> {
        match request.server {
            Some(server) if !self.shared.base_url_chosen => BaseUrl::parse(server).map(Cow::Owned),
            _ => Ok(Cow::Borrowed(&self.shared.base_url)),
        }
    }
}

fn unfit(error: InvalidHeaderValue) -> Error {
    Error::request("the media type has a character that no header may have").because(error)
}
