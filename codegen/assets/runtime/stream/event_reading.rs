//! The ways to read answers that are streams of events.

use super::EventStream;
use crate::runtime::error::Error;
use crate::runtime::reading::Reading;
use crate::runtime::response::Response;
use crate::runtime::stream_answer::StreamAnswer;
use crate::runtime::wire::Decode;

/// Events whose data is JSON.
#[derive(Debug)]
pub enum Events {}

/// Events whose data is text.
#[derive(Debug)]
pub enum TextEvents {}

/// Events whose data is JSON for some and text for others.
#[derive(Debug)]
pub enum MixedEvents {}

impl<T: Decode> Reading<EventStream<T>> for Events {
    const IS_STREAM: bool = true;

    fn read(answer: StreamAnswer) -> Result<Response<EventStream<T>>, Error> {
        answer.events()
    }
}

impl<T: Decode> Reading<EventStream<T>> for TextEvents {
    const IS_STREAM: bool = true;

    fn read(answer: StreamAnswer) -> Result<Response<EventStream<T>>, Error> {
        answer.text_events()
    }
}

impl<T: Decode> Reading<EventStream<T>> for MixedEvents {
    const IS_STREAM: bool = true;

    fn read(answer: StreamAnswer) -> Result<Response<EventStream<T>>, Error> {
        answer.mixed_events()
    }
}
