//! Generated files, and how they get onto a disk without touching what has not changed.

mod header;
mod sync;

pub(crate) use header::Header;
pub use sync::{Mode, Report};

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// Texts by their paths, which are relative and always written with `/`.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Files(BTreeMap<String, String>);

impl Files {
    pub(crate) fn insert(&mut self, path: impl Into<String>, text: String) {
        self.0.insert(path.into(), text);
    }

    /// Every path with its text, in the order of paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The text of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The files below a folder, their paths relative to it.
    #[must_use]
    pub fn below(&self, folder: &str) -> Self {
        let prefix = format!("{folder}/");
        let inside = self.0.iter().filter_map(|(path, text)| {
            Some((path.strip_prefix(&prefix)?.to_owned(), text.clone()))
        });
        Self(inside.collect())
    }

    /// Makes the folder `dir` hold these files: writes those that differ, removes those of ours that are no longer among them, and
    /// touches nothing else. A file without our header is somebody's own, and stays.
    ///
    /// Every file is whole at any time, old or new, even when two builds write at once or one is killed.
    ///
    /// # Errors
    ///
    /// If a file cannot be read, written or removed; what was done before stays done, and the next run completes it. And if a source that
    /// would be replaced is somebody's own: there is one where one of these would be, and none with our header; then nothing is done.
    pub fn sync(&self, dir: &Path, mode: Mode) -> io::Result<Report> {
        sync::sync(&self.0, dir, mode)
    }
}

#[cfg(test)]
mod tests;
