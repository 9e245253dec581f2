//! Answers that are streams of JSON values.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use serde_json::Value;

use super::frames::Frames;
use super::records::Records;
use crate::runtime::error::Error;
use crate::runtime::response::Response;
use crate::runtime::stream_answer::StreamAnswer;
use crate::runtime::wire::{self, Decode};

/// What stands before each value of a JSON text sequence (RFC 7464, section 2.2).
const RECORD_SEPARATOR: u8 = 0x1e;

/// The JSON values of an answer, as they arrive.
///
/// [`next`](Self::next) gives one after the other; it is a [`Stream`] too, for those who use a crate
/// of streams. A value that does not fit the document is an error, and the next one comes all the
/// same. When the connection fails, that is the last that comes.
pub struct JsonStream<T> {
    frames: Frames<Records>,
    read: fn(&[u8]) -> Result<T, serde_json::Error>,
}

impl<T> JsonStream<T> {
    /// Waits for the next value; `None` when the answer has ended.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`](crate::runtime::ErrorKind::Decode), if it does not fit `T`; the error
    /// keeps it in place of a body. Or that the connection failed.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|cx| self.poll_value(cx)).await
    }

    /// As [`next`](Self::next), and keeps the thread waiting meanwhile.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next).
    #[cfg(feature = "blocking")]
    pub fn next_blocking(&mut self) -> Option<Result<T, Error>> {
        let client = self.frames.request.client();
        client
            .block_on(async { self.next().await.transpose() })
            .transpose()
    }

    fn poll_value(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        let record = std::task::ready!(self.frames.poll(cx));
        Poll::Ready(record.map(|record| record.and_then(|record| self.typed(record))))
    }

    fn typed(&self, record: Bytes) -> Result<T, Error> {
        (self.read)(&record).map_err(|error| self.frames.misfit(error, record))
    }
}

impl<T> Stream for JsonStream<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_value(cx)
    }
}

impl<T> fmt::Debug for JsonStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JsonStream").finish_non_exhaustive()
    }
}

impl StreamAnswer {
    /// Reads JSON values, one a line.
    ///
    /// # Errors
    ///
    /// None; the signature is that of its siblings, so that operations call them all alike.
    pub fn json_lines<T: Decode>(self) -> Result<Response<JsonStream<T>>, Error> {
        self.records(b'\n', wire::from_slice)
    }

    /// Reads lines as the text that they are, where the document does not say what their JSON is.
    ///
    /// # Errors
    ///
    /// None, as in [`json_lines`](Self::json_lines).
    pub fn text_lines<T: Decode>(self) -> Result<Response<JsonStream<T>>, Error> {
        self.records(b'\n', |line| {
            T::decode(Value::from(String::from_utf8_lossy(line).trim_end()))
        })
    }

    /// Reads a JSON text sequence (RFC 7464).
    ///
    /// # Errors
    ///
    /// None, as in [`json_lines`](Self::json_lines).
    pub fn json_sequence<T: Decode>(self) -> Result<Response<JsonStream<T>>, Error> {
        self.records(RECORD_SEPARATOR, wire::from_slice)
    }

    fn records<T>(
        self,
        separator: u8,
        read: fn(&[u8]) -> Result<T, serde_json::Error>,
    ) -> Result<Response<JsonStream<T>>, Error> {
        let frames = Frames::of(self, Records::separated_by(separator));
        Ok(frames.map(|frames| JsonStream { frames, read }))
    }
}
