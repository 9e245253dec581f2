//! How large values are in memory, roughly: enough to keep one large member from making a whole union large, and objects that hold dozens
//! of others from filling a stack.

use std::collections::{HashMap, HashSet};

use super::boxing::Holding;
use crate::ir::{Object, Shape, Ty, TypeId, Types};

/// Members above this many bytes are boxed. Clippy's `large_enum_variant` asks for it from 200 bytes of difference on.
pub(super) const LARGEST_MEMBER: usize = 160;

/// A struct above this many bytes boxes the objects that it holds. Reading takes several times that of a stack, for each object inside
/// another one, and threads have two megabytes.
const LARGEST_STRUCT: usize = 8 * 1024;

/// Objects of a large struct from this many bytes on are boxed.
const WORTH_A_BOX: usize = 256;

/// What no type needs to be told from: lists, strings, maps and their options.
const POINTERS: usize = 24;

/// What was measured.
#[derive(Default)]
pub(super) struct Sizes {
    /// The size of every type, from above.
    pub(super) of: HashMap<TypeId, usize>,
    /// The uses, from holder to held, that are boxed, since the holder would be too large.
    pub(super) boxed: HashSet<(TypeId, TypeId)>,
}

/// Measures every type, what it holds first: the order in which a document lists its types does not matter.
pub(super) fn types(types: &Types, holding: &Holding) -> Sizes {
    let mut sizes = Sizes::default();
    for id in &holding.innermost_first {
        let size = measure(types, *id, holding, &mut sizes);
        sizes.of.insert(*id, size);
    }
    sizes
}

fn measure(types: &Types, id: TypeId, holding: &Holding, sizes: &mut Sizes) -> usize {
    let of = |ty: &Ty| match ty.direct() {
        // It is boxed here.
        Some(held) if holding.cyclic.contains(&(id, held)) => POINTERS,
        Some(_) | None => of_use(ty, &sizes.of),
    };
    match &types.get(id).shape {
        Shape::Object(Object { fields, rest }) => {
            let fields: Vec<_> = fields
                .iter()
                .map(|field| (&field.ty, of(&field.ty) + 8))
                .collect();
            let fields = lightened(id, &fields, &mut sizes.boxed);
            fields + rest.as_ref().map_or(0, |_| POINTERS)
        }
        Shape::Enum(_) => 40,
        // A large member is boxed.
        Shape::Union(_) => LARGEST_MEMBER,
        Shape::Alias(ty) => of(ty),
    }
}

/// The size of all fields, once those that make a struct too large are boxed.
fn lightened(
    holder: TypeId,
    fields: &[(&Ty, usize)],
    boxed: &mut HashSet<(TypeId, TypeId)>,
) -> usize {
    let whole = fields.iter().map(|(_, size)| size).sum();
    if whole <= LARGEST_STRUCT {
        return whole;
    }
    let light = |(ty, size): &(&Ty, usize)| match ty.direct() {
        Some(held) if *size >= WORTH_A_BOX => {
            boxed.insert((holder, held));
            POINTERS
        }
        Some(_) | None => *size,
    };
    fields.iter().map(light).sum()
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
        Ty::Null => 0,
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
