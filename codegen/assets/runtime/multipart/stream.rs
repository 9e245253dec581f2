//! Files that are read while they are sent.

use std::io::Read;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Poll;

use bytes::Bytes;
use futures_core::Stream;

use super::file::File;
use super::once::{Once, Poller};
use crate::runtime::may_send::MaySend;
use crate::runtime::transport::BoxError;

/// How much of a reader is read at a time.
const CHUNK: usize = 64 * 1024;

impl Once {
    fn new(poller: Poller) -> Self {
        Self(Arc::new(Mutex::new(Some(poller))))
    }

    /// The source, for the first who asks.
    pub(in crate::runtime) fn take(&self) -> Option<Poller> {
        let mut source = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        source.take()
    }
}

impl File {
    /// A file that is read chunk by chunk while it is sent, and so is never in memory as a whole.
    ///
    /// It can be read once: a call with it is not sent again by itself, nor can a clone of it be sent.
    #[must_use]
    pub fn stream<S, E>(chunks: S) -> Self
    where
        S: Stream<Item = Result<Bytes, E>> + MaySend + 'static,
        E: Into<BoxError> + 'static,
    {
        let mut chunks: Pin<Box<S>> = Box::pin(chunks);
        Self::read_by(Box::new(move |cx| {
            let chunk = chunks.as_mut().poll_next(cx);
            chunk.map(|chunk| chunk.map(|chunk| chunk.map_err(Into::into)))
        }))
    }

    /// A file that is read while it is sent, as [`stream`](Self::stream) is: one of `std::fs`, for
    /// one.
    ///
    /// Reading waits in the thread that sends; for slow sources use [`stream`](Self::stream).
    #[must_use]
    pub fn reader(reader: impl Read + MaySend + 'static) -> Self {
        let mut reader = reader;
        Self::read_by(Box::new(move |_| {
            let mut chunk = Vec::with_capacity(CHUNK);
            let read = reader.by_ref().take(CHUNK as u64).read_to_end(&mut chunk);
            Poll::Ready(match read {
                Ok(0) => None,
                Ok(_) => Some(Ok(chunk.into())),
                Err(error) => Some(Err(error.into())),
            })
        }))
    }

    /// Sets how many bytes a stream has, where that is known: servers then are told beforehand.
    #[must_use]
    pub fn length(mut self, bytes: u64) -> Self {
        self.length = Some(bytes);
        self
    }

    fn read_by(poller: Poller) -> Self {
        Self {
            once: Some(Once::new(poller)),
            ..Self::default()
        }
    }
}
