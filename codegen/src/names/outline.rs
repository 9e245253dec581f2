//! What operations are called by.

use crate::ir::{Api, Method, Operation, OperationId, Unselected};
use crate::place::Place;

/// What gives an operation its name and its module, whether the crate has the operation or not: a selection renames nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outline<'a> {
    pub(super) origin: &'a Place,
    pub(super) id: Option<&'a str>,
    pub(super) pinned: Option<&'a String>,
    pub(super) method: &'a Method,
    pub(super) path: &'a str,
    pub(super) tag: Option<&'a str>,
    pub(super) is_deprecated: bool,
    /// The operation, where the crate has it.
    pub(super) operation: Option<OperationId>,
}

impl<'a> Outline<'a> {
    /// The path without the query that some have, which says nothing of what is called.
    pub(super) fn bare_path(&self) -> &'a str {
        self.path
            .split_once('?')
            .map_or(self.path, |(path, _)| path)
    }
}

/// All operations of the document, by path and method; those of the crate in their own order.
pub(super) fn outlines(api: &Api) -> Vec<Outline<'_>> {
    let selected = api.operations.iter().enumerate();
    let selected = selected.map(|(index, operation)| of_operation(OperationId(index), operation));
    let unselected = api.unselected.iter().map(of_unselected);
    let mut outlines: Vec<_> = selected.chain(unselected).collect();
    outlines.sort_by(|a, b| (a.path, a.method).cmp(&(b.path, b.method)));
    outlines
}

fn of_operation(id: OperationId, operation: &Operation) -> Outline<'_> {
    Outline {
        origin: &operation.origin,
        id: operation.id.as_deref(),
        pinned: operation.pinned.as_ref(),
        method: &operation.method,
        path: &operation.path,
        tag: operation.tag.as_deref(),
        is_deprecated: operation.deprecated.is_some(),
        operation: Some(id),
    }
}

fn of_unselected(unselected: &Unselected) -> Outline<'_> {
    let Unselected {
        origin,
        id,
        pinned,
        method,
        path,
        tag,
        deprecated,
    } = unselected;
    Outline {
        origin,
        id: id.as_deref(),
        pinned: pinned.as_ref(),
        method,
        path,
        tag: tag.as_deref(),
        is_deprecated: *deprecated,
        operation: None,
    }
}
