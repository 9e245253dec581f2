//! Which types without names of their own are used.

use crate::ir::{Ty, Types};

/// Each of them once: in types, and in what else uses any.
pub(super) fn types<'a>(types: &'a Types, uses: impl Iterator<Item = &'a Ty>) -> Vec<Ty> {
    let shapes = types.iter().flat_map(|(_, def)| def.shape.uses());
    let mut found = Vec::new();
    for ty in shapes.chain(uses) {
        let innermost = ty.innermost();
        if innermost.named().is_none() && !found.contains(innermost) {
            found.push(innermost.clone());
        }
    }
    found
}
