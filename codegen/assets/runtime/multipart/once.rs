//! A source of bytes that can be read once.

use std::error::Error;
use std::fmt;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use bytes::Bytes;

/// The next chunk, the end, or why there is neither.
pub(in crate::runtime) type Chunk = Option<Result<Bytes, Box<dyn Error + Send + Sync>>>;

/// Gives chunk by chunk; `Send`, except on wasm32, where nothing is sent between threads.
#[cfg(not(target_arch = "wasm32"))]
pub(in crate::runtime) type Poller = Box<dyn FnMut(&mut Context<'_>) -> Poll<Chunk> + Send>;

/// Gives chunk by chunk; not `Send`, since on wasm32 nothing is sent between threads.
#[cfg(target_arch = "wasm32")]
pub(in crate::runtime) type Poller = Box<dyn FnMut(&mut Context<'_>) -> Poll<Chunk>>;

/// What is read once; clones share it, and are equal to no other.
#[derive(Clone)]
pub struct Once(pub(super) Arc<Mutex<Option<Poller>>>);

impl PartialEq for Once {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Once {}

impl fmt::Debug for Once {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Once")
    }
}
