//! Calls from threads that do nothing else meanwhile.

use std::future::Future;
use std::sync::OnceLock;

use tokio::runtime::{Builder, Handle, Runtime};

use super::client::Client;
use super::error::Error;

/// What drives connections while threads wait: started by the first call that waits, stopped with the
/// last clone of its client.
#[derive(Default)]
pub(super) struct Driver(OnceLock<Runtime>);

impl Driver {
    fn start(&self) -> Result<&Runtime, Error> {
        if let Some(runtime) = self.0.get() {
            return Ok(runtime);
        }
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build();
        let runtime = runtime.map_err(|error| {
            Error::configuration("no thread can be started for calls that wait").because(error)
        })?;
        Ok(self.0.get_or_init(|| runtime))
    }
}

impl Drop for Driver {
    /// A runtime that is dropped where another one runs would panic.
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

impl Client {
    /// Waits for what a call of this client gives, and keeps the thread waiting meanwhile.
    ///
    /// Connections belong to the runtime that made them. Where some calls of a client wait and others
    /// run on a runtime that may stand still, as one of a single thread does between two of its own
    /// `block_on`, give each kind a client of its own: a kept connection of the other would not answer.
    ///
    /// # Errors
    ///
    /// As the call. [`ErrorKind::Request`](super::ErrorKind::Request), if the thread belongs to an
    /// asynchronous runtime, which may be one that must not wait: there, `send` is the way, and behind
    /// `spawn_blocking` the runtime's own `block_on` of it.
    pub fn block_on<T>(&self, work: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        if Handle::try_current().is_ok() {
            let message = "a call that waits was made within an asynchronous runtime";
            return Err(Error::request(message).with_hint("use `send`"));
        }
        self.shared.driver.start()?.block_on(work)
    }
}
