//! Bodies of answers as the bytes that they are.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::error::Error;
use super::request::Request;
use super::transport::ResponseBody;

/// The body of an answer, as it arrives: none of it is kept.
///
/// [`next`](Self::next) gives chunk after chunk; it is a [`Stream`] too, for those who use a crate of
/// streams. The server is read from no faster than chunks are asked for.
pub struct RawBody {
    request: Request,
    body: ResponseBody,
}

impl RawBody {
    pub(super) fn new(request: Request, body: ResponseBody) -> Self {
        Self { request, body }
    }

    /// Waits for the next chunk; `None` at the end. A failure is the last that comes.
    ///
    /// # Errors
    ///
    /// If the connection failed, or a time was up.
    pub async fn next(&mut self) -> Option<Result<Bytes, Error>> {
        poll_fn(|cx| self.poll_chunk(cx)).await
    }

    /// As [`next`](Self::next), and keeps the thread waiting meanwhile.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next).
    #[cfg(feature = "blocking")]
    pub fn next_blocking(&mut self) -> Option<Result<Bytes, Error>> {
        let client = self.request.client();
        client
            .block_on(async { self.next().await.transpose() })
            .transpose()
    }

    fn poll_chunk(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        let chunk = self.body.poll_chunk(cx);
        chunk.map_err(|error| self.request.draft.blamed(Error::transport(error)))
    }
}

impl Stream for RawBody {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_chunk(cx)
    }
}

impl fmt::Debug for RawBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawBody").finish_non_exhaustive()
    }
}
