//! What inline schemas are called in the end.

use super::own_name::{self, shared_name};
use crate::ir::{Owner, TypeId, TypeName};
use crate::lower::Lowering;
use crate::place::Place;

impl Lowering<'_> {
    /// The object that the document lists a property in, and what the schema is to it: an `allOf` or a `$ref` may bring it elsewhere first.
    fn textual_owner(&self, place: &Place) -> Option<(Owner, String)> {
        let pointer = place.pointer.parent()?;
        let last = place.pointer.last()?;
        let parent = |pointer| Place {
            file: place.file,
            pointer,
        };
        match &*pointer.last()? {
            "properties" => {
                let object = parent(pointer.parent()?);
                let known = self
                    .memo
                    .named
                    .get(&object)
                    .or_else(|| self.memo.inline.get(&object));
                Some((Owner::Type(*known?), last.into_owned()))
            }
            _ => {
                let role = own_name::role(&last)?;
                let (owner, outer) = self.textual_owner(&parent(pointer))?;
                Some((owner, format!("{outer} {role}")))
            }
        }
    }

    /// Calls inline schemas after the objects that the document lists them in, all of which are known in the end: the order in which they were
    /// met has no say in it.
    pub(in crate::lower) fn settle_names(&mut self) {
        let mut inline: Vec<(Place, TypeId)> = self.memo.inline.clone().into_iter().collect();
        inline.sort_unstable();
        for (place, id) in inline
            .into_iter()
            .filter(|(_, id)| !self.memo.given.contains(id))
        {
            let owned = self.textual_owner(&place);
            let owned = owned.map(|(owner, role)| TypeName::Place { owner, role });
            let name = owned.or_else(|| self.shared_name(&place, id));
            if let Some(name) = name.filter(|name| !self.hangs_on(name, id)) {
                self.types.get_mut(id).name = name;
            }
        }
    }

    /// The name of what an operation has from a component that others may have too.
    fn shared_name(&self, place: &Place, id: TypeId) -> Option<TypeName> {
        let is_first = match self.types.get(id).name.owner() {
            Some(Owner::Operation(_)) => true,
            Some(Owner::Type(_)) | None => false,
        };
        let is_shared = is_first && self.bundle.shared(place).is_some();
        is_shared.then(|| TypeName::Shared(shared_name(self.bundle, place)))
    }

    /// Whether a name is made of that of another type.
    pub(super) fn hangs_on(&self, name: &TypeName, other: TypeId) -> bool {
        match name.owner() {
            Some(Owner::Type(owner)) => {
                owner == other || self.hangs_on(&self.types.get(owner).name, other)
            }
            Some(Owner::Operation(_)) | None => false,
        }
    }
}
