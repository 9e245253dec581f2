//! What carries requests to the server.

mod body;
mod error;
#[cfg(feature = "test-support")]
mod memory;
// On wasm32 tokio has no clock, so a client there brings a transport of its own.
#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
mod reqwest;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
pub use self::reqwest::ReqwestTransport;
pub use body::{BoxStream, ResponseBody};
pub use error::TransportError;
#[cfg(feature = "test-support")]
pub use memory::MemoryTransport;

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
    /// hides them, and of its URL the path at most. A redirect that leaves the origin must not be
    /// followed, since the headers hold credentials. The future is dropped when the caller gives up
    /// or the timeout has passed, and so is the body.
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<ResponseBody>, TransportError>>;

    /// Waits. Timeouts are measured by this, so that the client needs no clock of its own.
    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()>;
}

/// The transport of a client that was given none.
#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
pub(super) fn default() -> Result<Arc<dyn Transport>, super::Error> {
    match ReqwestTransport::with_defaults() {
        Ok(transport) => Ok(Arc::new(transport)),
        Err(error) => {
            Err(super::Error::configuration("the HTTP client does not start").because(error))
        }
    }
}

/// The transport of a client that was given none.
#[cfg(not(all(feature = "reqwest", not(target_arch = "wasm32"))))]
pub(super) fn default() -> Result<Arc<dyn Transport>, super::Error> {
    Err(super::Error::configuration("there is no transport")
        .with_hint("call `transport`, or enable feature `reqwest` (not on wasm32)"))
}
