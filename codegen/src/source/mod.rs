//! Where the text of documents comes from. All reading goes through here, so that a test needs a map and nothing else.

mod relative;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

pub(crate) use relative::{Outside, join};

/// A document to read: the name of its entry file, and how files beside it are read.
#[derive(Clone, Debug)]
pub struct Source {
    entry: String,
    files: Files,
}

#[derive(Clone, Debug)]
enum Files {
    Disk { folder: PathBuf },
    Memory(BTreeMap<String, String>),
}

/// Files larger than this are refused: the largest known OpenAPI documents are a tenth of it.
const LARGEST_FILE: u64 = 256 * 1024 * 1024;

impl Source {
    /// A document on disk. Files that it refers to are read below its folder only.
    #[must_use]
    pub fn disk(path: impl AsRef<Path>) -> Self {
        let path = path.as_ref();
        let folder = path.parent().map(Path::to_path_buf).unwrap_or_default();
        let entry = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        Self {
            entry,
            files: Files::Disk { folder },
        }
    }

    /// A document of several files held in memory, by their names relative to one folder.
    ///
    /// ```
    /// use openapi_bindgen::Source;
    ///
    /// let source = Source::memory("api.yaml", [("api.yaml", "openapi: 3.0.3"), ("types.yaml", "{}")]);
    /// assert_eq!(source.entry(), "api.yaml");
    /// ```
    #[must_use]
    pub fn memory<N: Into<String>, T: Into<String>>(
        entry: impl Into<String>,
        files: impl IntoIterator<Item = (N, T)>,
    ) -> Self {
        let files = files
            .into_iter()
            .map(|(name, text)| (name.into(), text.into()))
            .collect();
        Self {
            entry: entry.into(),
            files: Files::Memory(files),
        }
    }

    /// The name of the file that generation starts from, relative to the document's folder.
    #[must_use]
    pub fn entry(&self) -> &str {
        &self.entry
    }

    /// The path of a file of the document, for messages.
    #[must_use]
    pub fn display_path(&self, name: &str) -> String {
        match &self.files {
            Files::Disk { folder } => folder.join(name).display().to_string().replace('\\', "/"),
            Files::Memory(_) => name.to_owned(),
        }
    }

    /// Reads a file by its name relative to the document's folder. A byte order mark is dropped.
    pub(crate) fn read(&self, name: &str) -> io::Result<String> {
        let text = match &self.files {
            Files::Disk { folder } => read_within(folder, name)?,
            Files::Memory(files) => files
                .get(name)
                .cloned()
                .ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?,
        };
        Ok(text
            .strip_prefix('\u{feff}')
            .map(str::to_owned)
            .unwrap_or(text))
    }
}

/// Follows no link out of the folder: a name that looks inside may still lead outside.
fn read_within(folder: &Path, name: &str) -> io::Result<String> {
    let path = folder.join(name);
    let metadata = std::fs::metadata(&path)?;
    if metadata.len() > LARGEST_FILE {
        return Err(io::Error::other(format!(
            "the file has {} bytes; at most {LARGEST_FILE} are read",
            metadata.len()
        )));
    }
    let root = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let inside = name
        .contains('/')
        .then(|| Ok::<_, io::Error>(path.canonicalize()?.starts_with(root.canonicalize()?)));
    if let Some(false) = inside.transpose()? {
        return Err(io::Error::new(
            io::ErrorKind::PermissionDenied,
            "the file is a link out of the document's folder",
        ));
    }
    std::fs::read_to_string(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_not_part_of_the_text() {
        let source = Source::memory("a.json", [("a.json", "\u{feff}{}")]);
        assert_eq!(source.read("a.json").expect("the file is there"), "{}");
    }

    #[test]
    fn a_file_that_is_not_there_is_an_error() {
        let source = Source::memory("a.json", [("a.json", "{}")]);
        assert_eq!(
            source.read("b.json").map_err(|error| error.kind()),
            Err(io::ErrorKind::NotFound)
        );
    }
}
