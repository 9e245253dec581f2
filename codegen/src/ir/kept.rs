//! Which types of an API stay, and what stands for those that go.

use super::{Api, TypeId};

impl Api {
    /// Makes each use of a type one of another, in types and outside of them.
    pub(crate) fn map_uses(&mut self, other: impl Fn(TypeId) -> TypeId) {
        for id in self.types.all() {
            for ty in self.types.get_mut(id).shape.uses_mut() {
                ty.map_named(&other);
            }
        }
        for ty in self.uses_mut() {
            ty.map_named(&other);
        }
    }

    /// Calls what is called after a type after another one.
    pub(crate) fn map_owners(&mut self, other: impl Fn(TypeId) -> TypeId) {
        for id in self.types.all() {
            if let Some(owner) = self.types.get_mut(id).name.owner_mut() {
                *owner = other(*owner);
            }
        }
    }

    /// Leaves out all types but these, which no other may use or be called after; the ids of the others change.
    pub(crate) fn retain_types(&mut self, kept: impl Fn(TypeId) -> bool) {
        let moved = self.types.retain(kept);
        self.map_uses(|id| moved[&id]);
        self.map_owners(|id| moved[&id]);
        let parts = std::mem::take(&mut self.parts).into_iter();
        self.parts = parts.filter_map(|id| moved.get(&id).copied()).collect();
    }
}
