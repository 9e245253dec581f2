//! Types of inline schemas, which have no name of their own.

use super::Site;
use crate::ir::{Shape, Ty, TypeDef, TypeId};
use crate::lower::node::SchemaNode;
use crate::lower::{Lowering, docs, extension};
use crate::place::Place;

impl Lowering<'_> {
    /// The type of a list or map of itself, which needs a name to call itself by; other schemas need none to be a list or a map.
    pub(super) fn looped(
        &mut self,
        node: &SchemaNode,
        place: &Place,
        site: &Site,
    ) -> Option<TypeId> {
        if let Some(&id) = self.memo.loops.get(place) {
            return Some(id);
        }
        if !self.memo.open.contains(place) || self.memo.inline.contains_key(place) {
            return None;
        }
        let id = self.reserve_inline(node, place, site);
        self.memo.loops.insert(place.clone(), id);
        Some(id)
    }

    /// What an `allOf` brings here from another schema belongs to that one, which is lowered first: its types are then called after it,
    /// whatever the order of the document.
    pub(super) fn own_before(&mut self, place: &Place) {
        if self
            .memo
            .current
            .as_ref()
            .is_some_and(|current| is_below(place, current))
        {
            return;
        }
        // Where everything is selected, every schema that has a name was met before.
        if self.bundle.is_selective()
            && let Some(declarer) = self.bundle.declarer(place)
        {
            self.named(&declarer);
        }
        let above = std::iter::successors(place.parent(), Place::parent);
        let owners = above.filter_map(|above| self.memo.pending.get_index_of(&above));
        let first = owners.min();
        if let Some((owner, id)) =
            first.and_then(|owner| self.memo.pending.swap_remove_index(owner))
        {
            self.lower_named(id, &owner);
        }
    }

    /// An inline schema becomes a type that is named after its place, unless it has one.
    pub(super) fn define_inline(
        &mut self,
        node: &SchemaNode,
        place: &Place,
        site: &Site,
        shape: impl FnOnce(&mut Self, TypeId) -> Shape,
    ) -> Ty {
        if let Some(id) = self.known_inline(place, site) {
            return Ty::Named(id);
        }
        let id = self.reserve_inline(node, place, site);
        let shape = shape(self, id);
        self.types.get_mut(id).shape = shape;
        Ty::Named(id)
    }

    /// The type that an inline schema has already: it was met before, or a `$ref` leads to it. In the latter case it is called after what
    /// it stands in from now on, as it would be without the `$ref`.
    fn known_inline(&mut self, place: &Place, site: &Site) -> Option<TypeId> {
        if !site.is_own {
            return None;
        }
        if let Some(&id) = self.memo.inline.get(place) {
            return Some(id);
        }
        let id = *self.memo.named.get(place)?;
        let name = site.name();
        if self.is_component(place) || self.memo.given.contains(&id) || self.hangs_on(&name, id) {
            return None;
        }
        let def = self.types.get_mut(id);
        def.name = name;
        let origin = def.origin.clone();
        self.memo.inline.insert(place.clone(), id);
        // Types inside are called after the first of their holders that is lowered: this one, not what comes behind it.
        if self.memo.pending.swap_remove(&origin).is_some() {
            self.lower_named(id, &origin);
        }
        Some(id)
    }

    /// A type that is named after its place, its shape to be filled in: what is inside is named after it in turn.
    pub(super) fn reserve_inline(
        &mut self,
        node: &SchemaNode,
        place: &Place,
        site: &Site,
    ) -> TypeId {
        let data = &node.data;
        let id = self.types.add(TypeDef {
            origin: place.clone(),
            name: site.name(),
            pinned: extension::rust_name(&data.extensions),
            docs: docs::of_schema(data, place),
            deprecated: None,
            shape: Shape::Alias(Ty::Json),
        });
        if site.is_own {
            self.memo.inline.insert(place.clone(), id);
        }
        id
    }
}

/// Whether a node stands inside another one.
fn is_below(place: &Place, above: &Place) -> bool {
    place != above && place.file == above.file && place.pointer.is_within(&above.pointer)
}
