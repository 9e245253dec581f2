//! From chunks, which end anywhere, to whole frames.

use std::task::{Context, Poll, ready};

use bytes::Bytes;

use crate::runtime::error::Error;
use crate::runtime::request::Request;
use crate::runtime::response::Response;
use crate::runtime::stream_answer::StreamAnswer;
use crate::runtime::transport::{Cause, ResponseBody, TransportError};

/// How a body is cut into frames.
pub(super) trait Cut {
    /// What an item is made of.
    type Frame;

    /// Takes what has arrived.
    fn feed(&mut self, chunk: &[u8]);

    /// The next frame that is whole.
    fn frame(&mut self) -> Option<Self::Frame>;

    /// How many bytes a frame has.
    fn length(frame: &Self::Frame) -> usize;

    /// How many bytes of the next frame are there.
    fn held(&self) -> usize;

    /// What is left at the end, if it counts.
    fn rest(&mut self) -> Option<Self::Frame>;
}

/// A body, frame by frame. It holds no more of it than what has arrived and is not taken yet.
pub(super) struct Frames<C> {
    pub(super) cut: C,
    pub(super) body: ResponseBody,
    /// What was asked, for errors and to ask again.
    pub(super) request: Request,
    /// The answer without its body, for the error of an item that does not decode.
    head: http::Response<()>,
}

impl<C: Cut> Frames<C> {
    /// The answer with its body in frames.
    pub(super) fn of(answer: StreamAnswer, cut: C) -> Response<Self> {
        let StreamAnswer { request, response } = answer;
        let (parts, body) = response.into_parts();
        let (status, headers) = (parts.status, parts.headers.clone());
        let head = http::Response::from_parts(parts, ());
        let frames = Self {
            cut,
            body,
            request,
            head,
        };
        Response::new(status, headers, frames)
    }

    /// The next frame that is whole, unless it is too large, or what has come of it is.
    fn frame(&mut self) -> Result<Option<C::Frame>, TransportError> {
        let frame = self.cut.frame();
        let length = frame.as_ref().map_or_else(|| self.cut.held(), C::length);
        let limit = self.request.draft.limits().body;
        if u64::try_from(length).is_ok_and(|length| length <= limit) {
            return Ok(frame);
        }
        self.body = ResponseBody::default();
        Err(TransportError::of(Cause::TooLarge(limit)))
    }

    /// The failure of the connection, which is the last thing that comes.
    fn broken(&mut self, error: TransportError) -> Error {
        drop(self.cut.rest()); // half a frame is none
        self.request.draft.blamed(Error::transport(error))
    }

    /// The next frame. A failure of the connection is the last thing that comes.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<C::Frame, Error>>> {
        loop {
            match self.frame() {
                Ok(Some(frame)) => return Poll::Ready(Some(Ok(frame))),
                Ok(None) => {}
                Err(error) => return Poll::Ready(Some(Err(self.broken(error)))),
            }
            match ready!(self.body.poll_chunk(cx)) {
                Some(Ok(chunk)) => self.cut.feed(&chunk),
                Some(Err(error)) => return Poll::Ready(Some(Err(self.broken(error)))),
                None => return Poll::Ready(self.cut.rest().map(Ok)),
            }
        }
    }

    /// The error of an item that does not decode; it keeps the item in place of a body.
    pub(super) fn misfit(&self, error: serde_json::Error, item: Bytes) -> Error {
        let answer = self.head.clone().map(|()| item);
        self.request.draft.unreadable(Error::misfit(error), answer)
    }
}
