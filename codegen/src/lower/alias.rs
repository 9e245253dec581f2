//! Aliases that lead back to themselves.
//!
//! A list of itself is a fine schema, and a type alias cannot say it.

use std::collections::HashSet;

use crate::diagnostic::{Code, Sink};
use crate::ir::{Object, Shape, Ty, TypeId, Types};

/// Breaks every circle of aliases: a map becomes an object without declared properties, which is a type of its own; a circle without a
/// map is reported.
pub(super) fn check(types: &mut Types, sink: &mut Sink) {
    for id in types
        .ids()
        .filter(|id| leads_back(types, *id))
        .collect::<Vec<_>>()
    {
        if let Shape::Alias(Ty::Map(value)) = types.get(id).shape.clone() {
            types.get_mut(id).shape = Shape::Object(Object {
                fields: Vec::new(),
                rest: Some(*value),
            });
        }
    }
    for id in types.ids() {
        if leads_back(types, id) {
            let place = types.get(id).origin.clone();
            sink.report(
                Code::UnsupportedSchema,
                &place,
                "a list of itself is not supported yet",
            );
            types.get_mut(id).shape = Shape::Alias(Ty::Json);
        }
    }
}

fn leads_back(types: &Types, start: TypeId) -> bool {
    let mut seen = HashSet::new();
    let mut next = aliased(types, start);
    while let Some(id) = next.filter(|id| seen.insert(*id)) {
        if id == start {
            return true;
        }
        next = aliased(types, id);
    }
    false
}

fn aliased(types: &Types, id: TypeId) -> Option<TypeId> {
    match &types.get(id).shape {
        Shape::Alias(ty) => ty.named(),
        Shape::Object(_) | Shape::Enum(_) | Shape::Union(_) => None,
    }
}
