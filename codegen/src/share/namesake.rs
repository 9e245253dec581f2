//! Places that want the very name of the type that they are of.

use std::collections::HashMap;

use super::home::words;
use crate::ir::{Api, TypeId};
use crate::names::pascal;

/// Makes uses of each type uses of another one.
pub(super) fn replace(api: &mut Api, by: &HashMap<TypeId, TypeId>) {
    let other = |id: TypeId| by.get(&id).copied().unwrap_or(id);
    for id in api.types.all() {
        for ty in api.types.get_mut(id).shape.uses_mut() {
            ty.map_named(other);
        }
    }
    for ty in api.uses_mut() {
        ty.map_named(other);
    }
}

/// Whether two types would be called the same, so that one of them would need a number to be another name of the other.
pub(super) fn are_namesakes(api: &Api, one: TypeId, other: TypeId) -> bool {
    let name = |id| words(api, id).map(|words| pascal(&words));
    name(one).is_some_and(|name_of_one| Some(name_of_one) == name(other))
}
