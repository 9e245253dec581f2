//! The body of a request.

use std::error::Error as StdError;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::BoxStream;

/// What went wrong while a body was read from where it comes.
pub type BoxError = Box<dyn StdError + Send + Sync>;

/// The body of a request: all of it at once, or chunks that are read when the connection takes them.
pub struct RequestBody(Content);

enum Content {
    Whole(Bytes),
    Chunks {
        chunks: BoxStream<'static, Result<Bytes, BoxError>>,
        length: Option<u64>,
    },
}

impl RequestBody {
    /// A body that is read chunk by chunk; its length in bytes, where it is known, becomes the header
    /// `content-length`.
    pub fn stream(
        chunks: BoxStream<'static, Result<Bytes, BoxError>>,
        length: Option<u64>,
    ) -> Self {
        Self(Content::Chunks { chunks, length })
    }

    /// All of it, unless it is a stream.
    pub fn bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            Content::Whole(bytes) => Some(bytes),
            Content::Chunks {
                chunks: _,
                length: _,
            } => None,
        }
    }

    /// Its length in bytes, if it is known.
    pub fn length(&self) -> Option<u64> {
        match &self.0 {
            Content::Whole(bytes) => u64::try_from(bytes.len()).ok(),
            Content::Chunks { chunks: _, length } => *length,
        }
    }

    /// Reads all of it.
    ///
    /// # Errors
    ///
    /// What its source says.
    pub async fn whole(mut self) -> Result<Bytes, BoxError> {
        if let Content::Whole(bytes) = self.0 {
            return Ok(bytes);
        }
        let mut whole = Vec::new();
        while let Some(chunk) = poll_fn(|cx| Pin::new(&mut self).poll_next(cx)).await {
            whole.extend_from_slice(&chunk?);
        }
        Ok(whole.into())
    }
}

impl From<Bytes> for RequestBody {
    fn from(bytes: Bytes) -> Self {
        Self(Content::Whole(bytes))
    }
}

impl Default for RequestBody {
    fn default() -> Self {
        Bytes::new().into()
    }
}

impl Stream for RequestBody {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match &mut self.0 {
            Content::Whole(bytes) => {
                let rest = std::mem::take(bytes);
                Poll::Ready((!rest.is_empty()).then_some(Ok(rest)))
            }
            Content::Chunks { chunks, length: _ } => chunks.as_mut().poll_next(cx),
        }
    }
}

impl fmt::Debug for RequestBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Bodies may hold anything.
        match (&self.0, self.length()) {
            (Content::Whole(bytes), _) => write!(f, "RequestBody({} bytes)", bytes.len()),
            (_, Some(length)) => write!(f, "RequestBody({length} bytes in chunks)"),
            (_, None) => f.write_str("RequestBody(in chunks)"),
        }
    }
}
