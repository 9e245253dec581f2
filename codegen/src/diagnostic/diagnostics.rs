//! All diagnostics of one run, with the documents that they are about.

use std::fmt;

use super::listing::written;
use super::{Diagnostic, Located, Severity};
use crate::load::Documents;
use crate::place::Pointer;

/// What one run has to say, errors first; the listing that its `Display` gives is what the command line prints.
#[derive(Debug)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    documents: Box<Documents>,
}

/// A listing spells out this many and counts the rest: nobody reads a thousand.
const SPELLED_OUT: usize = 25;

impl Diagnostics {
    pub(crate) fn new(mut list: Vec<Diagnostic>, documents: Documents) -> Self {
        list.sort_by_key(|diagnostic| diagnostic.severity);
        Self {
            list,
            documents: Box::new(documents),
        }
    }

    /// All of them, errors first, otherwise in the order in which they were found.
    #[must_use]
    pub fn as_slice(&self) -> &[Diagnostic] {
        &self.list
    }

    /// How many have the given severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.list
            .iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Diagnostics with file, line and column; looking these up costs a pass over the text of each file, however many they are.
    #[must_use]
    pub fn locate(&self, diagnostics: &[Diagnostic]) -> Vec<Located> {
        Located::all(diagnostics, &self.documents)
    }

    /// The path of the file that a diagnostic is about; costs nothing.
    #[must_use]
    pub fn file(&self, diagnostic: &Diagnostic) -> String {
        self.documents.display_path(diagnostic.place.file)
    }

    /// The node that a diagnostic is about, as the text of its file has it.
    #[must_use]
    pub fn pointer(&self, diagnostic: &Diagnostic) -> Pointer {
        written(diagnostic, &self.documents)
    }

    /// How many the listing counts without spelling them out.
    #[must_use]
    pub fn unlisted(&self) -> usize {
        self.list.len().saturating_sub(SPELLED_OUT)
    }

    /// How many files were read.
    #[must_use]
    pub fn files_read(&self) -> usize {
        self.documents.files().len()
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let more = self.unlisted();
        for located in self.locate(&self.list[..self.list.len() - more]) {
            writeln!(f, "{located}")?;
        }
        match more {
            0 => Ok(()),
            more => writeln!(f, "… and {more} more"),
        }
    }
}

impl std::error::Error for Diagnostics {}
