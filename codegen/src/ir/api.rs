//! The API as a whole.

use std::collections::{HashMap, HashSet};

use super::{Certificate, Operation, Requirement, Scheme, Shape, Ty, TypeDef, Webhook};
use crate::place::Place;

/// All that generation needs to know of a document.
#[derive(Debug)]
pub(crate) struct Api {
    pub(crate) info: Info,
    /// The URL that calls go to, variables replaced by their defaults; `None` where the document has no absolute one.
    pub(crate) base_url: Option<String>,
    pub(crate) schemes: Vec<Scheme>,
    /// The certificates that connections may have to show.
    pub(crate) certificates: Vec<Certificate>,
    /// What an operation needs that does not say otherwise: one of these.
    pub(crate) security: Vec<Requirement>,
    /// What the document says of its tags, by name.
    pub(crate) tags: Vec<(String, Option<String>)>,
    pub(crate) types: Types,
    pub(crate) operations: Vec<Operation>,
    /// The calls that the server makes, by name.
    pub(crate) webhooks: Vec<Webhook>,
    /// How many operations the document has, those left out included.
    pub(crate) operations_total: usize,
    /// The objects whose properties are sent as parts.
    pub(crate) parts: HashSet<TypeId>,
    /// The places that became untyped JSON.
    pub(crate) untyped: Vec<Untyped>,
}

impl Api {
    /// Every use of a type outside of types, to be changed.
    pub(crate) fn uses_mut(&mut self) -> impl Iterator<Item = &mut Ty> {
        let operations = self.operations.iter_mut();
        let webhooks = self.webhooks.iter_mut();
        operations
            .flat_map(Operation::uses_mut)
            .chain(webhooks.map(|webhook| &mut webhook.ty))
    }
}

/// What the document says of itself.
#[derive(Debug)]
pub(crate) struct Info {
    pub(crate) title: String,
    pub(crate) version: String,
    pub(crate) description: Option<String>,
}

/// A place that became untyped JSON, and why.
#[derive(Debug)]
pub(crate) struct Untyped {
    pub(crate) place: Place,
    pub(crate) reason: &'static str,
}

/// A type, by the order in which it was met.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct TypeId(u32);

impl TypeId {
    /// Stands for any type where it does not matter which.
    pub(crate) const ANY: Self = Self(u32::MAX);

    /// Its place among the types.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// An operation, by its order in the document.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct OperationId(pub(crate) usize);

/// The types of a document.
#[derive(Debug, Default)]
pub(crate) struct Types(Vec<TypeDef>);

impl Types {
    pub(crate) fn add(&mut self, def: TypeDef) -> TypeId {
        self.0.push(def);
        TypeId(u32::try_from(self.0.len() - 1).unwrap_or(u32::MAX))
    }

    pub(crate) fn get(&self, id: TypeId) -> &TypeDef {
        &self.0[id.0 as usize]
    }

    pub(crate) fn get_mut(&mut self, id: TypeId) -> &mut TypeDef {
        &mut self.0[id.0 as usize]
    }

    /// Leaves out types, which nothing may use any more; the ids of the others change.
    pub(crate) fn retain(&mut self, kept: impl Fn(TypeId) -> bool) -> HashMap<TypeId, TypeId> {
        let ids: Vec<TypeId> = self.ids().collect();
        let mut moved = HashMap::new();
        let defs = ids.into_iter().zip(std::mem::take(&mut self.0));
        for (id, def) in defs.filter(|(id, _)| kept(*id)) {
            moved.insert(id, self.add(def));
        }
        moved
    }

    /// The type that a use comes to, past all that is only another name.
    pub(crate) fn behind<'a>(&'a self, mut ty: &'a Ty) -> &'a Ty {
        // Aliases may still lead in a circle, and none has this many names.
        for _ in 0..self.len() {
            let Ty::Named(id) = ty else { break };
            match &self.get(*id).shape {
                Shape::Alias(next) => ty = next,
                Shape::Object(_) | Shape::Enum(_) | Shape::Union(_) => break,
            }
        }
        ty
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..u32::try_from(self.0.len()).unwrap_or(u32::MAX)).map(TypeId)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (TypeId, &TypeDef)> {
        self.ids().zip(&self.0)
    }

    /// The types that these uses reach, through whatever holds them.
    pub(crate) fn reachable<'a>(&self, from: impl IntoIterator<Item = &'a Ty>) -> HashSet<TypeId> {
        let mut found = HashSet::new();
        let mut pending: Vec<TypeId> = from.into_iter().filter_map(Ty::named).collect();
        while let Some(id) = pending.pop() {
            if found.insert(id) {
                pending.extend(self.get(id).shape.uses().into_iter().filter_map(Ty::named));
            }
        }
        found
    }
}
