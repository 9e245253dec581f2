//! HTTP by reqwest.

mod upload;

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use reqwest::redirect::{Action, Attempt, Policy};

use super::{BoxFuture, RequestBody, ResponseBody, Transport, TransportError};
use upload::Upload;

/// Redirects beyond this many are taken for a circle, as browsers do.
const MOST_REDIRECTS: usize = 10;

/// Carries requests by reqwest. Futures must be polled within a Tokio runtime whose timer is
/// enabled.
#[derive(Clone)]
pub struct ReqwestTransport {
    client: reqwest::Client,
}

impl ReqwestTransport {
    /// Uses a client of your own: its proxies, TLS settings, connection pool.
    ///
    /// Its redirect policy is its own too. That of a plain `reqwest::Client` follows to other hosts
    /// and takes API-key headers along; give it one that does not.
    pub fn new(client: reqwest::Client) -> Self {
        Self { client }
    }

    /// Uses a fresh client that follows redirects within one origin only, so that credentials never
    /// leave it.
    pub(super) fn with_defaults(connect_timeout: Duration) -> Result<Self, reqwest::Error> {
        let client = reqwest::Client::builder()
            .connect_timeout(connect_timeout)
            .redirect(Policy::custom(within_origin))
            .referer(false)
            .build()?;
        Ok(Self::new(client))
    }

    async fn exchange(
        &self,
        request: http::Request<RequestBody>,
    ) -> Result<http::Response<ResponseBody>, reqwest::Error> {
        let answer = self
            .client
            .execute(request.map(Upload::body).try_into()?)
            .await?;
        let (status, headers) = (answer.status(), answer.headers().clone());
        let mut response = http::Response::new(Arriving::body(answer));
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        Ok(response)
    }
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> BoxFuture<'_, Result<http::Response<ResponseBody>, TransportError>> {
        Box::pin(async move { self.exchange(request).await.map_err(failure) })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        // Made within the future: tokio wants its runtime at hand when a timer is made.
        Box::pin(async move { tokio::time::sleep(duration).await })
    }
}

impl fmt::Debug for ReqwestTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A client of the user's own may have credentials among its default headers.
        f.debug_struct("ReqwestTransport").finish_non_exhaustive()
    }
}

/// A body on its way. reqwest's own stream would bring in more crates than reading chunk by chunk.
struct Arriving {
    reading: BoxFuture<'static, (reqwest::Response, Read)>,
}

type Read = Result<Option<Bytes>, reqwest::Error>;

impl Arriving {
    fn body(answer: reqwest::Response) -> ResponseBody {
        let reading = Box::pin(read(answer));
        ResponseBody::stream(Box::pin(Self { reading }))
    }
}

async fn read(mut answer: reqwest::Response) -> (reqwest::Response, Read) {
    let chunk = answer.chunk().await;
    (answer, chunk)
}

impl Stream for Arriving {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let (answer, chunk) = ready!(self.reading.as_mut().poll(cx));
        self.reading = Box::pin(read(answer));
        Poll::Ready(chunk.map_err(failure).transpose())
    }
}

/// A redirect that is not followed is the answer.
fn within_origin(attempt: Attempt<'_>) -> Action {
    let from = attempt.previous().last().map(|url| url.origin());
    match from == Some(attempt.url().origin()) && attempt.previous().len() <= MOST_REDIRECTS {
        true => attempt.follow(),
        false => attempt.stop(),
    }
}

fn failure(error: reqwest::Error) -> TransportError {
    // The URL may hold credentials.
    let error = error.without_url();
    match (error.is_connect(), error.is_timeout()) {
        (true, true) => TransportError::connect_timeout(error),
        (true, false) => TransportError::connect(error),
        (false, _) => TransportError::other(error),
    }
}
