//! Events whose names say what kind of data they have.

use super::EventStream;
use crate::runtime::error::Error;
use crate::runtime::reading::Reading;
use crate::runtime::response::Response;
use crate::runtime::stream_answer::StreamAnswer;
use crate::runtime::wire::Decode;

/// The data of one of several kinds of events.
pub trait EventKinds: Decode {
    /// Reads the data of an event of that name; `None` where the document has no kind of that name.
    ///
    /// # Errors
    ///
    /// If the data is not what events of that name have.
    fn named(event: &str, data: &str) -> Option<Result<Self, serde_json::Error>>;
}

/// Events that are told apart by their names, with data that is JSON.
#[derive(Debug)]
pub enum NamedEvents {}

/// Events that are told apart by their names, with data that is text.
#[derive(Debug)]
pub enum NamedTextEvents {}

/// Events that are told apart by their names, with data that is JSON for some and text for others.
#[derive(Debug)]
pub enum NamedMixedEvents {}

impl<T: EventKinds> Reading<EventStream<T>> for NamedEvents {
    const IS_STREAM: bool = true;

    fn read(answer: StreamAnswer) -> Result<Response<EventStream<T>>, Error> {
        answer.named_events()
    }
}

impl<T: EventKinds> Reading<EventStream<T>> for NamedTextEvents {
    const IS_STREAM: bool = true;

    fn read(answer: StreamAnswer) -> Result<Response<EventStream<T>>, Error> {
        answer.named_text_events()
    }
}

impl<T: EventKinds> Reading<EventStream<T>> for NamedMixedEvents {
    const IS_STREAM: bool = true;

    fn read(answer: StreamAnswer) -> Result<Response<EventStream<T>>, Error> {
        answer.named_mixed_events()
    }
}

impl StreamAnswer {
    /// Reads events whose names tell what their data is; that of others is JSON.
    ///
    /// # Errors
    ///
    /// As [`events`](Self::events).
    pub fn named_events<T: EventKinds>(self) -> Result<Response<EventStream<T>>, Error> {
        Ok(self.events()?.map(by_name))
    }

    /// Reads events whose names tell what their data is; that of others is text.
    ///
    /// # Errors
    ///
    /// As [`events`](Self::events).
    pub fn named_text_events<T: EventKinds>(self) -> Result<Response<EventStream<T>>, Error> {
        Ok(self.text_events()?.map(by_name))
    }

    /// Reads events whose names tell what their data is; that of others is JSON or text.
    ///
    /// # Errors
    ///
    /// As [`events`](Self::events).
    pub fn named_mixed_events<T: EventKinds>(self) -> Result<Response<EventStream<T>>, Error> {
        Ok(self.mixed_events()?.map(by_name))
    }
}

fn by_name<T: EventKinds>(mut events: EventStream<T>) -> EventStream<T> {
    events.named = T::named;
    events
}

/// Says what the data of each kind of events is, JSON (`json`), text (`text`), or either (`mixed`):
///
/// ```text
/// event_kinds!(Said {
///     "change" => json Change,
///     "done" => text Text,
/// });
/// ```
macro_rules! event_kinds {
    ($name:ident { $($event:literal => $written:ident $variant:ident,)* }) => {
        #[allow(deprecated, reason = "a table names every member")]
        impl $crate::runtime::stream::EventKinds for $name {
            fn named(
                event: &str,
                data: &str,
            ) -> ::core::option::Option<::core::result::Result<Self, ::serde_json::Error>> {
                match event {
                    $($event => ::core::option::Option::Some(
                        $crate::runtime::stream::event_data::$written(data).map(Self::$variant),
                    ),)*
                    _ => ::core::option::Option::None,
                }
            }
        }
    };
}

pub(crate) use event_kinds;
