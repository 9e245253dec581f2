//! Sources that are as long as they were said to be.

use std::task::{Context, Poll, ready};

use bytes::Bytes;

use crate::runtime::multipart::once::{Chunk, Poller};

/// A source, and what is left of the length that was stated for it.
///
/// A request with a `content-length` ends there: of a longer source the rest would be missing, without
/// a word.
pub(super) struct Measured {
    poller: Poller,
    left: Option<u64>,
    /// The chunk that completes the length, until it is known that nothing follows.
    last: Option<Bytes>,
    /// Whether nothing follows; then the source must not be asked again.
    is_over: bool,
}

impl Measured {
    pub(super) fn new(poller: Poller, length: Option<u64>) -> Self {
        Self {
            poller,
            left: length,
            last: None,
            is_over: false,
        }
    }

    /// The next chunk, the end, or why there is neither.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Chunk> {
        while !self.is_over {
            let chunk = ready!((self.poller)(cx));
            let Some(left) = self.left else {
                return Poll::Ready(chunk);
            };
            let counted = match chunk {
                Some(Ok(chunk)) if chunk.is_empty() => None,
                Some(Ok(chunk)) => self.count(left, chunk),
                Some(Err(error)) => Some(Err(error)),
                None => {
                    self.is_over = true;
                    return Poll::Ready(self.end(left));
                }
            };
            if counted.is_some() {
                return Poll::Ready(counted);
            }
        }
        Poll::Ready(None)
    }

    /// The chunk, unless it has to wait for what follows.
    fn count(&mut self, left: u64, chunk: Bytes) -> Chunk {
        let length = u64::try_from(chunk.len()).unwrap_or(u64::MAX);
        let Some(left) = left.checked_sub(length) else {
            return wrong("more");
        };
        self.left = Some(left);
        if left > 0 {
            return Some(Ok(chunk));
        }
        self.last = Some(chunk);
        None
    }

    fn end(&mut self, left: u64) -> Chunk {
        match left {
            0 => self.last.take().map(Ok),
            _ => wrong("less"),
        }
    }
}

fn wrong(what: &str) -> Chunk {
    let message = format!("there is {what} of the file than the length that was stated for it");
    Some(Err(message.into()))
}
