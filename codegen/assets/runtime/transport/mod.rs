//! What carries requests to the server.

mod body;
mod error;
#[cfg(feature = "test-support")]
mod memory;
mod request_body;
// On wasm32 tokio has no clock, so a client there brings a transport of its own.
#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
mod reqwest;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
pub use self::reqwest::ReqwestTransport;
pub use body::{BoxStream, ResponseBody};
pub(super) use error::Cause;
pub use error::TransportError;
#[cfg(feature = "test-support")]
pub use memory::{Expectation, MemoryTransport};
pub use request_body::{BoxError, RequestBody};

/// A future on the heap; `Send`, except on wasm32, where nothing is sent between threads.
#[cfg(not(target_arch = "wasm32"))]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A future on the heap; not `Send`, since on wasm32 nothing is sent between threads.
#[cfg(target_arch = "wasm32")]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// Carries one request to the server and the answer back.
///
/// Give a client one of your own by
/// [`ClientBuilder::transport`](crate::runtime::ClientBuilder::transport) to use another HTTP
/// library, or to see and change what is sent.
pub trait Transport: Send + Sync + 'static {
    /// Sends the request and gives the answer, whatever its status: with its head at once, if its body
    /// can follow as a stream.
    ///
    /// The URL is absolute, and credentials are in it: log the request's headers by `Debug`, which
    /// hides them, and of its URL the path at most. Redirects are best left alone: the client follows
    /// those within the origin itself, and one that leaves it must not be followed, since the headers
    /// hold credentials. The future is dropped when the caller gives up
    /// or the timeout has passed, and so is the body.
    fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> BoxFuture<'_, Result<http::Response<ResponseBody>, TransportError>>;

    /// Waits. Timeouts are measured by this, so that the client needs no clock of its own.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;

    /// Waits before a call is sent again: [`sleep`](Self::sleep), unless a transport's time is its own.
    fn pause(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.sleep(duration)
    }
}

/// The transport of a client that was given none; connecting takes no longer than that.
#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
pub(super) fn default(connect_timeout: Duration) -> Result<Arc<dyn Transport>, super::Error> {
    match ReqwestTransport::with_defaults(connect_timeout) {
        Ok(transport) => Ok(Arc::new(transport)),
        Err(error) => {
            Err(super::Error::configuration("the HTTP client does not start").because(error))
        }
    }
}

/// The transport of a client that was given none.
#[cfg(not(all(feature = "reqwest", not(target_arch = "wasm32"))))]
pub(super) fn default(_: Duration) -> Result<Arc<dyn Transport>, super::Error> {
    Err(super::Error::configuration("there is no transport")
        .with_hint("call `transport`, or enable feature `rustls` (not on wasm32)"))
}
