//! Where the text of documents comes from. All reading goes through here, so that a test needs a map and nothing else.

mod disk;
mod reach;
mod relative;
mod remote;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

pub(crate) use reach::Reach;
pub(crate) use relative::{Outside, between, join};
pub(crate) use remote::{NotHttps, is_remote, join_uri, join_url};

use disk::Disk;
use remote::Fetch;

/// A document to read: the name of its entry file, and how files beside it are read.
#[derive(Clone, Debug)]
pub struct Source {
    entry: String,
    files: Files,
    fetch: Option<Fetch>,
}

#[derive(Clone, Debug)]
enum Files {
    Disk(Disk),
    Memory(BTreeMap<String, String>),
}

impl Source {
    /// A document on disk. Files that it refers to are read below its folder; YAML and JSON also in the folders beside that, with a
    /// warning for each file.
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
            files: Files::Disk(Disk { folder, root: None }),
            fetch: None,
        }
    }

    /// Reads files that the document refers to below this folder, wherever the document stands in it, and nowhere else. A document in
    /// memory has no other files than its own.
    #[must_use]
    pub fn root(mut self, folder: impl AsRef<Path>) -> Self {
        if let Files::Disk(disk) = &mut self.files {
            disk.root = Some(folder.as_ref().to_path_buf());
        }
        self
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
            fetch: None,
        }
    }

    /// Lets documents on other hosts be read, which are not unless asked for. `fetch` is given an `https` URL and gives the text that
    /// stands there; how large it may be, how long it may take and which redirects it follows are its own affair.
    ///
    /// A document that was fetched refers to others on hosts, and never to files.
    ///
    /// ```
    /// use openapi_bindgen::Source;
    ///
    /// let document = "openapi: 3.0.3\ncomponents: { schemas: { Pet: { $ref: 'https://example.com/pet.yaml' } } }";
    /// let source = Source::memory("api.yaml", [("api.yaml", document)])
    ///     .fetch_with(|url| Err(std::io::Error::other(format!("no connection to {url}"))));
    /// # let _ = source;
    /// ```
    #[must_use]
    pub fn fetch_with(
        mut self,
        fetch: impl Fn(&str) -> io::Result<String> + Send + Sync + 'static,
    ) -> Self {
        self.fetch = Some(Fetch(Arc::new(fetch)));
        self
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
            Files::Disk(disk) if !is_remote(name) => disk.display_path(name),
            Files::Disk(_) | Files::Memory(_) => name.to_owned(),
        }
    }

    /// Whether a file of that name is read, relative to the document's folder.
    pub(crate) fn reach(&self, name: &str) -> Reach {
        match &self.files {
            _ if is_remote(name) && self.fetch.is_some() => Reach::Inside,
            _ if is_remote(name) => Reach::Elsewhere,
            Files::Disk(disk) => disk.reach(name),
            Files::Memory(_) => reach::of(name),
        }
    }

    /// Reads a file by its name relative to the document's folder. A byte order mark is dropped.
    pub(crate) fn read(&self, name: &str) -> io::Result<String> {
        let text = match (&self.files, &self.fetch) {
            (_, Some(Fetch(fetch))) if is_remote(name) => fetch(name)?,
            (Files::Disk(disk), _) if name == self.entry => disk.read_entry(name)?,
            (Files::Disk(disk), _) => disk.read(name)?,
            (Files::Memory(files), _) => files
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
