//! Events whose names say what kind of data they have.

use std::marker::PhantomData;

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

/// Events that are told apart by their names; the data of others is read by `R`.
#[derive(Debug)]
pub struct Named<R>(PhantomData<R>);

impl<T: EventKinds, R: Reading<EventStream<T>>> Reading<EventStream<T>> for Named<R> {
    const IS_STREAM: bool = R::IS_STREAM;

    fn read(answer: StreamAnswer) -> Result<Response<EventStream<T>>, Error> {
        Ok(R::read(answer)?.map(by_name))
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
