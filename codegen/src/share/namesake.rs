//! Places that want the very name of the type that they are of.

use super::home::words;
use crate::ir::{Api, TypeId};
use crate::names::pascal;

/// Whether two types would be called the same, so that one of them would need a number to be another name of the other.
pub(super) fn are_namesakes(api: &Api, one: TypeId, other: TypeId) -> bool {
    let name = |id| words(api, id).map(|words| pascal(&words));
    name(one).is_some_and(|name_of_one| Some(name_of_one) == name(other))
}
