//! Inline schemas that say the same become one type.
//!
//! Documents repeat themselves: the same few values, the same address, the same error stand at dozens of places. Each place keeps
//! its name, as an alias of the one type, so that code that names it goes on to compile when the places part ways.

mod alike;
mod home;
mod look;

use std::collections::HashSet;

use crate::ir::{Api, Docs, Owner, Shape, Ty, TypeId};

/// Shares the types of an API.
pub(crate) fn types(api: &mut Api) {
    let groups = alike::groups(api);
    let mut merged = HashSet::new();
    for group in groups {
        let home = home::of(api, &group);
        for id in group.into_iter().filter(|id| *id != home) {
            settle(api, home, id);
            merged.insert(id);
        }
    }
    drop_unused(api, &merged);
}

/// Makes a type another name of the one that is at home.
fn settle(api: &mut Api, home: TypeId, id: TypeId) {
    let def = api.types.get_mut(id);
    def.shape = Shape::Alias(Ty::Named(home));
    let docs = std::mem::take(&mut def.docs);
    let kept = api.types.get_mut(home);
    // What is said of one place may be wrong for another.
    if !kept.name.is_own() && kept.docs != docs {
        kept.docs = Docs::default();
    }
}

/// Leaves out the names that nothing mentions any more: those inside a type that is now another one's.
fn drop_unused(api: &mut Api, merged: &HashSet<TypeId>) {
    let mut kept: HashSet<TypeId> = api.types.all().filter(|id| !merged.contains(id)).collect();
    let mut mentioned: Vec<TypeId> = api.uses_mut().filter_map(|ty| ty.named()).collect();
    let used = kept.iter().flat_map(|id| api.types.get(*id).shape.uses());
    mentioned.extend(used.filter_map(Ty::named));
    kept.extend(mentioned);
    let mut pending: Vec<TypeId> = kept.iter().copied().collect();
    while let Some(id) = pending.pop() {
        if let Some(Owner::Type(owner)) = api.types.get(id).name.owner()
            && kept.insert(owner)
        {
            pending.push(owner);
        }
    }
    api.retain_types(|id| kept.contains(&id));
}

#[cfg(test)]
mod tests;
