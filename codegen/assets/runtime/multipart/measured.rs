//! Sources that are as long as they were said to be.

use std::task::{Context, Poll, ready};

use bytes::Bytes;

use super::once::{Chunk, Poller};

/// A source, and what is left of the length that was stated for it.
///
/// A request with a `content-length` ends there: of a longer source the rest would be missing, without a word.
pub(in crate::runtime) struct Measured {
    poller: Poller,
    left: Option<u64>,
    /// The chunk that completes the length, until it is known that nothing follows.
    last: Option<Bytes>,
    /// Whether nothing follows; then the source must not be asked again.
    is_over: bool,
}

impl Measured {
    pub(in crate::runtime) fn new(poller: Poller, length: Option<u64>) -> Self {
        Self {
            poller,
            left: length,
            last: None,
            is_over: false,
        }
    }

    /// The next chunk, the end, or why there is neither.
    pub(in crate::runtime) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Chunk> {
        let Some(left) = self.left else {
            return (self.poller)(cx);
        };
        while !self.is_over {
            let chunk = match ready!((self.poller)(cx)) {
                Some(Ok(chunk)) if chunk.is_empty() => continue,
                Some(Ok(chunk)) => chunk,
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => {
                    self.is_over = true;
                    return Poll::Ready(self.end(left));
                }
            };
            let length = u64::try_from(chunk.len()).unwrap_or(u64::MAX);
            match left.checked_sub(length) {
                None => return Poll::Ready(wrong("more")),
                Some(0) => {
                    self.left = Some(0);
                    self.last = Some(chunk);
                    return self.poll(cx);
                }
                rest @ Some(_) => {
                    self.left = rest;
                    return Poll::Ready(Some(Ok(chunk)));
                }
            }
        }
        Poll::Ready(None)
    }

    fn end(&mut self, left: u64) -> Chunk {
        match left {
            0 => self.last.take().map(Ok),
            _ => wrong("less"),
        }
    }
}

fn wrong(what: &str) -> Chunk {
    Some(Err(format!(
        "there is {what} of the file than the length that was stated for it"
    )
    .into()))
}
