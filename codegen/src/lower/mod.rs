//! From typed nodes to [`ir`](crate::ir): what the document says, in one way.
//!
//! Nothing here knows identifiers or tokens: names are the document's own until `names` makes others of them.

mod alias;
mod api;
mod circles;
mod cut;
mod direction;
mod docs;
mod extension;
mod fixed;
mod info;
mod literal;
mod node;
mod operation;
mod own_server;
mod pruning;
mod schema;
mod security;
mod servers;
mod unused_shared;

pub(crate) use api::api;

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use crate::diagnostic::Sink;
use crate::ir::{TypeId, Types, Untyped};
use crate::place::Place;
use crate::resolve::Bundle;
use schema::Nulls;

/// What lowering gathers on its way through the document.
struct Lowering<'a> {
    bundle: &'a Bundle,
    sink: &'a mut Sink,
    types: Types,
    untyped: Vec<Untyped>,
    untyped_members: Vec<Untyped>,
    /// The objects and maps whose members are sent as parts, unions of them, and unions that are sent as one part, which may be a file.
    parts: HashSet<TypeId>,
    memo: Memo,
}

/// What lowering has to remember until the document is lowered.
#[derive(Default)]
struct Memo {
    /// The types that `$ref`s lead to, by where those lead.
    named: HashMap<Place, TypeId>,
    /// Those of them that have their names from elsewhere than their own place.
    given: HashSet<TypeId>,
    /// Named types that were met and not lowered yet: a list instead of recursion, since schemas refer to each other without end.
    pending: IndexMap<Place, TypeId>,
    /// The named type that is being lowered.
    current: Option<Place>,
    /// Types of inline schemas by their places: `allOf` brings one place into several objects, itself included.
    inline: HashMap<Place, TypeId>,
    /// Inline lists and maps of themselves.
    loops: HashMap<Place, TypeId>,
    /// Types of properties that several schemas describe, by the places of these.
    compositions: HashMap<Vec<Place>, TypeId>,
    /// The inline schemas that are being lowered, outermost first.
    open: Vec<Place>,
    /// What schemas say about null, by their places.
    nulls: HashMap<Place, Nulls>,
    /// The parts of unions that are being lowered, outermost first, each with the union that it is a part of.
    expanding: Vec<(Place, Place)>,
}

#[cfg(test)]
mod tests;
