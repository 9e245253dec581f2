//! What a body is made of before it is sent.

mod measured;

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::error::Error;
use super::multipart::once::Once;
use super::transport::{BoxError, RequestBody};
use measured::Measured;

/// The content of a body: what there is of it in memory, and what is read when it is sent.
#[derive(Clone, Debug)]
pub enum Content {
    /// All of it.
    Bytes(Bytes),
    /// One after the other.
    Segments(Arc<[Segment]>),
}

/// A piece of a body.
#[derive(Clone, Debug)]
pub enum Segment {
    /// What is in memory.
    Bytes(Bytes),
    /// What is read once, and its length in bytes if that is known.
    Once(Once, Option<u64>),
}

impl Content {
    /// Whether it can be sent more than once.
    pub(super) fn is_repeatable(&self) -> bool {
        match self {
            Self::Bytes(_) => true,
            Self::Segments(segments) => segments.iter().all(Segment::is_repeatable),
        }
    }

    /// How many bytes are in memory.
    pub(super) fn held(&self) -> usize {
        match self {
            Self::Bytes(bytes) => bytes.len(),
            Self::Segments(segments) => segments.iter().map(Segment::held).sum(),
        }
    }

    /// The body to be sent.
    pub(super) fn open(&self) -> Result<RequestBody, Error> {
        match self {
            Self::Bytes(bytes) => Ok(bytes.clone().into()),
            Self::Segments(segments) => {
                let length: Option<u64> = segments.iter().map(Segment::length).sum();
                // Transports do not look into what is said to be empty.
                let length = length.filter(|&length| length > 0 || self.is_repeatable());
                let opened: Option<_> = segments.iter().map(Segment::open).collect();
                let chain = Chain(opened.ok_or_else(gone)?);
                Ok(RequestBody::stream(Box::pin(chain), length))
            }
        }
    }
}

impl Segment {
    fn is_repeatable(&self) -> bool {
        matches!(self, Self::Bytes(_))
    }

    fn held(&self) -> usize {
        match self {
            Self::Bytes(bytes) => bytes.len(),
            Self::Once(_, _) => 0,
        }
    }

    fn length(&self) -> Option<u64> {
        match self {
            Self::Bytes(bytes) => u64::try_from(bytes.len()).ok(),
            Self::Once(_, length) => *length,
        }
    }

    fn open(&self) -> Option<Open> {
        match self {
            Self::Bytes(bytes) => Some(Open::Bytes(bytes.clone())),
            Self::Once(once, length) => {
                let poller = once.take()?;
                Some(Open::Measured(Measured::new(poller, *length)))
            }
        }
    }
}

fn gone() -> Error {
    Error::request("the body is read from a stream, which was sent already")
}

/// Pieces that are being sent.
struct Chain(VecDeque<Open>);

enum Open {
    Bytes(Bytes),
    Measured(Measured),
}

impl Stream for Chain {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        while let Some(piece) = self.0.front_mut() {
            let chunk = match piece {
                Open::Bytes(bytes) => {
                    let bytes = std::mem::take(bytes);
                    (!bytes.is_empty()).then_some(Ok(bytes))
                }
                Open::Measured(measured) => ready!(measured.poll(cx)),
            };
            if chunk.is_some() {
                return Poll::Ready(chunk);
            }
            self.0.pop_front();
        }
        Poll::Ready(None)
    }
}
