//! What a document says to people.

/// Prose about one thing, as the document has it.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub(crate) struct Docs {
    pub(crate) summary: Option<String>,
    pub(crate) description: Option<String>,
    /// Short facts below the prose, such as the default value.
    pub(crate) facts: Vec<String>,
}

/// That something is deprecated.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub(crate) struct Deprecation {
    /// What the description names as the replacement, in the words of the document.
    pub(crate) replacement: Option<String>,
}
