//! Operations whose answers arrive item by item.

use crate::runtime::stream::{EventStream, JsonStream, event_kinds};
use crate::runtime::wire::wire_union;
use crate::runtime::{Call, Client, Input, Method, operation, streaming};

impl Client {
    /// Watch the notes
    pub fn watch_notes(&self) -> Call<WatchNotes> {
        self.request(Method::GET, "/notes/changes")
            .accept("text/event-stream")
            .call()
    }

    /// The words of a note as they are written
    pub fn note_words(&self) -> Call<NoteWords> {
        self.request(Method::GET, "/notes/words")
            .accept("text/event-stream")
            .call()
    }

    /// Ask about the notes
    pub fn ask(&self, question: serde_json::Value) -> Call<Ask> {
        self.request(Method::POST, "/questions")
            .with(Input::json(), &question)
            .call()
    }

    /// Follow the moves of a game
    pub fn follow_moves(&self) -> Call<FollowMoves> {
        self.request(Method::GET, "/moves")
            .accept("text/event-stream")
            .call()
    }

    /// Follow the steps of a game, which are numbers
    pub fn follow_steps(&self) -> Call<FollowSteps> {
        self.request(Method::GET, "/steps")
            .accept("text/event-stream")
            .call()
    }

    /// Export the notes, one a line
    pub fn export_notes(&self) -> Call<ExportNotes> {
        self.request(Method::GET, "/notes/export")
            .accept("application/x-ndjson")
            .call()
    }

    /// Export the notes, one a line of any kind
    pub fn note_lines(&self) -> Call<NoteLines> {
        self.request(Method::GET, "/notes/lines")
            .accept("application/jsonl")
            .call()
    }

    /// Export the notes as a sequence
    pub fn sequence_notes(&self) -> Call<SequenceNotes> {
        self.request(Method::GET, "/notes/sequence")
            .accept("application/json-seq")
            .call()
    }
}

operation!(watch_notes: WatchNotes -> events EventStream<Vec<i64>> {
    /// Only later ones
    since: String => Input::query("since"),
});

operation!(note_words: NoteWords -> text_events EventStream<String>);

operation!(ask: Ask -> json serde_json::Value);

streaming!(Ask -> mixed_events EventStream<serde_json::Value> as "text/event-stream");

operation!(export_notes: ExportNotes -> json_lines JsonStream<Vec<i64>>);

operation!(note_lines: NoteLines -> text_lines JsonStream<String>);

operation!(sequence_notes: SequenceNotes -> json_sequence JsonStream<i64>);

operation!(follow_moves: FollowMoves -> named_mixed_events EventStream<Move>);

operation!(follow_steps: FollowSteps -> named_events EventStream<Step>);

wire_union!(
    /// A move of a game.
    pub enum Move {
        Left(i64),
        Right(i64),
        Word(String),
        Chat(String),
    }
);

event_kinds!(Move {
    "left" => json Left,
    "right" => json Right,
    "word" => text Word,
    "message" => text Chat,
});

wire_union!(
    /// A step of a game.
    pub enum Step {
        Up(i64),
        Down(i64),
    }
);

event_kinds!(Step {
    "up" => json Up,
    "down" => json Down,
});
