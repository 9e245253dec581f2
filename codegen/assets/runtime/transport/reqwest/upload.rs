//! Bodies of requests as reqwest takes them.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, Frame, SizeHint};

use crate::runtime::transport::{BoxError, RequestBody};

/// How much is given to the connection at a time: it sends to its end what it was given, whether anybody
/// waits for the answer or not.
const SLICE: usize = 64 * 1024;

/// Why a body could not be read, if it could not. What reqwest says need not tell.
pub(super) type Fault = Arc<Mutex<Option<BoxError>>>;

/// A body that is read while it is sent.
pub(super) struct Upload {
    /// reqwest wants what it can share between threads, though it never does.
    body: Mutex<RequestBody>,
    length: Option<u64>,
    /// The rest of a chunk that is more than a slice.
    rest: Bytes,
    fault: Fault,
}

impl Upload {
    /// What reqwest sends for a body, and where its fault will be.
    pub(super) fn body(body: RequestBody) -> (reqwest::Body, Option<Fault>) {
        match body.bytes() {
            Some(bytes) if bytes.len() <= SLICE => (bytes.clone().into(), None),
            Some(_) | None => {
                let fault = Fault::default();
                let upload = Self {
                    length: body.length(),
                    body: Mutex::new(body),
                    rest: Bytes::new(),
                    fault: Arc::clone(&fault),
                };
                (reqwest::Body::wrap(upload), Some(fault))
            }
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
                Some(Err(error)) => {
                    let mut fault = self.fault.lock().unwrap_or_else(PoisonError::into_inner);
                    *fault = Some(error);
                    drop(fault);
                    return Poll::Ready(Some(Err("the body cannot be read".into())));
                }
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
