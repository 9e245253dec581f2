//! What a generated crate holds, for the report.

use crate::config::Config;
use crate::ir::{Api, Unselected as UnselectedOperation, Untyped as UntypedPlace};
use crate::place::FileId;

/// Counts, and what became untyped.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Summary {
    /// The document's title.
    pub title: String,
    /// How many operations the document has.
    pub operations_total: usize,
    /// How many of them the crate has: none, where it has types alone.
    pub operations_emitted: usize,
    /// Those that the crate goes without since they were not selected.
    pub unselected: Vec<Unselected>,
    /// Whether the crate has types alone.
    pub types_only: bool,
    /// How many types the crate has.
    pub types: usize,
    /// The places that became untyped JSON.
    pub untyped: Vec<Untyped>,
}

/// An operation that was not selected.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Unselected {
    /// The method, such as `GET`.
    pub method: String,
    /// The path template.
    pub path: String,
    /// The `operationId`, where it has one.
    pub operation_id: Option<String>,
    /// The file, relative to the document's folder.
    pub file: String,
    /// The JSON pointer in that file.
    pub pointer: String,
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
    pub(crate) fn of(api: &Api, config: &Config, file_name: impl Fn(FileId) -> String) -> Self {
        let unselected = api.unselected.iter();
        let unselected = unselected.map(|operation| self::unselected(operation, &file_name));
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
            operations_emitted: if config.types_only {
                0
            } else {
                api.operations.len()
            },
            unselected: unselected.collect(),
            types_only: config.types_only,
            types: api.types.len(),
            untyped: untyped.collect(),
        }
    }

    /// How many operations the crate goes without: all, where it has types alone; else those that were not selected, and those of which
    /// the diagnostics say why.
    #[must_use]
    pub fn operations_skipped(&self) -> usize {
        self.operations_total - self.operations_emitted
    }
}

fn unselected(operation: &UnselectedOperation, file_name: impl Fn(FileId) -> String) -> Unselected {
    let UnselectedOperation {
        origin,
        id,
        pinned: _,
        method,
        path,
        tag: _,
        deprecated: _,
    } = operation;
    Unselected {
        method: method.as_str().to_owned(),
        path: path.clone(),
        operation_id: id.clone(),
        file: file_name(origin.file),
        pointer: origin.pointer.to_string(),
    }
}
