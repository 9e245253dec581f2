//! Where a request goes: base URL, path and query.

use std::borrow::Cow;

use http::Uri;

use super::{Draft, target};
use crate::runtime::base_url::BaseUrl;
use crate::runtime::error::Error;
use crate::runtime::input::Place;
use crate::runtime::parameter::{self, Parts, escape};
use crate::runtime::security::Carrier;

/// Most URLs have room in so many bytes.
const USUAL_URL: usize = 128;

/// The whole of it, with the credentials that go into a query.
pub(super) fn uri(request: &Draft, credentials: &[Cow<'_, Carrier>]) -> Result<Uri, Error> {
    let mut url = String::with_capacity(USUAL_URL);
    add_place(&mut url, request)?;
    let first = if url.contains('?') { "&" } else { "?" };
    let mut pairs = Parts::new(&mut url, first, "&");
    if request.target.is_none() {
        add_query(&mut pairs, request);
    }
    for credential in credentials {
        match credential.as_ref() {
            Carrier::Query(pair) if !is_there(request, pair) => *pairs.next() += pair,
            Carrier::Query(_) | Carrier::Header(_, _) | Carrier::Cookie(_) => {}
        }
    }
    Uri::try_from(url).map_err(|error| Error::request("the URL cannot be sent").because(error))
}

/// Whether the server has put the pair into its link already.
fn is_there(request: &Draft, pair: &str) -> bool {
    let query = request
        .target
        .as_deref()
        .and_then(|target| target.split_once('?'));
    query.is_some_and(|(_, query)| query.split('&').any(|there| there == pair))
}

/// Scheme, host and path; of a link all of it, since it has a query of its own.
fn add_place(url: &mut String, request: &Draft) -> Result<(), Error> {
    *url += base_url(request)?.as_str();
    parameter::fill_path(url, &request.call.path, &request.parameters)?;
    if let Some(target) = &request.target {
        *url = target::resolved(url, target)?;
    }
    Ok(())
}

fn base_url(request: &Draft) -> Result<Cow<'_, BaseUrl>, Error> {
    match request.server {
        Some(server) => server.base_url(&request.client),
        None => Ok(Cow::Borrowed(&request.client.shared.base_url)),
    }
}

/// What the document has in the query, and what the call adds to it.
fn add_query(pairs: &mut Parts<'_>, request: &Draft) {
    for (input, value) in &request.parameters {
        if input.place == Place::Query {
            parameter::query(pairs, input, value);
        }
    }
    for (name, value) in &request.options.query {
        escape::pair(pairs.next(), name, value);
    }
}
