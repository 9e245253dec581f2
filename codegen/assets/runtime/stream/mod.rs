//! Answers that arrive item by item.

mod buffer;
mod event;
pub mod event_data;
mod event_kinds;
mod event_parser;
mod event_reading;
mod event_stream;
mod frames;
mod json_reading;
mod json_stream;
mod lines;
mod reconnect;
mod records;

pub use event::Event;
pub(crate) use event_kinds::event_kinds;
pub use event_kinds::{EventKinds, Named};
pub use event_reading::{Events, MixedEvents, TextEvents};
pub use event_stream::EventStream;
pub use json_reading::{JsonLines, JsonSequence, TextLines};
pub use json_stream::JsonStream;
pub use reconnect::Reconnect;
