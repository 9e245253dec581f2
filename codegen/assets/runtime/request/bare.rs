//! Requests to hosts that a call was not meant for.

use http::Uri;
use http::header::{ACCEPT, RANGE, USER_AGENT};

use super::{Draft, headers};
use crate::runtime::error::Error;
use crate::runtime::transport::RequestBody;

/// What is sent where a redirect leads to another host: which part of what is asked for, in which media
/// type, by which program, and nothing else of what the call, its client and its document say. Any
/// header may be a credential that nobody told us of, so these are the exceptions, and not the others.
pub(in crate::runtime) fn bare(
    request: &Draft,
    uri: &Uri,
) -> Result<http::Request<RequestBody>, Error> {
    let headers = headers::headers(request, &[])?;
    let mut made = http::Request::new(RequestBody::default());
    *made.method_mut() = request.call.method.clone();
    *made.uri_mut() = uri.clone();
    for name in [ACCEPT, USER_AGENT, RANGE] {
        // A document may put a key wherever it likes.
        if let Some(value) = headers.get(&name).filter(|value| !value.is_sensitive()) {
            made.headers_mut().insert(name, value.clone());
        }
    }
    Ok(made)
}
