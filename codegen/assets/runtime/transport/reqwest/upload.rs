//! Bodies of requests as reqwest takes them.

use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, Frame, SizeHint};

use crate::runtime::transport::{BoxError, RequestBody};

/// A body that is read while it is sent.
pub(super) struct Upload {
    /// reqwest wants what it can share between threads, though it never does.
    body: Mutex<RequestBody>,
    length: Option<u64>,
}

impl Upload {
    /// What reqwest sends for a body.
    pub(super) fn body(body: RequestBody) -> reqwest::Body {
        match body.bytes() {
            Some(bytes) => bytes.clone().into(),
            None => reqwest::Body::wrap(Self {
                length: body.length(),
                body: Mutex::new(body),
            }),
        }
    }
}

impl Body for Upload {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let body = self.body.get_mut().unwrap_or_else(PoisonError::into_inner);
        let chunk = Pin::new(body).poll_next(cx);
        chunk.map(|chunk| chunk.map(|chunk| chunk.map(Frame::data)))
    }

    fn size_hint(&self) -> SizeHint {
        self.length.map(SizeHint::with_exact).unwrap_or_default()
    }
}
