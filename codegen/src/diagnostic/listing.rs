//! Diagnostics as people read them.

use std::fmt;

use super::{Code, Diagnostic, Position, Severity};
use crate::load::Documents;
use crate::place::Pointer;

/// A diagnostic with all that a reader needs to find its place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Located {
    /// What kind of thing it is.
    pub code: Code,
    /// Whether generation goes on.
    pub severity: Severity,
    /// The path of the file, as the user would write it.
    pub file: String,
    /// The node in the file.
    pub pointer: Pointer,
    /// The position in the file; `None` where the file has no text.
    pub position: Option<Position>,
    /// The line at that position.
    pub source_line: Option<String>,
    /// The one-line statement.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Located {
    /// Looks up the position, which costs a parse of the file.
    pub(super) fn new(diagnostic: &Diagnostic, documents: &Documents) -> Self {
        let Diagnostic {
            code,
            severity,
            place,
            message,
            help,
            position,
        } = diagnostic;
        let position = position.or_else(|| documents.position(place));
        let text = &documents.file(place.file).text;
        let source_line = position
            .and_then(|at| text.lines().nth(at.line - 1))
            .map(str::to_owned);
        Self {
            code: *code,
            severity: *severity,
            file: documents.display_path(place.file),
            pointer: place.pointer.clone(),
            position,
            source_line,
            message: message.clone(),
            help: help.clone(),
        }
    }
}

/// A minified document is one line; what stands around the position is enough.
const LONGEST_LINE: usize = 120;

impl fmt::Display for Located {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            code,
            severity,
            file,
            pointer,
            position,
            source_line,
            message,
            help,
        } = self;
        let level = match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        writeln!(f, "{level}[{code}]: {message}")?;
        write!(f, "  --> {file}")?;
        if let Some(Position { line, column }) = position {
            write!(f, ":{line}:{column}")?;
        }
        writeln!(f)?;
        if !pointer.as_str().is_empty() {
            writeln!(f, "   |  #{pointer}")?;
        }
        if let (Some(Position { line, column }), Some(text)) = (position, source_line) {
            writeln!(f, "{line:>3}| {}", excerpt(text, *column))?;
        }
        if let Some(help) = help {
            writeln!(f, "   = help: {help}")?;
        }
        Ok(())
    }
}

/// The line, or what of a very long one stands around the column.
fn excerpt(line: &str, column: usize) -> String {
    let characters: Vec<char> = line
        .trim_end()
        .chars()
        .filter(|character| !character.is_control() || *character == '\t')
        .collect();
    if characters.len() <= LONGEST_LINE {
        return characters.into_iter().collect();
    }
    let start = column
        .saturating_sub(LONGEST_LINE / 4)
        .min(characters.len() - LONGEST_LINE);
    let text: String = characters[start..start + LONGEST_LINE].iter().collect();
    format!("…{text}…")
}
