//! Answers that arrive item by item.

mod buffer;
mod event;
mod event_parser;
mod event_stream;
mod frames;
mod json_stream;
mod lines;
mod reconnect;
mod records;
mod table;

pub use event::Event;
pub use event_stream::EventStream;
pub use json_stream::JsonStream;
pub use reconnect::Reconnect;

pub(crate) use table::streaming;
