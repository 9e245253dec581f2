//! Bodies of answers as reqwest gives them.

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::failure;
use crate::runtime::transport::{ResponseBody, TransportError};

/// A body that is read as it arrives. reqwest's own stream would bring in more crates.
pub(super) struct Download(reqwest::Response);

impl Download {
    /// What a client reads.
    pub(super) fn body(answer: reqwest::Response) -> ResponseBody {
        ResponseBody::stream(Box::pin(Self(answer)))
    }
}

impl Stream for Download {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        // A future of its own each time: what has arrived stays with the answer until it is ready.
        let chunk = ready!(pin!(self.0.chunk()).poll(cx));
        Poll::Ready(chunk.map_err(failure).transpose())
    }
}
