//! What a generated crate holds, for the report.

use crate::ir::{Api, Untyped as UntypedPlace};
use crate::place::FileId;

/// Counts, and what became untyped.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Summary {
    /// The document's title.
    pub title: String,
    /// How many operations the document has.
    pub operations_total: usize,
    /// How many of them the crate has.
    pub operations_emitted: usize,
    /// How many types the crate has.
    pub types: usize,
    /// The places that became untyped JSON.
    pub untyped: Vec<Untyped>,
}

/// A place that became untyped JSON.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Untyped {
    /// The file, relative to the document's folder.
    pub file: String,
    /// The JSON pointer in that file.
    pub pointer: String,
    /// Why.
    pub reason: &'static str,
}

impl Summary {
    pub(crate) fn of(api: &Api, file_name: impl Fn(FileId) -> String) -> Self {
        let untyped = api
            .untyped
            .iter()
            .map(|UntypedPlace { place, reason }| Untyped {
                file: file_name(place.file),
                pointer: place.pointer.to_string(),
                reason,
            });
        Self {
            title: api.info.title.clone(),
            operations_total: api.operations_total,
            operations_emitted: api.operations.len(),
            types: api.types.len(),
            untyped: untyped.collect(),
        }
    }

    /// How many operations the crate goes without; the diagnostics say why.
    #[must_use]
    pub fn operations_skipped(&self) -> usize {
        self.operations_total - self.operations_emitted
    }
}
