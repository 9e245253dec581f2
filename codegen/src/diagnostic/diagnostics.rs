//! All diagnostics of one run, with the documents that they are about.

use std::fmt;

use super::digest::Digest;
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

    /// All of them with file, line and column; looking these up costs a pass over the text of each file, however many they are.
    #[must_use]
    pub fn located(&self) -> Vec<Located> {
        self.locate(&self.list)
    }

    /// Each with the path of the file that it is about and the node in the text of that, for those who need no lines.
    pub fn in_files(&self) -> impl Iterator<Item = (&Diagnostic, String, Pointer)> {
        self.list.iter().map(|diagnostic| {
            let file = self.documents.display_path(diagnostic.place.file);
            (diagnostic, file, written(diagnostic, &self.documents))
        })
    }

    /// Only for what is of this run: others know other files.
    fn locate(&self, diagnostics: &[Diagnostic]) -> Vec<Located> {
        Located::all(diagnostics, &self.documents)
    }

    /// How many the listing counts without spelling them out.
    #[must_use]
    pub fn unlisted(&self) -> usize {
        self.list.len() - Digest::of(&self.list).entries.len()
    }

    /// How many files were read.
    #[must_use]
    pub fn files_read(&self) -> usize {
        self.documents.files().len()
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Digest { entries, left } = Digest::of(&self.list);
        let shown = entries.iter().map(|entry| self.list[entry.index].clone());
        let shown: Vec<Diagnostic> = shown.collect();
        for (located, entry) in self.locate(&shown).iter().zip(&entries) {
            write!(f, "{located}")?;
            match entry.others {
                0 => {}
                1 => writeln!(f, "   = and 1 more place like it")?,
                others => writeln!(f, "   = and {others} more places like it")?,
            }
            writeln!(f)?;
        }
        if left.is_empty() {
            return Ok(());
        }
        let more: usize = left.iter().map(|(_, count)| count).sum();
        let codes = left.iter().map(|(code, count)| format!("{count} {code}"));
        let codes = codes.collect::<Vec<_>>().join(", ");
        writeln!(f, "… and {more} more: {codes}")
    }
}

impl std::error::Error for Diagnostics {}
