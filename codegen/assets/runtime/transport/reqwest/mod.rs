//! HTTP by reqwest.

mod download;
mod origin;
mod upload;

use std::fmt;
use std::future::ready;
use std::mem::take;
use std::sync::PoisonError;
use std::time::Duration;

use http::Method;
use http::header::{CONTENT_LENGTH, HeaderValue};
use reqwest::redirect::Policy;
use reqwest::{Url, retry};

use super::{BoxFuture, RequestBody, ResponseBody, Transport, TransportError};
use download::Download;
use origin::Origin;
use upload::{Fault, Upload};

/// Carries requests by reqwest. Requests must be sent, and their futures polled, within a Tokio
/// runtime whose timer is enabled.
#[derive(Clone)]
pub struct ReqwestTransport {
    client: reqwest::Client,
    origin: Origin,
}

impl ReqwestTransport {
    /// Uses a client of your own: its proxies, TLS settings, connection pool.
    ///
    /// Its redirect policy is its own too. That of a plain `reqwest::Client` follows to other hosts,
    /// takes API-key headers along, and makes a GET of a POST that was moved; give it
    /// `Policy::none()`, which leaves redirects to the runtime. Headers that it adds to every request go
    /// to every host that a call is redirected to: give credentials to the builder instead.
    pub fn new(client: reqwest::Client) -> Self {
        let origin = Origin::default();
        Self { client, origin }
    }

    /// Uses a fresh client that sends nothing again of its own accord, and follows no redirect: both are
    /// the runtime's to decide.
    pub(super) fn with_defaults(connect_timeout: Duration) -> Result<Self, reqwest::Error> {
        let client = reqwest::Client::builder()
            .connect_timeout(connect_timeout)
            .redirect(Policy::none())
            .referer(false)
            .retry(retry::never().max_retries_per_request(0))
            .build()?;
        Ok(Self::new(client))
    }
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> BoxFuture<'_, Result<http::Response<ResponseBody>, TransportError>> {
        // Begun at once: the future that waits for the answer is small, and a request is not.
        match self.origin.url(request.uri()) {
            Ok(url) => {
                let (request, fault) = converted(request, url);
                let answer = self.client.execute(request);
                Box::pin(async move {
                    let answer = answer.await.map(received);
                    answer.map_err(|error| unreadable(fault).unwrap_or_else(|| failure(error)))
                })
            }
            Err(error) => Box::pin(ready(Err(error))),
        }
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

/// The request as reqwest has it, and where the fault of its body will be.
fn converted(
    mut request: http::Request<RequestBody>,
    url: Url,
) -> (reqwest::Request, Option<Fault>) {
    let mut made = reqwest::Request::new(take(request.method_mut()), url);
    *made.headers_mut() = take(request.headers_mut());
    let body = request.into_body();
    if body.length() == Some(0) {
        state_emptiness(&mut made);
        return (made, None);
    }
    let (body, fault) = Upload::body(body);
    *made.body_mut() = Some(body);
    (made, fault)
}

/// The error of a body that could not be read.
fn unreadable(fault: Option<Fault>) -> Option<TransportError> {
    let fault = fault?;
    let error = fault.lock().unwrap_or_else(PoisonError::into_inner).take();
    error.map(TransportError::unreadable)
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
    *made.headers_mut() = take(answer.headers_mut());
    *made.extensions_mut() = take(answer.extensions_mut());
    made.map(|_| Download::body(answer))
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
