//! Bodies that have to keep coming.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;

use super::{Execution, Extent, Timer};
use crate::runtime::transport::{Cause, ResponseBody, Transport, TransportError};

/// The answer with its body watched, where that is still to come.
pub(super) fn guarded(
    answer: http::Response<ResponseBody>,
    extent: Extent,
    execution: &Execution<'_>,
    total: Timer,
) -> http::Response<ResponseBody> {
    match extent {
        Extent::Whole => answer,
        Extent::Head => answer.map(|body| timed(execution.watched(body), total)),
    }
}

impl Execution<'_> {
    /// The body, which may not pause for longer than the limit.
    pub(super) fn watched(&self, body: ResponseBody) -> ResponseBody {
        let limit = self.limits.idle;
        if limit == Duration::MAX {
            return body;
        }
        ResponseBody::stream(Box::pin(Watched {
            body,
            transport: Arc::clone(&self.shared.transport),
            limit,
            pause: None,
        }))
    }
}

fn timed(body: ResponseBody, total: Timer) -> ResponseBody {
    if total.limit == Duration::MAX {
        return body;
    }
    ResponseBody::stream(Box::pin(Timed { body, total }))
}

/// A body whose pauses are measured.
struct Watched {
    body: ResponseBody,
    transport: Arc<dyn Transport>,
    limit: Duration,
    /// The pause that lasts, if one does.
    pause: Option<Timer>,
}

impl Stream for Watched {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if let Poll::Ready(chunk) = this.body.poll_chunk(cx) {
            this.pause = None;
            return Poll::Ready(chunk);
        }
        let start = || Timer::start(this.transport.as_ref(), this.limit);
        let pause = this.pause.get_or_insert_with(start);
        let overdue = pause.poll(cx);
        overdue.map(|()| Some(Err(TransportError::of(Cause::Idle(this.limit)))))
    }
}

/// A body that has to be there in time.
struct Timed {
    body: ResponseBody,
    total: Timer,
}

impl Stream for Timed {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Self { body, total } = &mut *self;
        if total.poll(cx).is_ready() {
            let overdue = TransportError::of(Cause::Total(total.limit));
            return Poll::Ready(Some(Err(overdue)));
        }
        body.poll_chunk(cx)
    }
}
