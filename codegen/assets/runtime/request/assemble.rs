//! From a request in the making to bytes for the transport.

use std::borrow::Cow;

use super::{Draft, headers, uri};
use crate::runtime::error::Error;
use crate::runtime::security::Carrier;
use crate::runtime::transport::RequestBody;

/// Makes what is sent with these credentials, or says why nothing can be.
pub(in crate::runtime) fn assemble(
    request: &Draft,
    credentials: &[Cow<'_, Carrier>],
) -> Result<http::Request<RequestBody>, Error> {
    if let Some(error) = &request.error {
        return Err(error.clone());
    }
    let headers = headers::headers(request, credentials)?;
    let uri = uri::uri(request, credentials)?;
    let mut made = http::Request::new(request.open_body()?);
    *made.method_mut() = request.call.method.clone();
    *made.uri_mut() = uri;
    *made.headers_mut() = headers;
    Ok(made)
}
