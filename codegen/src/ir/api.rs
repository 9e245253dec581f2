//! The API as a whole.

use std::collections::{HashMap, HashSet};

use super::{
    Certificate, Operation, Requirement, Scheme, Server, Shape, SharedName, Ty, TypeDef, Union,
    Unselected, Webhook,
};
use crate::place::Place;

/// All that generation needs to know of a document.
#[derive(Debug)]
pub(crate) struct Api {
    pub(crate) info: Info,
    /// Where the API is: calls go to the first server, if it says enough.
    pub(crate) servers: Vec<Server>,
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
    /// The operations that the user did not select.
    pub(crate) unselected: Vec<Unselected>,
    /// How many operations the document has, those left out included.
    pub(crate) operations_total: usize,
    /// The names of schemas that no type was made of, since nothing that is selected needs them.
    pub(crate) unused: Vec<OwnName>,
    /// The same of inline schemas that operations share.
    pub(crate) unused_shared: Vec<OwnName>,
    /// The objects and maps whose members are sent as parts, unions of them, and unions that are sent as one part, which may be a file.
    pub(crate) parts: HashSet<TypeId>,
    /// The places that became untyped JSON.
    pub(crate) untyped: Vec<Untyped>,
    /// The places that became lists or maps of untyped JSON.
    pub(crate) untyped_members: Vec<Untyped>,
}

impl Api {
    /// The types that requests carry: those that the parameters and bodies of operations reach.
    pub(crate) fn in_requests(&self) -> HashSet<TypeId> {
        let sent = self.operations.iter().flat_map(Operation::sent);
        self.types.reachable(sent)
    }

    /// The types that come from the server, in answers and webhooks.
    pub(crate) fn in_answers(&self) -> HashSet<TypeId> {
        let received = self.operations.iter().flat_map(Operation::received);
        let calls = self.webhooks.iter().map(|webhook| &webhook.ty);
        self.types.reachable(received.chain(calls))
    }
}

/// What the document says of itself.
#[derive(Debug)]
pub(crate) struct Info {
    pub(crate) title: String,
    pub(crate) version: String,
    pub(crate) description: Option<String>,
}

/// What a schema is called by.
#[derive(Debug)]
pub(crate) struct OwnName {
    pub(crate) name: SharedName,
    /// The name that `x-rust-name` pins.
    pub(crate) pinned: Option<String>,
    pub(crate) deprecated: bool,
}

/// A place that became untyped JSON or holds some, and why.
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
pub(crate) struct Types {
    defs: Vec<TypeDef>,
    /// Those that only give others their names; the crate goes without them.
    pruned: HashSet<TypeId>,
}

impl Types {
    pub(crate) fn add(&mut self, def: TypeDef) -> TypeId {
        self.defs.push(def);
        TypeId(u32::try_from(self.defs.len() - 1).unwrap_or(u32::MAX))
    }

    pub(crate) fn get(&self, id: TypeId) -> &TypeDef {
        &self.defs[id.0 as usize]
    }

    pub(crate) fn get_mut(&mut self, id: TypeId) -> &mut TypeDef {
        &mut self.defs[id.0 as usize]
    }

    /// Leaves out types, which nothing may use any more; the ids of the others change.
    pub(crate) fn retain(&mut self, kept: impl Fn(TypeId) -> bool) -> HashMap<TypeId, TypeId> {
        let ids: Vec<TypeId> = self.all().collect();
        let defs = std::mem::take(&mut self.defs);
        let pruned = std::mem::take(&mut self.pruned);
        let mut moved = HashMap::new();
        for (id, def) in ids.into_iter().zip(defs).filter(|(id, _)| kept(*id)) {
            moved.insert(id, self.add(def));
        }
        self.pruned = pruned
            .iter()
            .filter_map(|id| moved.get(id).copied())
            .collect();
        moved
    }

    /// The type that a use comes to, past all that is only another name.
    pub(crate) fn behind<'a>(&'a self, mut ty: &'a Ty) -> &'a Ty {
        // Aliases may still lead in a circle, and none has this many names.
        for _ in 0..self.defs.len() {
            let Ty::Named(id) = ty else { break };
            match &self.get(*id).shape {
                Shape::Alias(next) => ty = next,
                Shape::Object(_) | Shape::Enum(_) | Shape::Union(_) => break,
            }
        }
        ty
    }

    /// The same of a use and of all that is in it: equal ones are one type.
    pub(crate) fn spelled_out(&self, ty: &Ty) -> Ty {
        let inside = |inner: &Ty| Box::new(self.spelled_out(inner));
        match self.behind(ty) {
            Ty::List(inner) => Ty::List(inside(inner)),
            Ty::Map(inner) => Ty::Map(inside(inner)),
            Ty::Nullable(inner) => Ty::Nullable(inside(inner)),
            plain @ (Ty::Named(_)
            | Ty::Text
            | Ty::Boolean
            | Ty::Integer(_)
            | Ty::Number
            | Ty::DateTime
            | Ty::Date
            | Ty::Base64
            | Ty::Bytes
            | Ty::File
            | Ty::Null
            | Ty::Json) => plain.clone(),
        }
    }

    /// Whether a use comes to a number or a boolean.
    pub(crate) fn is_scalar(&self, ty: &Ty) -> bool {
        match self.behind(ty) {
            Ty::Boolean | Ty::Integer(_) | Ty::Number => true,
            Ty::Named(_)
            | Ty::Text
            | Ty::DateTime
            | Ty::Date
            | Ty::Base64
            | Ty::Bytes
            | Ty::File
            | Ty::List(_)
            | Ty::Map(_)
            | Ty::Nullable(_)
            | Ty::Null
            | Ty::Json => false,
        }
    }

    /// Whether a value of a type is a file, or several, or may be.
    pub(crate) fn is_sent_as_files(&self, ty: &Ty) -> bool {
        self.holds_files(ty, &mut HashSet::new())
    }

    fn holds_files(&self, ty: &Ty, seen: &mut HashSet<TypeId>) -> bool {
        match ty {
            Ty::File => true,
            Ty::List(inner) | Ty::Nullable(inner) => self.holds_files(inner, seen),
            Ty::Named(id) if !seen.insert(*id) => false,
            Ty::Named(id) => match &self.get(*id).shape {
                Shape::Union(Union {
                    members,
                    discriminator: _,
                }) => members
                    .iter()
                    .any(|member| self.holds_files(&member.ty, seen)),
                Shape::Alias(ty) => self.holds_files(ty, seen),
                Shape::Object(_) | Shape::Enum(_) => false,
            },
            Ty::Text
            | Ty::Boolean
            | Ty::Integer(_)
            | Ty::Number
            | Ty::DateTime
            | Ty::Date
            | Ty::Base64
            | Ty::Bytes
            | Ty::Map(_)
            | Ty::Null
            | Ty::Json => false,
        }
    }

    /// How many types the crate has.
    pub(crate) fn len(&self) -> usize {
        self.defs.len() - self.pruned.len()
    }

    /// The types that the crate has.
    pub(crate) fn ids(&self) -> impl Iterator<Item = TypeId> {
        self.all().filter(|id| !self.is_pruned(*id))
    }

    /// The types that the crate has, and those that only give others their names.
    pub(crate) fn all(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..u32::try_from(self.defs.len()).unwrap_or(u32::MAX)).map(TypeId)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (TypeId, &TypeDef)> {
        self.ids().map(|id| (id, self.get(id)))
    }

    /// Whether the crate goes without a type.
    pub(crate) fn is_pruned(&self, id: TypeId) -> bool {
        self.pruned.contains(&id)
    }

    /// Goes without all types but these.
    pub(crate) fn keep(&mut self, kept: &HashSet<TypeId>) {
        self.pruned = self.all().filter(|id| !kept.contains(id)).collect();
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
