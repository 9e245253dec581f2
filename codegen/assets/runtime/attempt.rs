//! The one place where a request is attempted.

use std::future::poll_fn;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{HeaderMap, header};

use super::client::Shared;
use super::error::Error;
use super::transport::{BoxFuture, TransportError};

type Answered = Result<http::Response<Bytes>, TransportError>;

/// Sends the request once and waits for the whole answer, body included, no longer than the
/// client's timeout.
pub(super) async fn attempt(
    shared: &Shared,
    request: http::Request<Bytes>,
) -> Result<http::Response<Bytes>, Error> {
    let mut answer = shared.transport.send(request);
    let mut limit = shared.transport.sleep(shared.timeout);
    let answered = poll_fn(|cx| race(&mut answer, &mut limit, cx)).await;
    let mut response = answered
        .ok_or_else(|| Error::timeout(shared.timeout))?
        .map_err(Error::transport)?;
    hide_cookies(response.headers_mut());
    Ok(response)
}

/// The answer, or `None` when the time is up first; an answer in the last moment counts.
fn race(
    answer: &mut BoxFuture<'_, Answered>,
    limit: &mut BoxFuture<'_, ()>,
    cx: &mut Context<'_>,
) -> Poll<Option<Answered>> {
    match answer.as_mut().poll(cx) {
        Poll::Ready(answered) => Poll::Ready(Some(answered)),
        Poll::Pending => limit.as_mut().poll(cx).map(|()| None),
    }
}

/// A session cookie is a credential too, so no `Debug` shows it.
fn hide_cookies(headers: &mut HeaderMap) {
    let cookies = headers
        .iter_mut()
        .filter(|(name, _)| *name == header::SET_COOKIE);
    cookies.for_each(|(_, value)| value.set_sensitive(true));
}
