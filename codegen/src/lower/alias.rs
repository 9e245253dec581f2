//! Aliases that lead back to themselves.
//!
//! A list of itself is a fine schema, and a type alias cannot say it.

use std::collections::HashSet;

use crate::diagnostic::{Code, Sink};
use crate::ir::{Shape, Ty, TypeId, Types};

/// Reports every alias that leads back to itself through aliases alone, and breaks the circle.
pub(super) fn check(types: &mut Types, sink: &mut Sink) {
    for id in types.ids() {
        if leads_back(types, id) {
            let place = types.get(id).origin.clone();
            sink.report(Code::UnsupportedSchema, &place, "a list or map of itself is not supported yet");
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
