//! Which types requests carry.

use std::collections::HashSet;

use crate::ir::{Api, Ty, TypeId};

/// The types that the parameters and bodies of operations reach.
pub(super) fn requests(api: &Api) -> HashSet<TypeId> {
    let parameters = api
        .operations
        .iter()
        .flat_map(|operation| &operation.parameters)
        .map(|parameter| &parameter.ty);
    let bodies = api
        .operations
        .iter()
        .filter_map(|operation| operation.body.as_ref())
        .map(|body| &body.ty);
    let mut pending: Vec<TypeId> = parameters.chain(bodies).filter_map(Ty::named).collect();
    let mut found = HashSet::new();
    while let Some(id) = pending.pop() {
        if found.insert(id) {
            pending.extend(
                api.types
                    .get(id)
                    .shape
                    .uses()
                    .into_iter()
                    .filter_map(Ty::named),
            );
        }
    }
    found
}
