//! Where a request goes: base URL, path and query.

use std::borrow::Cow;

use http::Uri;

use super::{Request, target};
use crate::runtime::base_url::BaseUrl;
use crate::runtime::error::Error;
use crate::runtime::input::Place;
use crate::runtime::parameter::{self, Parts, escape};
use crate::runtime::security::Carrier;

/// Most URLs have room in so many bytes.
const USUAL_URL: usize = 128;

/// The whole of it, with the credentials that go into a query.
pub(super) fn uri(request: &Request, credentials: &[Cow<'_, Carrier>]) -> Result<Uri, Error> {
    let base = base_url(request)?;
    let mut url = String::with_capacity(USUAL_URL);
    let mut pairs = match &request.target {
        // A link has a query of its own.
        Some(target) => {
            url += &target::resolved(base.as_str(), target)?;
            let first = if url.contains('?') { "&" } else { "?" };
            Parts::new(&mut url, first, "&")
        }
        None => {
            url += base.as_str();
            parameter::fill_path(&mut url, &request.call.path, &request.parameters)?;
            let mut pairs = Parts::new(&mut url, "?", "&");
            add_query(&mut pairs, request)?;
            pairs
        }
    };
    for credential in credentials {
        if let Carrier::Query(pair) = credential.as_ref() {
            *pairs.next() += pair;
        }
    }
    Uri::try_from(url).map_err(|error| Error::request("the URL cannot be sent").because(error))
}

fn base_url(request: &Request) -> Result<Cow<'_, BaseUrl>, Error> {
    let shared = request.client.shared();
    match request.server {
        Some(server) if !shared.base_url_chosen => BaseUrl::parse(server).map(Cow::Owned),
        _ => Ok(Cow::Borrowed(&shared.base_url)),
    }
}

/// What the document has in the query, and what the call adds to it.
fn add_query(pairs: &mut Parts<'_>, request: &Request) -> Result<(), Error> {
    for (input, value) in &request.parameters {
        if input.place == Place::Query {
            parameter::query(pairs, input, value)?;
        }
    }
    for (name, value) in &request.options.query {
        escape::pair(pairs.next(), name, value);
    }
    Ok(())
}
