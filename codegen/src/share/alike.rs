//! Which types are alike, in circles too.

use std::collections::HashMap;
use std::hash::Hash;

use super::look::{self, Looked};
use crate::ir::{Api, Shape, TypeDef, TypeId};

/// What types of one class have in common: their look, and the classes of what they use.
type Signature = (usize, Vec<usize>);

/// The types that say the same, in groups of two and more. A type with a name of its own is only ever alike inline ones: it says
/// what the document says by that name.
pub(super) fn groups(api: &Api) -> Vec<Vec<TypeId>> {
    let all = || api.types.all().map(|id| (id, api.types.get(id)));
    let looked: Vec<Looked<'_>> = all().map(|(id, def)| look::of(api, id, def)).collect();
    let looks = numbered(looked.iter().map(|looked| &looked.look));
    let signatures = signatures(api, &looked, &looks);
    let mut groups: HashMap<&Signature, Vec<TypeId>> = HashMap::new();
    for ((id, def), signature) in all().zip(&signatures) {
        if can_share(def) && !api.types.is_pruned(id) {
            groups.entry(signature).or_default().push(id);
        }
    }
    for ((id, def), signature) in all().zip(&signatures) {
        if is_defined_by_name(def)
            && !api.types.is_pruned(id)
            && let Some(group) = groups.get_mut(signature)
        {
            group.push(id);
        }
    }
    let mut groups: Vec<_> = groups
        .into_values()
        .map(|group| one_name(api, group))
        .collect();
    groups.retain(|group| group.len() > 1);
    groups.sort();
    groups
}

/// Starts with every look as a class, and parts those whose members use types of different classes, until none does.
fn signatures(api: &Api, looked: &[Looked<'_>], looks: &[usize]) -> Vec<Signature> {
    let mut classes = kept_apart(api, looks.to_vec());
    loop {
        let class = |id: &TypeId| classes[id.index()];
        let signatures: Vec<Signature> = looked
            .iter()
            .zip(looks)
            .map(|(looked, look)| (*look, looked.uses.iter().map(class).collect()))
            .collect();
        let finer = kept_apart(api, numbered(signatures.iter()));
        if count(&finer) == count(&classes) {
            return signatures;
        }
        classes = finer;
    }
}

/// A class of its own for every type that is not shared.
fn kept_apart(api: &Api, mut classes: Vec<usize>) -> Vec<usize> {
    let shared = classes.len();
    for id in api.types.all() {
        if !can_share(api.types.get(id)) {
            classes[id.index()] = shared + id.index();
        }
    }
    classes
}

/// A number for each different thing.
fn numbered<T: Eq + Hash>(things: impl Iterator<Item = T>) -> Vec<usize> {
    let mut numbers = HashMap::new();
    things
        .map(|thing| {
            let next = numbers.len();
            *numbers.entry(thing).or_insert(next)
        })
        .collect()
}

fn count(classes: &[usize]) -> usize {
    let mut classes = classes.to_vec();
    classes.sort_unstable();
    classes.dedup();
    classes.len()
}

/// Whether a type may become a name of another one. What `x-rust-name` names is to stand by itself.
fn can_share(def: &TypeDef) -> bool {
    !def.name.is_own() && def.pinned.is_none() && !is_alias(def)
}

fn is_defined_by_name(def: &TypeDef) -> bool {
    def.name.is_own() && def.deprecated.is_none() && !is_alias(def)
}

fn is_alias(def: &TypeDef) -> bool {
    match &def.shape {
        Shape::Alias(_) => true,
        Shape::Object(_) | Shape::Enum(_) | Shape::Union(_) => false,
    }
}

/// Leaves a group with one type at most that has a name of its own: several are alike by chance.
fn one_name(api: &Api, mut group: Vec<TypeId>) -> Vec<TypeId> {
    let is_named = |id: &TypeId| api.types.get(*id).name.is_own();
    if group.iter().filter(|id| is_named(id)).count() > 1 {
        group.retain(|id| !is_named(id));
    }
    group.sort();
    group
}
