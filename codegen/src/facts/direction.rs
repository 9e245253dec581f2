//! Which types requests carry.

use std::collections::HashSet;

use crate::ir::{Api, Operation, TypeId};

/// The types that the parameters and bodies of operations reach.
pub(super) fn requests(api: &Api) -> HashSet<TypeId> {
    let sent = api.operations.iter().flat_map(Operation::sent);
    api.types.reachable(sent)
}
