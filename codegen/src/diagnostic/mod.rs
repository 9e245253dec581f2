//! What there is to say about a document: values with a code, a place and help, gathered instead of thrown.

mod code;
mod diagnostics;
mod digest;
mod listing;
mod sink;

pub use crate::place::Pointer;
pub use code::{Code, Severity};
pub use diagnostics::Diagnostics;
pub use listing::Located;
pub(crate) use sink::{Gate, Sink, closest};

use crate::place::Place;

/// One thing to say about one place of a document.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Diagnostic {
    /// What kind of thing it is; a handle for tests, for `--allow` and for search engines.
    pub code: Code,
    /// Whether generation goes on.
    pub severity: Severity,
    /// Where it is, in terms of the documents of its run; [`Diagnostics`] has these.
    pub(crate) place: Place,
    /// The one-line statement.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// The line and column, counted from 1, of what the parser itself says: a text that is not YAML or JSON has no nodes to point at.
    pub position: Option<Position>,
}

/// A position in a text, both counted from 1.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}
