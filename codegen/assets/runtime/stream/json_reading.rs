//! The ways to read answers that are streams of JSON values.

use super::JsonStream;
use crate::runtime::error::Error;
use crate::runtime::reading::Reading;
use crate::runtime::response::Response;
use crate::runtime::stream_answer::StreamAnswer;
use crate::runtime::wire::Decode;

/// JSON values, one a line.
#[derive(Debug)]
pub enum JsonLines {}

/// Lines of text.
#[derive(Debug)]
pub enum TextLines {}

/// A JSON text sequence (RFC 7464).
#[derive(Debug)]
pub enum JsonSequence {}

impl<T: Decode> Reading<JsonStream<T>> for JsonLines {
    const IS_STREAM: bool = true;

    fn read(answer: StreamAnswer) -> Result<Response<JsonStream<T>>, Error> {
        answer.json_lines()
    }
}

impl<T: Decode> Reading<JsonStream<T>> for TextLines {
    const IS_STREAM: bool = true;

    fn read(answer: StreamAnswer) -> Result<Response<JsonStream<T>>, Error> {
        answer.text_lines()
    }
}

impl<T: Decode> Reading<JsonStream<T>> for JsonSequence {
    const IS_STREAM: bool = true;

    fn read(answer: StreamAnswer) -> Result<Response<JsonStream<T>>, Error> {
        answer.json_sequence()
    }
}
