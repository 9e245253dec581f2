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

    /// Takes what has arrived, unless the frame that it is of becomes too large.
    fn feed(&mut self, chunk: &[u8]) -> Result<(), TransportError> {
        let limit = self.request.limits().body;
        let held = u64::try_from(self.cut.held().saturating_add(chunk.len()));
        if held.is_ok_and(|held| held <= limit) {
            self.cut.feed(chunk);
            return Ok(());
        }
        self.body = ResponseBody::default();
        Err(TransportError::of(Cause::TooLarge(limit)))
    }

    /// The next frame. A failure of the connection is the last thing that comes.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<C::Frame, Error>>> {
        loop {
            if let Some(frame) = self.cut.frame() {
                return Poll::Ready(Some(Ok(frame)));
            }
            let arrived = ready!(self.body.poll_chunk(cx));
            match arrived.map(|chunk| chunk.and_then(|chunk| self.feed(&chunk))) {
                Some(Ok(())) => {}
                Some(Err(error)) => {
                    drop(self.cut.rest()); // half a frame is none
                    let error = Error::transport(error).of_call(&self.request.call);
                    return Poll::Ready(Some(Err(error)));
                }
                None => return Poll::Ready(self.cut.rest().map(Ok)),
            }
        }
    }

    /// The error of an item that does not decode; it keeps the item in place of a body.
    pub(super) fn misfit(&self, error: serde_json::Error, item: Bytes) -> Error {
        let answer = self.head.clone().map(|()| item);
        Error::misfit(error)
            .of_call(&self.request.call)
            .answered(answer)
    }
}
