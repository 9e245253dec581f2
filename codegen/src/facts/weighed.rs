//! Which types a union weighs.

use std::collections::HashSet;

use crate::ir::{Shape, TypeId, Types};

/// The types that some union reaches.
pub(super) fn types(types: &Types) -> HashSet<TypeId> {
    let members = types.iter().filter_map(|(_, def)| match &def.shape {
        Shape::Union(_) => Some(def.shape.uses()),
        Shape::Object(_) | Shape::Enum(_) | Shape::Alias(_) => None,
    });
    types.reachable(members.flatten())
}
