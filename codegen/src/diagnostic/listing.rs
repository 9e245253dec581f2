//! Diagnostics as people read them.

use std::collections::BTreeMap;
use std::fmt;

use super::{Code, Diagnostic, Position, Severity};
use crate::load::{Documents, Lines};
use crate::place::{FileId, Pointer};

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
    /// Looks up the positions, file by file.
    pub(super) fn all(diagnostics: &[Diagnostic], documents: &Documents) -> Vec<Self> {
        let mut by_file: BTreeMap<FileId, Vec<usize>> = BTreeMap::new();
        for (index, diagnostic) in diagnostics.iter().enumerate() {
            let file = diagnostic.place.file;
            by_file.entry(file).or_default().push(index);
        }
        let mut located: Vec<(usize, Self)> = by_file
            .into_iter()
            .flat_map(|(file, indices)| {
                let inside: Vec<_> = indices.iter().map(|index| &diagnostics[*index]).collect();
                let inside = Self::inside(file, &inside, documents);
                indices.into_iter().zip(inside)
            })
            .collect();
        located.sort_by_key(|(index, _)| *index);
        located.into_iter().map(|(_, located)| located).collect()
    }

    /// The diagnostics about one file.
    fn inside(file: FileId, diagnostics: &[&Diagnostic], documents: &Documents) -> Vec<Self> {
        let pointers: Vec<_> = diagnostics
            .iter()
            .map(|diagnostic| written(diagnostic, documents))
            .collect();
        let positions = documents.positions(file, &pointers);
        let text = &documents.file(file).text;
        let lines = Lines::of(text);
        let line = |at: Position| lines.line(text, at.line).map(str::to_owned);
        let path = documents.display_path(file);
        diagnostics
            .iter()
            .zip(pointers)
            .zip(positions)
            .map(|((diagnostic, pointer), position)| {
                let position = diagnostic.position.or(position);
                Self::new(
                    diagnostic,
                    &path,
                    pointer,
                    position,
                    position.and_then(line),
                )
            })
            .collect()
    }

    fn new(
        diagnostic: &Diagnostic,
        file: &str,
        pointer: Pointer,
        position: Option<Position>,
        source_line: Option<String>,
    ) -> Self {
        let Diagnostic {
            code,
            severity,
            place: _,
            message,
            help,
            position: _,
        } = diagnostic;
        Self {
            code: *code,
            severity: *severity,
            file: file.to_owned(),
            pointer,
            position,
            source_line,
            message: message.clone(),
            help: help.clone(),
        }
    }
}

/// The node in the text that a diagnostic is about.
pub(super) fn written(diagnostic: &Diagnostic, documents: &Documents) -> Pointer {
    match diagnostic.position {
        // Whoever read the text speaks of the text.
        Some(_) => diagnostic.place.pointer.clone(),
        None => documents.in_text(&diagnostic.place),
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
    let characters = || {
        let all = line.trim_end().chars();
        all.filter(|character| !character.is_control() || *character == '\t')
    };
    let count = characters().count();
    if count <= LONGEST_LINE {
        return characters().collect();
    }
    let start = column
        .saturating_sub(LONGEST_LINE / 4)
        .min(count - LONGEST_LINE);
    let text: String = characters().skip(start).take(LONGEST_LINE).collect();
    format!("…{text}…")
}
