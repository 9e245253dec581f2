//! Unions that are a part of themselves.
//!
//! Such a part says nothing: whatever fits it fits another part, and who looked for the one to read would look without end.

use std::collections::HashSet;

use crate::diagnostic::{Code, Sink};
use crate::ir::{Shape, Ty, TypeId, Types};

/// Takes out of unions the parts that lead back to where the way to them began.
pub(super) fn check(types: &mut Types, sink: &mut Sink) {
    let all: Vec<_> = types.all().collect();
    for start in all {
        for union in within(types, start) {
            if remove(types, union, start) {
                let place = types.get(union).origin.clone();
                let message = "a part of this union is that union again, which says nothing";
                sink.report(Code::RefCycle, &place, message);
            }
        }
    }
}

/// The unions that a value of `start` may be of, itself included.
fn within(types: &Types, start: TypeId) -> Vec<TypeId> {
    let (mut seen, mut pending) = (HashSet::new(), vec![start]);
    let mut unions = Vec::new();
    while let Some(id) = pending.pop() {
        if let Shape::Union(union) = &types.get(id).shape
            && seen.insert(id)
        {
            unions.push(id);
            pending.extend(union.members.iter().filter_map(|it| target(types, &it.ty)));
        }
    }
    unions
}

/// Removes the members that are `start`; whether there were any.
fn remove(types: &mut Types, union: TypeId, start: TypeId) -> bool {
    let leads_back = |types: &Types, ty: &Ty| target(types, ty) == Some(start);
    let Shape::Union(before) = &types.get(union).shape else {
        return false;
    };
    if !before.members.iter().any(|it| leads_back(types, &it.ty)) {
        return false;
    }
    let mut union_left = before.clone();
    union_left.members.retain(|it| !leads_back(types, &it.ty));
    types.get_mut(union).shape = if union_left.members.is_empty() {
        Shape::Alias(Ty::Json)
    } else {
        Shape::Union(union_left)
    };
    true
}

/// The type that values of this one are of, where it has a name.
fn target(types: &Types, ty: &Ty) -> Option<TypeId> {
    let id = types.behind(ty).direct()?;
    match &types.get(id).shape {
        Shape::Alias(behind) => target(types, behind),
        Shape::Object(_) | Shape::Enum(_) | Shape::Union(_) => Some(id),
    }
}
