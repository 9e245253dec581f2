//! Operations whose answers arrive item by item.

use crate::runtime::stream::{EventStream, JsonStream};
use crate::runtime::{Client, Input, Method, operation, streaming};

impl Client {
    /// Watch the notes
    pub fn watch_notes(&self) -> WatchNotes {
        let request = self
            .request(Method::GET, "/notes/changes")
            .accept("text/event-stream");
        WatchNotes { request }
    }

    /// The words of a note as they are written
    pub fn note_words(&self) -> NoteWords {
        let request = self
            .request(Method::GET, "/notes/words")
            .accept("text/event-stream");
        NoteWords { request }
    }

    /// Ask about the notes
    pub fn ask(&self, question: serde_json::Value) -> Ask {
        let request = self
            .request(Method::POST, "/questions")
            .with(Input::json(), &question);
        Ask { request }
    }

    /// Export the notes, one a line
    pub fn export_notes(&self) -> ExportNotes {
        let request = self
            .request(Method::GET, "/notes/export")
            .accept("application/x-ndjson");
        ExportNotes { request }
    }

    /// Export the notes, one a line of any kind
    pub fn note_lines(&self) -> NoteLines {
        let request = self
            .request(Method::GET, "/notes/lines")
            .accept("application/jsonl");
        NoteLines { request }
    }

    /// Export the notes as a sequence
    pub fn sequence_notes(&self) -> SequenceNotes {
        let request = self
            .request(Method::GET, "/notes/sequence")
            .accept("application/json-seq");
        SequenceNotes { request }
    }
}

streaming!(watch_notes: WatchNotes -> events EventStream<Vec<i64>> {
    /// Only later ones
    since: String => Input::query("since"),
});

streaming!(note_words: NoteWords -> text_events EventStream<String>);

operation!(ask: Ask -> json serde_json::Value);

streaming!(Ask -> mixed_events EventStream<serde_json::Value> as "text/event-stream");

streaming!(export_notes: ExportNotes -> json_lines JsonStream<Vec<i64>>);

streaming!(note_lines: NoteLines -> text_lines JsonStream<String>);

streaming!(sequence_notes: SequenceNotes -> json_sequence JsonStream<i64>);
