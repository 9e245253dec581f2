//! Bodies of requests as reqwest takes them.

use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, Frame, SizeHint};

use crate::runtime::transport::{BoxError, RequestBody};

/// How much is given to the connection at a time: it sends to its end what it was given, whether anybody waits for the answer or not.
const SLICE: usize = 64 * 1024;

/// A body that is read while it is sent.
pub(super) struct Upload {
    /// reqwest wants what it can share between threads, though it never does.
    body: Mutex<RequestBody>,
    length: Option<u64>,
    /// The rest of a chunk that is more than a slice.
    rest: Bytes,
}

/// Why a body cannot be read, as it is found again in what reqwest says.
#[derive(Debug)]
struct Unreadable(BoxError);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Error for Unreadable {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}

/// Whether the error is one of reading the body, at whatever depth.
pub(super) fn is_unreadable(error: &reqwest::Error) -> bool {
    let mut cause = error.source();
    while let Some(inner) = cause.filter(|inner| !inner.is::<Unreadable>()) {
        cause = inner.source();
    }
    cause.is_some()
}

impl Upload {
    /// What reqwest sends for a body.
    pub(super) fn body(body: RequestBody) -> reqwest::Body {
        match body.bytes() {
            Some(bytes) if bytes.len() <= SLICE => bytes.clone().into(),
            Some(_) | None => reqwest::Body::wrap(Self {
                length: body.length(),
                body: Mutex::new(body),
                rest: Bytes::new(),
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
        if self.rest.is_empty() {
            let body = self.body.get_mut().unwrap_or_else(PoisonError::into_inner);
            self.rest = match ready!(Pin::new(body).poll_next(cx)) {
                Some(Ok(chunk)) => chunk,
                Some(Err(error)) => return Poll::Ready(Some(Err(Unreadable(error).into()))),
                None => return Poll::Ready(None),
            };
        }
        let end = self.rest.len().min(SLICE);
        Poll::Ready(Some(Ok(Frame::data(self.rest.split_to(end)))))
    }

    fn size_hint(&self) -> SizeHint {
        self.length.map(SizeHint::with_exact).unwrap_or_default()
    }
}
