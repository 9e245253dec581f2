//! A document's files on disk.

use std::io;
use std::path::{Component, Path, PathBuf};

use super::Reach;
use super::reach;

/// The folders that a document's files are read in.
#[derive(Clone, Debug)]
pub(super) struct Disk {
    /// The document's own.
    pub(super) folder: PathBuf,
    /// The one that the user gave.
    pub(super) root: Option<PathBuf>,
}

/// Files larger than this are refused: the largest known OpenAPI documents are a tenth of it.
const LARGEST_FILE: u64 = 256 * 1024 * 1024;

impl Disk {
    /// The path of a file, for messages.
    pub(super) fn display_path(&self, name: &str) -> String {
        let path = self.folder.join(name);
        path.display().to_string().replace('\\', "/")
    }

    pub(super) fn reach(&self, name: &str) -> Reach {
        let Some(root) = &self.root else {
            return reach::of(name);
        };
        match (self.folder().canonicalize(), root.canonicalize()) {
            (Ok(folder), Ok(root)) if lexically(&folder, name).starts_with(&root) => Reach::Inside,
            (Ok(_) | Err(_), _) => Reach::Outside,
        }
    }

    /// Reads the file that the user named: it may well be a link.
    pub(super) fn read_entry(&self, name: &str) -> io::Result<String> {
        if let Some(root) = &self.root {
            confine(&self.folder().canonicalize()?, root)?;
        }
        read(&self.folder.join(name))
    }

    /// Reads a file that the document refers to. Links lead nowhere that names do not lead.
    pub(super) fn read(&self, name: &str) -> io::Result<String> {
        let path = self.folder.join(name);
        let root = match (&self.root, self.reach(name)) {
            (Some(root), _) => root.clone(),
            (None, Reach::Inside) => self.folder().to_path_buf(),
            (None, Reach::Beside | Reach::Elsewhere | Reach::Outside) => self.folder().join(".."),
        };
        confine(&path.canonicalize()?, &root)?;
        read(&path)
    }

    /// The document's folder as a path of its own, which the empty one is not.
    fn folder(&self) -> &Path {
        if self.folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            &self.folder
        }
    }
}

fn confine(path: &Path, root: &Path) -> io::Result<()> {
    if path.starts_with(root.canonicalize()?) {
        return Ok(());
    }
    Err(io::Error::new(
        io::ErrorKind::PermissionDenied,
        format!("it does not lie below `{}`", root.display()),
    ))
}

fn read(path: &Path) -> io::Result<String> {
    let length = std::fs::metadata(path)?.len();
    if length > LARGEST_FILE {
        return Err(io::Error::other(format!(
            "the file has {length} bytes; at most {LARGEST_FILE} are read"
        )));
    }
    std::fs::read_to_string(path)
}

/// The path of a name in a folder without links.
fn lexically(folder: &Path, name: &str) -> PathBuf {
    let mut path = folder.to_path_buf();
    for component in Path::new(name).components() {
        match component {
            Component::ParentDir => drop(path.pop()),
            Component::CurDir => {}
            Component::Normal(_) | Component::RootDir | Component::Prefix(_) => {
                path.push(component);
            }
        }
    }
    path
}
