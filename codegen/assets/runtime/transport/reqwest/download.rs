//! Bodies of answers as reqwest gives them.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http_body::Body;

use super::failure;
use crate::runtime::transport::{ResponseBody, TransportError};

/// A body that is read as it arrives. reqwest's own stream would bring in more crates.
pub(super) struct Download(reqwest::Body);

impl Download {
    /// What a client reads.
    pub(super) fn body(body: reqwest::Body) -> ResponseBody {
        ResponseBody::stream(Box::pin(Self(body)))
    }
}

impl Stream for Download {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let frame = ready!(Pin::new(&mut self.0).poll_frame(cx));
            match frame.map(|frame| frame.map(|frame| frame.into_data())) {
                Some(Ok(Ok(chunk))) => return Poll::Ready(Some(Ok(chunk))),
                Some(Ok(Err(_trailers))) => {} // nothing that a document could speak of
                Some(Err(error)) => return Poll::Ready(Some(Err(failure(error)))),
                None => return Poll::Ready(None),
            }
        }
    }
}
