//! How the answer to a call becomes what the document says that it is.

use bytes::Bytes;

use super::answer::Several;
use super::error::Error;
use super::response::Response;
use super::stream_answer::StreamAnswer;
use super::wire::Decode;

/// A way to read a success as a `T`.
pub trait Reading<T> {
    /// Whether it is read while its body arrives. All of the body is there otherwise.
    const IS_STREAM: bool = false;

    /// Reads a success.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`](super::ErrorKind::Decode), if it does not fit.
    fn read(answer: StreamAnswer) -> Result<Response<T>, Error>;
}

/// JSON.
#[derive(Debug)]
pub enum Json {}

/// Text.
#[derive(Debug)]
pub enum Text {}

/// The bytes that a body is.
#[derive(Debug)]
pub enum Binary {}

/// No body.
#[derive(Debug)]
pub enum Empty {}

/// One of several types, by the status.
#[derive(Debug)]
pub enum Either {}

impl<T: Decode> Reading<T> for Json {
    fn read(answer: StreamAnswer) -> Result<Response<T>, Error> {
        answer.whole().json()
    }
}

impl Reading<String> for Text {
    fn read(answer: StreamAnswer) -> Result<Response<String>, Error> {
        answer.whole().text()
    }
}

impl Reading<Bytes> for Binary {
    fn read(answer: StreamAnswer) -> Result<Response<Bytes>, Error> {
        answer.whole().bytes()
    }
}

impl Reading<()> for Empty {
    fn read(answer: StreamAnswer) -> Result<Response<()>, Error> {
        answer.whole().empty()
    }
}

impl<T: Several> Reading<T> for Either {
    fn read(answer: StreamAnswer) -> Result<Response<T>, Error> {
        answer.whole().several()
    }
}
