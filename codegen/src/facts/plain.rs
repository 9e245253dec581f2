//! Which types without names of their own are used.

use crate::ir::{Api, Operation, Success, Ty};

/// Each of them once.
pub(super) fn types(api: &Api) -> Vec<Ty> {
    let shapes = api.types.iter().flat_map(|(_, def)| def.shape.uses());
    let mut found = Vec::new();
    for ty in shapes.chain(api.operations.iter().flat_map(mentioned)) {
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
fn mentioned(operation: &Operation) -> Vec<&Ty> {
    let given: Vec<&Ty> = match &operation.success {
        Success::Empty { docs: _ } => Vec::new(),
        Success::Body {
            ty,
            media: _,
            content_type: _,
            docs: _,
        } => vec![ty],
        Success::Several(listed) => listed
            .iter()
            .filter_map(|listed| Some(&listed.body.as_ref()?.1))
            .collect(),
    };
    let taken = operation.parameters.iter().map(|parameter| &parameter.ty);
    taken
        .chain(operation.body.as_ref().map(|body| &body.ty))
        .chain(given)
        .collect()
}
