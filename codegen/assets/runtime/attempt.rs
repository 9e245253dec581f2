//! The one place where a request is attempted, and the time that it may take.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, header};

use super::client::Shared;
use super::error::Error;
use super::transport::{BoxFuture, ResponseBody};

/// The time that an attempt may take in all.
pub(super) struct Limit<'a> {
    time: Duration,
    sleep: BoxFuture<'a, ()>,
}

impl<'a> Limit<'a> {
    /// The client's timeout, from now on.
    pub(super) fn start(shared: &'a Shared) -> Self {
        Self {
            time: shared.timeout,
            sleep: shared.transport.sleep(shared.timeout),
        }
    }

    /// What comes of the work, if that is before the time is up; in the last moment counts.
    pub(super) async fn hold<T>(&mut self, work: impl Future<Output = T>) -> Result<T, Error> {
        let mut work = pin!(work);
        let done = poll_fn(|cx| race(work.as_mut(), &mut self.sleep, cx)).await;
        done.ok_or_else(|| Error::timeout(self.time))
    }
}

/// What comes of the work, or `None` when the time is up first.
fn race<T>(
    work: Pin<&mut impl Future<Output = T>>,
    limit: &mut BoxFuture<'_, ()>,
    cx: &mut Context<'_>,
) -> Poll<Option<T>> {
    match work.poll(cx) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending => limit.as_mut().poll(cx).map(|()| None),
    }
}

/// Sends the request once and waits for the head of the answer.
pub(super) async fn attempt(
    shared: &Shared,
    request: http::Request<Bytes>,
    limit: &mut Limit<'_>,
) -> Result<http::Response<ResponseBody>, Error> {
    let answered = limit.hold(shared.transport.send(request)).await?;
    let mut response = answered.map_err(Error::transport)?;
    hide_cookies(response.headers_mut());
    Ok(response)
}

/// Waits for the body of an answer.
pub(super) async fn whole(
    response: http::Response<ResponseBody>,
) -> Result<http::Response<Bytes>, Error> {
    let (head, body) = response.into_parts();
    let body = body.whole().await.map_err(Error::transport)?;
    Ok(http::Response::from_parts(head, body))
}

/// A session cookie is a credential too, so no `Debug` shows it.
fn hide_cookies(headers: &mut HeaderMap) {
    let cookies = headers
        .iter_mut()
        .filter(|(name, _)| *name == header::SET_COOKIE);
    cookies.for_each(|(_, value)| value.set_sensitive(true));
}
