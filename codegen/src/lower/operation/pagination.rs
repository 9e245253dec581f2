//! What `x-pagination` says of a list.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde_json::{Map, Value};

use crate::diagnostic::{Code, Sink};
use crate::ir::{BodyMedia, Location, Operation, Pagination, Step, Success, Types};
use crate::lower::extension::PAGINATION;
use crate::place::{FileId, Place};

/// The keys that it may have.
const KEYS: [&str; 6] = ["by", "parameter", "first", "items", "next", "more"];

/// What the operation says of its pages.
pub(super) fn read(
    extensions: &IndexMap<String, Value>,
    operation: &Place,
    sink: &mut Sink,
) -> Option<Pagination> {
    understood(extensions.get(PAGINATION)?, operation, sink)
}

fn understood(node: &Value, operation: &Place, sink: &mut Sink) -> Option<Pagination> {
    let parsed = parsed(node);
    parsed
        .map_err(|problem| report(operation, &problem, sink))
        .ok()
}

fn parsed(node: &Value) -> Result<Pagination, String> {
    let node = node.as_object().ok_or("it is no mapping")?;
    if let Some(key) = node.keys().find(|key| !KEYS.contains(&key.as_str())) {
        return Err(format!("it has no key `{key}`"));
    }
    let pagination = Pagination {
        step: step(node)?,
        items: pointer(node, "items")?.unwrap_or_default(),
        more: pointer(node, "more")?,
    };
    Ok(pagination)
}

fn step(node: &Map<String, Value>) -> Result<Step, String> {
    let parameter = || text(node, "parameter")?.ok_or("its `parameter` is missing".to_owned());
    match text(node, "by")?.as_deref() {
        Some("offset") => Ok(Step::Offset {
            parameter: parameter()?,
        }),
        Some("page") => Ok(Step::Page {
            parameter: parameter()?,
            first: first(node)?,
        }),
        Some("cursor") => Ok(Step::Cursor {
            parameter: parameter()?,
            next: pointer(node, "next")?.ok_or("its `next` is missing")?,
        }),
        Some("link") => Ok(Step::Link {
            next: pointer(node, "next")?,
        }),
        Some(_) | None => Err("`by` is one of offset, page, cursor and link".to_owned()),
    }
}

/// Pages are counted from one by most.
fn first(node: &Map<String, Value>) -> Result<u64, String> {
    match node.get("first") {
        None => Ok(1),
        Some(number) => number.as_u64().ok_or("`first` is no count".to_owned()),
    }
}

fn pointer(node: &Map<String, Value>, key: &str) -> Result<Option<String>, String> {
    let pointer = text(node, key)?;
    match pointer
        .as_deref()
        .is_none_or(|pointer| pointer.is_empty() || pointer.starts_with('/'))
    {
        true => Ok(pointer),
        false => Err(format!(
            "`{key}` is a JSON pointer, which begins with a slash"
        )),
    }
}

fn text(node: &Map<String, Value>, key: &str) -> Result<Option<String>, String> {
    match node.get(key) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(format!("`{key}` is a text")),
    }
}

/// Takes over what the user says of some operations, by their ids, and leaves aside what does not fit its operation, now that every type
/// is known.
pub(in crate::lower) fn settle(
    operations: &mut [Operation],
    types: &Types,
    said: &BTreeMap<String, Value>,
    sink: &mut Sink,
) {
    for (id, node) in said {
        let mut operations = operations.iter_mut();
        match operations.find(|operation| operation.id.as_ref() == Some(id)) {
            Some(operation) => operation.pagination = understood(node, &operation.origin, sink),
            None => unknown(id, sink),
        }
    }
    for operation in operations {
        let Some(pagination) = &operation.pagination else {
            continue;
        };
        if let Some(problem) = misfit(pagination, operation, types) {
            report(&operation.origin, &problem, sink);
            operation.pagination = None;
        }
    }
}

fn misfit(pagination: &Pagination, operation: &Operation, types: &Types) -> Option<String> {
    let Pagination { step, items, more } = pagination;
    if let Some(name) = step.parameter().filter(|name| !has_query(operation, name)) {
        return Some(format!("there is no query parameter `{name}`"));
    }
    let Success::Body {
        media: BodyMedia::Json,
        ty,
        content_type: _,
        docs: _,
    } = &operation.success
    else {
        return Some("the answer is not one JSON value".to_owned());
    };
    if pagination.item(types, ty).is_none() {
        return Some(format!("the answer has no list at `{items}`"));
    }
    let mut pointers = step.next().into_iter().chain(more.as_deref());
    let nowhere = pointers.find(|pointer| types.at(ty, pointer).is_none());
    nowhere.map(|pointer| format!("the answer has nothing at `{pointer}`"))
}

fn has_query(operation: &Operation, name: &str) -> bool {
    let mut parameters = operation.parameters.iter();
    parameters.any(|parameter| parameter.location == Location::Query && parameter.wire_name == name)
}

fn unknown(id: &str, sink: &mut Sink) {
    let paths = Place::root(FileId::ENTRY).child("paths");
    let message = format!("no operation has the id `{id}`, whose pages were described");
    sink.report(Code::PatternUnmatched, &paths, message);
}

fn report(operation: &Place, problem: &str, sink: &mut Sink) {
    let place = operation.child(PAGINATION);
    let message = format!("`{PAGINATION}` is left aside: {problem}");
    sink.report(Code::Pagination, &place, message)
        .help("by: offset, page or cursor with `parameter`, or link; `items` and `more` are JSON pointers into an answer, `next` is one to the cursor or the URL");
}
