//! How large values are in memory, roughly: enough to keep one large member from making a whole union large.

use std::collections::HashMap;

use crate::ir::{Object, Shape, Ty, TypeId, Types};

/// Members above this many bytes are boxed. Clippy's `large_enum_variant` asks for it from 200 bytes of difference on.
pub(super) const LARGEST_MEMBER: usize = 160;

/// What no type needs to be told from: lists, strings, maps and their options.
const POINTERS: usize = 24;

/// The size of every type, from above.
pub(super) fn types(types: &Types) -> HashMap<TypeId, usize> {
    let mut sizes = HashMap::new();
    for id in types.ids() {
        measure(types, id, &mut sizes, 0);
    }
    sizes
}

/// Deeper than this, a type is large whatever is in it.
const DEEPEST: usize = 16;

fn measure(types: &Types, id: TypeId, sizes: &mut HashMap<TypeId, usize>, depth: usize) -> usize {
    if let Some(&size) = sizes.get(&id) {
        return size;
    }
    if depth > DEEPEST {
        return LARGEST_MEMBER + 1;
    }
    let mut of = |ty: &Ty| match ty {
        // What holds itself is boxed there.
        Ty::Named(held) if *held == id => POINTERS,
        Ty::Named(held) => measure(types, *held, sizes, depth + 1),
        other => scalar(other),
    };
    let size = match &types.get(id).shape {
        Shape::Object(Object { fields, rest }) => {
            let fields: usize = fields.iter().map(|field| of(&field.ty) + 8).sum();
            fields + rest.as_ref().map_or(0, |_| POINTERS)
        }
        Shape::Enum(_) => 40,
        // A large member is boxed.
        Shape::Union(_) => LARGEST_MEMBER,
        Shape::Alias(ty) => of(ty),
    };
    sizes.insert(id, size);
    size
}

/// The size of a use.
pub(super) fn of_use(ty: &Ty, sizes: &HashMap<TypeId, usize>) -> usize {
    match ty {
        Ty::Named(id) => sizes.get(id).copied().unwrap_or(LARGEST_MEMBER),
        Ty::Nullable(inner) => of_use(inner, sizes) + 8,
        other => scalar(other),
    }
}

fn scalar(ty: &Ty) -> usize {
    match ty {
        Ty::Boolean => 1,
        Ty::Integer(_) | Ty::Number => 8,
        Ty::Json => 80,
        Ty::Bytes => 32,
        Ty::File => 80,
        Ty::Text | Ty::DateTime | Ty::Date | Ty::Base64 | Ty::List(_) | Ty::Map(_) => POINTERS,
        Ty::Nullable(inner) => scalar(inner) + 8,
        Ty::Named(_) => LARGEST_MEMBER,
    }
}
