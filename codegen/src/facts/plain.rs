//! Which types without names of their own are used.

use crate::ir::{Api, Operation, Ty};

/// Each of them once.
pub(super) fn types(api: &Api) -> Vec<Ty> {
    let shapes = api.types.iter().flat_map(|(_, def)| def.shape.uses());
    let mut found = Vec::new();
    let webhooks = api.webhooks.iter().map(|webhook| &webhook.ty);
    let operations = api.operations.iter().flat_map(mentioned);
    for ty in shapes.chain(operations).chain(webhooks) {
        let innermost = innermost(ty);
        if innermost.named().is_none() && !found.contains(innermost) {
            found.push(innermost.clone());
        }
    }
    found
}

fn innermost(ty: &Ty) -> &Ty {
    match ty {
        Ty::List(inner) | Ty::Map(inner) | Ty::Nullable(inner) => innermost(inner),
        Ty::Named(_)
        | Ty::Text
        | Ty::Boolean
        | Ty::Integer(_)
        | Ty::Number
        | Ty::DateTime
        | Ty::Date
        | Ty::Base64
        | Ty::Bytes
        | Ty::File
        | Ty::Json => ty,
    }
}

/// The types that an operation takes and gives. Those of its errors are decoded on demand, by whoever names them.
fn mentioned(operation: &Operation) -> impl Iterator<Item = &Ty> {
    operation.sent().chain(operation.given())
}
