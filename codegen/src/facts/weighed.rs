//! Which types a union weighs.

use std::collections::HashSet;

use crate::ir::{Shape, Ty, TypeId, Types};

/// The types that some union reaches.
pub(super) fn types(types: &Types) -> HashSet<TypeId> {
    let members = types.iter().filter_map(|(_, def)| match &def.shape {
        Shape::Union(_) => Some(def.shape.uses()),
        Shape::Object(_) | Shape::Enum(_) | Shape::Alias(_) => None,
    });
    let mut pending: Vec<TypeId> = members.flatten().filter_map(Ty::named).collect();
    let mut found = HashSet::new();
    while let Some(id) = pending.pop() {
        if found.insert(id) {
            pending.extend(types.get(id).shape.uses().into_iter().filter_map(Ty::named));
        }
    }
    found
}
