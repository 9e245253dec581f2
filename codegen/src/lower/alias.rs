//! Aliases that lead back to themselves.
//!
//! A list of itself is a fine schema, and a type alias cannot say it.

use std::collections::HashSet;

use crate::diagnostic::{Code, Sink};
use crate::ir::{Member, Object, Shape, Ty, TypeId, Types, Union};

/// Makes types of their own of the aliases on a circle; a circle of names alone says nothing, and is reported.
pub(super) fn check(types: &mut Types, sink: &mut Sink) {
    let circular: Vec<_> = types.all().filter(|id| leads_back(types, *id)).collect();
    for id in &circular {
        if let Shape::Alias(ty) = types.get(*id).shape.clone() {
            types.get_mut(*id).shape = broken(ty);
        }
    }
    for id in circular {
        if leads_back(types, id) {
            let place = types.get(id).origin.clone();
            let message = "this schema says nothing but that it is itself; any value is taken";
            sink.report(Code::RefCycle, &place, message);
            types.get_mut(id).shape = Shape::Alias(Ty::Json);
        }
    }
}

/// A type of its own for an alias on a circle. A map is an object without declared properties, and anything else an open choice of one.
fn broken(ty: Ty) -> Shape {
    match ty {
        // Only another name, and the circle breaks where that leads.
        Ty::Named(_) => Shape::Alias(ty),
        Ty::Map(value) => Shape::Object(Object {
            fields: Vec::new(),
            rest: Some(*value),
        }),
        Ty::List(_)
        | Ty::Nullable(_)
        | Ty::Text
        | Ty::Boolean
        | Ty::Integer(_)
        | Ty::Number
        | Ty::DateTime
        | Ty::Date
        | Ty::Base64
        | Ty::Bytes
        | Ty::File
        | Ty::Null
        | Ty::Json => Shape::Union(Union {
            members: vec![Member::new(ty, None)],
            discriminator: None,
        }),
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
