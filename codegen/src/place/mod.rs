//! Where something stands: a file of the document and a JSON pointer into it.

mod pointer;

pub use pointer::Pointer;

use std::fmt;

/// A file of a document, by the order in which it was first read; the entry file is number 0.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct FileId(pub(crate) u32);

impl FileId {
    /// The file that generation starts from.
    pub(crate) const ENTRY: Self = Self(0);

    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// One node of a document: cheap to carry, and stable in snapshots; line and column are looked up when it is printed.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct Place {
    /// The file.
    pub(crate) file: FileId,
    /// The node in that file.
    pub(crate) pointer: Pointer,
}

impl Place {
    /// The root of a file.
    pub(crate) fn root(file: FileId) -> Self {
        Self {
            file,
            pointer: Pointer::root(),
        }
    }

    /// The member or element `token` of this node.
    pub(crate) fn child(&self, token: &str) -> Self {
        Self {
            file: self.file,
            pointer: self.pointer.child(token),
        }
    }

    /// The node that holds this one; `None` at the root.
    pub(crate) fn parent(&self) -> Option<Self> {
        let pointer = self.pointer.parent()?;
        Some(Self {
            file: self.file,
            pointer,
        })
    }

    /// The node reached by several tokens, one below the other.
    pub(crate) fn below(&self, tokens: &[&str]) -> Self {
        tokens
            .iter()
            .fold(self.clone(), |place, token| place.child(token))
    }

    /// The element `index` of this node.
    pub(crate) fn element(&self, index: usize) -> Self {
        self.child(&index.to_string())
    }
}

impl fmt::Display for Place {
    /// As `file#pointer`, the form in which cut-out children are referred to between stages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.file.0, self.pointer)
    }
}

impl std::str::FromStr for Place {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (file, pointer) = text.split_once('#').ok_or(())?;
        Ok(Self {
            file: FileId(file.parse().map_err(drop)?),
            pointer: pointer.parse().map_err(drop)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_survives_being_written_and_read() {
        let place = Place::root(FileId(3))
            .below(&["paths", "/a/{b}~", "get"])
            .element(2);
        assert_eq!(place.to_string(), "3#/paths/~1a~1{b}~0/get/2");
        assert_eq!(place.to_string().parse(), Ok(place));
    }
}
