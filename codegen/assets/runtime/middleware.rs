//! What stands between a client and its transport.

use std::sync::Arc;
use std::time::Duration;

use super::client::Shared;
use super::error::Endpoint;
use super::transport::{BoxFuture, RequestBody, ResponseBody, Transport, TransportError};

/// The answer to one attempt, or why there is none.
pub type Answered = Result<http::Response<ResponseBody>, TransportError>;

/// Sees and changes what is sent and what comes back, attempt by attempt: to log, to record, to limit
/// the rate, to answer from a cache.
///
/// Middleware stacks: what is added first by
/// [`ClientBuilder::middleware`](super::ClientBuilder::middleware) is the outermost. Requests reach it
/// whole, with their credentials: log headers by `Debug`, which hides them, and of a URL the path at
/// most. Retries are decided outside, so that each attempt passes anew; so are redirects, and each step
/// of an attempt that is redirected passes. One of them may go to another host, without what the call
/// carries: what adds a credential has to look at the host of the URL first.
///
/// ```text
/// struct Stamp;
///
/// impl Middleware for Stamp {
///     fn handle<'a>(
///         &'a self,
///         mut request: http::Request<RequestBody>,
///         next: Next<'a>,
///     ) -> BoxFuture<'a, Answered> {
///         Box::pin(async move {
///             let attempt = next.attempt().into();
///             request.headers_mut().insert("x-attempt", attempt);
///             next.run(request).await
///         })
///     }
/// }
/// ```
pub trait Middleware: Send + Sync + 'static {
    /// Handles one attempt: passes the request on by [`Next::run`], or answers it itself.
    fn handle<'a>(
        &'a self,
        request: http::Request<RequestBody>,
        next: Next<'a>,
    ) -> BoxFuture<'a, Answered>;
}

/// What comes after a middleware: the ones inside it, and the transport.
#[derive(Clone, Copy)]
pub struct Next<'a> {
    inner: &'a [Arc<dyn Middleware>],
    transport: &'a dyn Transport,
    call: &'a Endpoint,
    attempt: u32,
}

impl<'a> Next<'a> {
    pub(super) fn first(shared: &'a Shared, call: &'a Endpoint, attempt: u32) -> Self {
        Self {
            inner: &shared.middleware,
            transport: shared.transport.as_ref(),
            call,
            attempt,
        }
    }

    /// Passes the request on.
    ///
    /// # Errors
    ///
    /// As the transport, or a middleware inside.
    pub fn run(self, request: http::Request<RequestBody>) -> BoxFuture<'a, Answered> {
        match self.inner.split_first() {
            Some((middleware, inner)) => middleware.handle(request, Self { inner, ..self }),
            None => self.transport.send(request),
        }
    }

    /// The path of the operation as the document has it, such as `/contacts/{phone_number}`.
    pub fn path(&self) -> &'a str {
        &self.call.path
    }

    /// Which attempt of the call this is, from 1.
    pub fn attempt(&self) -> u32 {
        self.attempt
    }

    /// Waits, by the clock of the transport.
    pub fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.transport.sleep(duration)
    }
}
