//! What a generated crate holds, for the report.

use crate::config::Config;
use crate::facts::Facts;
use crate::ir::{Api, Operation, Unselected as UnselectedOperation, Untyped as UntypedPlace};
use crate::names::Names;
use crate::place::Place;
use crate::resolve::Bundle;

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
    /// Which schema each of them was made of.
    pub schemas: Vec<Schema>,
    /// The places that became untyped JSON.
    pub untyped: Vec<Untyped>,
    /// The places that became lists or maps of untyped JSON: what the document does not say of their items or members.
    pub untyped_members: Vec<Untyped>,
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

/// A schema, and the type that was made of it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Schema {
    /// The file, relative to the document's folder.
    pub file: String,
    /// The JSON pointer in that file.
    pub pointer: String,
    /// The name of the type in the crate's module `types`.
    pub ty: String,
    /// Whether requests carry the type and answers do not.
    pub is_request: bool,
}

/// A place that became untyped JSON or holds some.
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
    pub(crate) fn of(
        api: &Api,
        names: &Names,
        facts: &Facts,
        config: &Config,
        bundle: &Bundle,
    ) -> Self {
        let unselected = api.unselected.iter();
        let places = |untyped: &[UntypedPlace]| {
            untyped
                .iter()
                .map(|place| self::untyped(place, bundle))
                .collect()
        };
        Self {
            title: api.info.title.clone(),
            operations_total: api.operations_total,
            operations_emitted: if config.types_only {
                0
            } else {
                api.operations.len()
            },
            unselected: unselected
                .map(|operation| self::unselected(operation, bundle))
                .collect(),
            types_only: config.types_only,
            types: api.types.len(),
            schemas: schemas(api, names, facts, bundle),
            untyped: places(&api.untyped),
            untyped_members: places(&api.untyped_members),
        }
    }

    /// How many operations the crate goes without: all, where it has types alone; else those that were not selected, and those of which
    /// the diagnostics say why.
    #[must_use]
    pub fn operations_skipped(&self) -> usize {
        self.operations_total - self.operations_emitted
    }
}

fn schemas(api: &Api, names: &Names, facts: &Facts, bundle: &Bundle) -> Vec<Schema> {
    let calls = api.webhooks.iter().map(|webhook| &webhook.ty);
    let received = api.operations.iter().flat_map(Operation::received);
    let received = api.types.reachable(received.chain(calls));
    let types = api.types.iter();
    let schemas = types.map(|(id, def)| {
        let (file, pointer) = stands_at(&def.origin, bundle);
        Schema {
            file,
            pointer,
            ty: names.ty(id).to_string(),
            is_request: facts.is_in_requests(id) && !received.contains(&id),
        }
    });
    schemas.collect()
}

fn unselected(operation: &UnselectedOperation, bundle: &Bundle) -> Unselected {
    let UnselectedOperation {
        origin,
        id,
        pinned: _,
        method,
        path,
        tag: _,
        deprecated: _,
    } = operation;
    let (file, pointer) = stands_at(origin, bundle);
    Unselected {
        method: method.as_str().to_owned(),
        path: path.clone(),
        operation_id: id.clone(),
        file,
        pointer,
    }
}

fn untyped(place: &UntypedPlace, bundle: &Bundle) -> Untyped {
    let UntypedPlace { place, reason } = place;
    let (file, pointer) = stands_at(place, bundle);
    Untyped {
        file,
        pointer,
        reason,
    }
}

/// The file of a node, and the pointer to it in its text.
fn stands_at(place: &Place, bundle: &Bundle) -> (String, String) {
    let file = bundle.file_name(place.file).to_owned();
    (file, bundle.in_text(place).to_string())
}
