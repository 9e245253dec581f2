//! HTTP by reqwest.

mod download;
mod origin;
mod upload;

use std::fmt;
use std::time::Duration;

use http::Method;
use http::header::{CONTENT_LENGTH, HeaderValue};
use reqwest::redirect::{Action, Attempt, Policy};
use reqwest::retry;

use super::{BoxFuture, RequestBody, ResponseBody, Transport, TransportError};
use download::Download;
use origin::Origin;
use upload::Upload;

/// Redirects beyond this many are taken for a circle, as browsers do.
const MOST_REDIRECTS: usize = 10;

/// Carries requests by reqwest. Futures must be polled within a Tokio runtime whose timer is
/// enabled.
#[derive(Clone)]
pub struct ReqwestTransport {
    client: reqwest::Client,
    origin: Origin,
}

impl ReqwestTransport {
    /// Uses a client of your own: its proxies, TLS settings, connection pool.
    ///
    /// Its redirect policy is its own too. That of a plain `reqwest::Client` follows to other hosts
    /// and takes API-key headers along; give it one that does not.
    pub fn new(client: reqwest::Client) -> Self {
        let origin = Origin::default();
        Self { client, origin }
    }

    /// Uses a fresh client that follows redirects within one origin only, so that credentials never
    /// leave it, and that sends nothing again of its own accord: attempts are ours to count.
    pub(super) fn with_defaults(connect_timeout: Duration) -> Result<Self, reqwest::Error> {
        let client = reqwest::Client::builder()
            .connect_timeout(connect_timeout)
            .redirect(Policy::custom(within_origin))
            .referer(false)
            .retry(retry::never().max_retries_per_request(0))
            .build()?;
        Ok(Self::new(client))
    }

    async fn exchange(
        &self,
        request: http::Request<RequestBody>,
    ) -> Result<http::Response<ResponseBody>, TransportError> {
        let answer = self.client.execute(self.converted(request)?).await;
        answer.map(received).map_err(failure)
    }

    /// The request as reqwest has it.
    fn converted(
        &self,
        request: http::Request<RequestBody>,
    ) -> Result<reqwest::Request, TransportError> {
        let (head, body) = request.into_parts();
        let mut made = reqwest::Request::new(head.method, self.origin.url(&head.uri)?);
        *made.headers_mut() = head.headers;
        if body.length() == Some(0) {
            state_emptiness(&mut made);
        }
        *made.body_mut() = Some(Upload::body(body));
        Ok(made)
    }
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> BoxFuture<'_, Result<http::Response<ResponseBody>, TransportError>> {
        Box::pin(self.exchange(request))
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

/// Says that there is no body where the method makes servers wait for one (RFC 9110, section 8.6).
fn state_emptiness(request: &mut reqwest::Request) {
    if [Method::POST, Method::PUT, Method::PATCH].contains(request.method()) {
        let headers = request.headers_mut();
        headers
            .entry(CONTENT_LENGTH)
            .or_insert(HeaderValue::from_static("0"));
    }
}

/// The answer, whose body is still to come. reqwest would wrap the body twice over on its way.
fn received(mut answer: reqwest::Response) -> http::Response<ResponseBody> {
    let mut made = http::Response::new(ResponseBody::default());
    *made.status_mut() = answer.status();
    *made.version_mut() = answer.version();
    *made.headers_mut() = std::mem::take(answer.headers_mut());
    *made.extensions_mut() = std::mem::take(answer.extensions_mut());
    made.map(|_| Download::body(answer))
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
