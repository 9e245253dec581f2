//! Answers that arrive item by item.

use super::super::Table;
use super::Writer;
use crate::ir::{EventData, Framing, Stream};

/// Where the runtime's streams stand.
const STREAM: &str = "crate::runtime::stream";

impl Writer<'_> {
    /// The table of the call that asks for a stream, where there is another that does not.
    pub(in crate::emit) fn streaming(&mut self) -> Option<Table> {
        let stream = self.operation.stream.as_ref()?;
        self.imports.add("crate::runtime", "streaming");
        let request = &self.names.request;
        let answer = self.stream(stream);
        let media_type = &stream.content_type;
        Some(Table {
            name: "streaming",
            docs: Vec::new(),
            attributes: Vec::new(),
            head: format!("{request} -> {answer}{} as {media_type:?}", self.headers()),
            rows: None,
        })
    }

    /// How a stream is read, and its type.
    pub(super) fn stream(&mut self, stream: &Stream) -> String {
        let (reading, name) = match stream.framing {
            Framing::Events(EventData::Json) => ("events", "EventStream"),
            Framing::Events(EventData::Text) => ("text_events", "EventStream"),
            Framing::Events(EventData::Mixed) => ("mixed_events", "EventStream"),
            Framing::NamedEvents(EventData::Json) => ("named_events", "EventStream"),
            Framing::NamedEvents(EventData::Text) => ("named_text_events", "EventStream"),
            Framing::NamedEvents(EventData::Mixed) => ("named_mixed_events", "EventStream"),
            Framing::JsonLines => ("json_lines", "JsonStream"),
            Framing::TextLines => ("text_lines", "JsonStream"),
            Framing::JsonSequence => ("json_sequence", "JsonStream"),
        };
        let name = self.imports.name(STREAM, name);
        let item = self.ty(&stream.ty);
        format!("{reading} {name}<{item}>")
    }
}
