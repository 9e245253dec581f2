//! Other names of a type that would be its very name: without a number there is none to keep.

use std::collections::HashMap;

use super::operations::{self, OperationNames};
use super::outline::outlines;
use super::{ident, wanted};
use crate::diagnostic::Sink;
use crate::ir::{Api, Owner, Shape, Ty, TypeId};

/// Leaves out the other names that types are called by themselves.
pub(crate) fn leave_namesakes_out(api: &mut Api) {
    let namesakes = namesakes(api);
    if namesakes.is_empty() {
        return;
    }
    let home = |id: TypeId| namesakes.get(&id).copied().unwrap_or(id);
    api.map_uses(home);
    api.map_owners(home);
    api.retain_types(|id| !namesakes.contains_key(&id));
}

/// Such names, each with the type that it is a name of.
fn namesakes(api: &Api) -> HashMap<TypeId, TypeId> {
    let others = api.types.all().filter_map(|id| Some((id, home(api, id)?)));
    let others: Vec<_> = others.collect();
    if others.is_empty() {
        return HashMap::new();
    }
    // What there is to say of the names of operations is said when they are given.
    let operations = operations::assign(api, &outlines(api), &mut Sink::default());
    let names = |id| wanted(api, &operations, id);
    let others = others.into_iter();
    others
        .filter(|(id, home)| names(*id) == names(*home))
        .collect()
}

/// The type that a schema is only another name of.
fn home(api: &Api, id: TypeId) -> Option<TypeId> {
    let def = api.types.get(id);
    match &def.shape {
        Shape::Alias(Ty::Named(home)) if def.pinned.is_none() => {
            let other = api.types.get(*home);
            let is_alias = matches!(other.shape, Shape::Alias(_));
            // One that is called after a type may be called after this very name, and would be after itself.
            let is_below = matches!(other.name.owner(), Some(Owner::Type(_)));
            (!is_alias && !is_below).then_some(*home)
        }
        Shape::Alias(_) | Shape::Object(_) | Shape::Enum(_) | Shape::Union(_) => None,
    }
}

/// What a type would be called if it and all that it is called after were alone.
fn wanted(api: &Api, operations: &[OperationNames], id: TypeId) -> String {
    let def = api.types.get(id);
    let pinned = def
        .pinned
        .as_ref()
        .filter(|name| ident::is_identifier(name));
    pinned.cloned().unwrap_or_else(|| {
        let owner = |owner| match owner {
            Owner::Type(id) => wanted(api, operations, id),
            Owner::Operation(id) => operations[id.0].request.to_string(),
        };
        wanted::of(&def.name, owner).1
    })
}
