//! What a user can choose.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::diagnostic::Code;
use crate::names::CrateName;
use crate::select::{Pattern, Selection};

/// The choices for one generated crate.
#[derive(Clone, Debug, Default)]
pub struct Config {
    pub(crate) crate_name: Option<CrateName>,
    pub(crate) document: Option<String>,
    pub(crate) regenerate: Option<String>,
    pub(crate) allowed: BTreeSet<Code>,
    pub(crate) denied: BTreeSet<Code>,
    pub(crate) selection: Selection,
    pub(crate) optional_answers: bool,
    pub(crate) types_only: bool,
    pub(crate) with_tests: bool,
    pub(crate) pages: BTreeMap<String, Value>,
    pub(crate) handshake: bool,
}

impl Config {
    /// The defaults: a crate named after the document's title, and nothing allowed to be left out.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Names the crate; its examples call it by this name.
    #[must_use]
    pub fn crate_name(mut self, name: CrateName) -> Self {
        self.crate_name = Some(name);
        self
    }

    /// How the header of every file calls the document; its file name unless set.
    #[must_use]
    pub fn document(mut self, name: impl Into<String>) -> Self {
        self.document = Some(name.into());
        self
    }

    /// What the header of every file tells to run once the document is edited.
    #[must_use]
    pub fn regenerate(mut self, command: impl Into<String>) -> Self {
        self.regenerate = Some(command.into());
        self
    }

    /// Goes without what errors of this code are about; a warning tells of each. Only those for which [`Code::is_allowable`] can be allowed.
    #[must_use]
    pub fn allow(mut self, code: Code) -> Self {
        self.allowed.insert(code);
        self
    }

    /// Takes warnings of this code for errors: in a document of one's own, a slip is better mended than lived with. Only those for which
    /// [`Code::is_deniable`] can be denied.
    #[must_use]
    pub fn deny(mut self, code: Code) -> Self {
        self.denied.insert(code);
        self
    }

    /// Generates the operations that this or another `include` names, and only the types that they need. Without any `include`, every
    /// operation is generated that no `exclude` names.
    #[must_use]
    pub fn include(mut self, pattern: Pattern) -> Self {
        self.selection.include.push(pattern);
        self
    }

    /// Goes without the operations that the pattern names, even where an `include` names them, and without the types that nothing else
    /// needs.
    #[must_use]
    pub fn exclude(mut self, pattern: Pattern) -> Self {
        self.selection.exclude.push(pattern);
        self
    }

    /// Says how the list that an operation gives comes page by page, in place of what its `x-pagination` says: the same mapping, for a
    /// document that is not one's own.
    ///
    /// ```
    /// use serde_json::json;
    ///
    /// let pages = json!({ "by": "offset", "parameter": "offset" });
    /// let config = openapi_bindgen::Config::new().paginate("listContacts", pages);
    /// ```
    #[must_use]
    pub fn paginate(mut self, operation_id: impl Into<String>, says: Value) -> Self {
        self.pages.insert(operation_id.into(), says);
        self
    }

    /// Lets every property of an answer be missing or null, whatever the document requires: for a document that promises more than its
    /// server keeps, where one member that is not there would lose a whole answer. Types that requests carry, too, stay as they are, and so
    /// do properties with but one value, by which a union knows its members.
    #[must_use]
    pub fn optional_answers(mut self, optional_answers: bool) -> Self {
        self.optional_answers = optional_answers;
        self
    }

    /// Generates the types alone: no operations, no client, and nothing that only these need.
    #[must_use]
    pub fn types_only(mut self, types_only: bool) -> Self {
        self.types_only = types_only;
        self
    }

    /// Adds tests of every call, below `tests/`: what it sends, and what it makes of each answer that the document describes. What they
    /// expect is computed from the document alone. The crate's own sources stay the same. Types alone have no calls.
    #[must_use]
    pub fn with_tests(mut self, with_tests: bool) -> Self {
        self.with_tests = with_tests;
        self
    }

    /// Adds a hidden table of the crate's own sources behind the feature `__handshake`, so that a test can tell whether the crate that it
    /// was built with is the one that lies on disk.
    #[must_use]
    pub fn handshake(mut self, handshake: bool) -> Self {
        self.handshake = handshake;
        self
    }
}
