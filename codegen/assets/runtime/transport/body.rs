//! The body of an answer.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::{Cause, TransportError};

/// A stream on the heap; `Send`, except on wasm32, where nothing is sent between threads.
#[cfg(not(target_arch = "wasm32"))]
pub type BoxStream<'a, T> = Pin<Box<dyn Stream<Item = T> + Send + 'a>>;

/// A stream on the heap; not `Send`, since on wasm32 nothing is sent between threads.
#[cfg(target_arch = "wasm32")]
pub type BoxStream<'a, T> = Pin<Box<dyn Stream<Item = T> + 'a>>;

/// The body of an answer: all of it at once, or chunks as they arrive.
pub struct ResponseBody(State);

enum State {
    Whole(Bytes),
    Arriving(BoxStream<'static, Result<Bytes, TransportError>>),
    Ended,
}

impl ResponseBody {
    /// A body that arrives in chunks; they may end anywhere. A failure is the last of them.
    pub fn stream(chunks: BoxStream<'static, Result<Bytes, TransportError>>) -> Self {
        Self(State::Arriving(chunks))
    }

    /// Waits for the next chunk; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<Bytes, TransportError>> {
        poll_fn(|cx| self.poll_chunk(cx)).await
    }

    /// Waits for all of it, which may be no longer than the limit.
    pub(in crate::runtime) async fn whole(mut self, limit: u64) -> Result<Bytes, TransportError> {
        let (mut first, mut whole) = (Bytes::new(), Vec::new());
        while let Some(chunk) = self.next().await.transpose()? {
            within(first.len() + whole.len() + chunk.len(), limit)?;
            if first.is_empty() && whole.is_empty() {
                first = chunk; // not copied: most answers are one chunk
                continue;
            }
            whole.extend_from_slice(&std::mem::take(&mut first));
            whole.extend_from_slice(&chunk);
        }
        Ok(if whole.is_empty() {
            first
        } else {
            whole.into()
        })
    }

    /// Puts what comes of it behind what is there, up to a limit, until it ends in whatever way.
    pub(in crate::runtime) async fn gather(mut self, into: &mut Vec<u8>, limit: u64) {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        while let Some(Ok(chunk)) = self.next().await {
            let room = limit.saturating_sub(into.len());
            into.extend_from_slice(&chunk[..chunk.len().min(room)]);
            if chunk.len() > room {
                return;
            }
        }
    }

    /// What there is of it at once.
    pub(in crate::runtime) fn into_bytes(self) -> Bytes {
        match self.0 {
            State::Whole(bytes) => bytes,
            State::Arriving(_) | State::Ended => Bytes::new(),
        }
    }

    pub(in crate::runtime) fn poll_chunk(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, TransportError>>> {
        let chunk = match &mut self.0 {
            State::Arriving(chunks) => std::task::ready!(chunks.as_mut().poll_next(cx)),
            State::Whole(bytes) => Some(std::mem::take(bytes))
                .filter(|bytes| !bytes.is_empty())
                .map(Ok),
            State::Ended => None,
        };
        // Whoever made the stream need not say what it does when asked once more.
        if !matches!(chunk, Some(Ok(_))) {
            self.0 = State::Ended;
        }
        Poll::Ready(chunk)
    }
}

fn within(length: usize, limit: u64) -> Result<(), TransportError> {
    match u64::try_from(length).is_ok_and(|length| length <= limit) {
        true => Ok(()),
        false => Err(TransportError::of(Cause::TooLarge(limit))),
    }
}

impl Default for ResponseBody {
    fn default() -> Self {
        Self(State::Ended)
    }
}

impl From<Bytes> for ResponseBody {
    fn from(bytes: Bytes) -> Self {
        Self(State::Whole(bytes))
    }
}

impl Stream for ResponseBody {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_chunk(cx)
    }
}

impl fmt::Debug for ResponseBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Bodies may hold anything.
        f.write_str(match &self.0 {
            State::Whole(_) => "ResponseBody(whole)",
            State::Arriving(_) => "ResponseBody(arriving)",
            State::Ended => "ResponseBody(ended)",
        })
    }
}
