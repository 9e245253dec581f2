//! What the crate goes without where only some operations are selected.

use std::collections::HashMap;

use serde_json::Value;

use super::{extension, schema};
use crate::ir::{Operation, OwnName, Ty, TypeId, Types, Webhook};
use crate::place::Place;
use crate::resolve::Bundle;

/// Keeps the declared types, those that operations and webhooks mention, and what these hold.
pub(super) fn prune(
    types: &mut Types,
    operations: &[Operation],
    webhooks: &[Webhook],
    declared: &[TypeId],
) {
    let declared: Vec<Ty> = declared.iter().map(|id| Ty::Named(*id)).collect();
    let mentioned = operations.iter().flat_map(Operation::types);
    let calls = webhooks.iter().map(|webhook| &webhook.ty);
    let kept = types.reachable(mentioned.chain(calls).chain(&declared));
    types.keep(&kept);
}

/// The names of the schemas that no type was made of. Nobody else is called by them, so that a selection renames nothing.
pub(super) fn unused(bundle: &Bundle, named: &HashMap<Place, TypeId>) -> Vec<OwnName> {
    let schemas = bundle.schemas().into_iter();
    let unnamed = schemas.filter(|schema| !named.contains_key(schema));
    unnamed.map(|schema| own_name(bundle, &schema)).collect()
}

/// What a schema is called by that no type was made of.
pub(super) fn own_name(bundle: &Bundle, place: &Place) -> OwnName {
    let member = |name: &str| bundle.get(place)?.get(name);
    let pinned = member(extension::RUST_NAME).and_then(Value::as_str);
    let deprecated = member("deprecated").and_then(Value::as_bool);
    OwnName {
        name: schema::shared_name(bundle, place),
        pinned: pinned.map(str::to_owned),
        deprecated: deprecated.unwrap_or_default(),
    }
}
