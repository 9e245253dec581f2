//! The walk over everything that the entry file reaches.

use std::collections::{HashMap, HashSet, VecDeque};

use serde_json::Value;

use super::Bundle;
use super::below::{below, elsewhere};
use super::heirs;
use super::lineage::Lineage;
use super::reference::{self, Fragment, Reference};
use super::resources::Resources;
use super::selected::Held;
use crate::diagnostic::{Code, Sink};
use crate::load::Documents;
use crate::place::{FileId, Place};
use crate::select::Selection;
use crate::specification::{Kind, NoVersion, Version};

/// Reaches every node from the entry file that the selected operations need.
pub(crate) fn bundle(documents: Documents, selection: &Selection, sink: &mut Sink) -> Bundle {
    let mut walk = Walk {
        bundle: Bundle::new(documents),
        queue: VecDeque::new(),
        held: (!selection.is_empty()).then(Vec::new),
        sink,
        rewritten: HashSet::new(),
        unreadable: HashSet::new(),
        resources: Resources::default(),
        dynamic: Vec::new(),
        builders: HashMap::new(),
    };
    walk.start();
    walk.run();
    walk.select(selection);
    walk.dynamic();
    walk.bundle.lineage = Lineage::of(&walk.bundle);
    walk.bundle
}

pub(super) struct Walk<'a> {
    pub(super) bundle: Bundle,
    /// Nodes to visit, in document order, so that diagnostics come in it too.
    pub(super) queue: VecDeque<(Place, Kind)>,
    /// Operations and components, until it is known which of them are needed; `None` from then on.
    pub(super) held: Option<Vec<Held>>,
    pub(super) sink: &'a mut Sink,
    /// The files of 2.0, whose trees are those of 3.0 by now.
    pub(super) rewritten: HashSet<FileId>,
    /// The references to files that could not be read, which are said once: what 2.0 rewrites asks for some files earlier.
    pub(super) unreadable: HashSet<Place>,
    /// The schemas that have a name of their own.
    pub(super) resources: Resources,
    /// The references that are dynamic, and what they name.
    pub(super) dynamic: Vec<(Place, Fragment)>,
    /// The components of a file that build on others, by the names of those.
    pub(super) builders: HashMap<FileId, HashMap<String, Vec<String>>>,
}

impl Walk<'_> {
    fn start(&mut self) {
        let root = Place::root(FileId::ENTRY);
        match self
            .bundle
            .get(&root)
            .map_or(Err(NoVersion::Missing), Version::of)
        {
            Ok(version) => {
                self.enter(FileId::ENTRY, version);
                self.queue.push_back((root, Kind::Document));
            }
            // A text that could not be read was reported when it was.
            Err(_) if self.sink.has_errors() => {}
            Err(NoVersion::Missing) => {
                let message = "this is not an OpenAPI document: it has no `openapi` field";
                let help = NoVersion::help(self.bundle.get(&root).unwrap_or(&Value::Null));
                self.sink
                    .report(Code::NotOpenApi, &root, message)
                    .help(help);
            }
            Err(NoVersion::Unsupported(version)) => {
                let message = format!("OpenAPI {version} is not supported yet");
                self.sink
                    .report(Code::UnsupportedVersion, &root.child("openapi"), message)
                    .help("Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are");
            }
        }
    }

    /// Visits what waits, and what that leads to; after that no chain of references leads in a circle.
    pub(super) fn run(&mut self) {
        while let Some((place, kind)) = self.queue.pop_front() {
            self.visit(&place, kind);
        }
        self.cycles();
    }

    fn visit(&mut self, place: &Place, kind: Kind) {
        if self.is_held(place, kind) {
            return;
        }
        if let Some(known) = self.bundle.kinds.insert(place.clone(), kind) {
            self.check_kind(place, known, kind);
            return;
        }
        self.mend(place, kind);
        self.make_body(place, kind);
        let Some(node) = self.bundle.documents.get(place) else {
            return;
        };
        match reference::of(node, kind, self.bundle.version(place)) {
            Some(reference) => {
                // Beside a `$ref` a schema may say more of its own (OpenAPI 3.1).
                let beside = if kind == Kind::Schema {
                    below(place, node, kind)
                } else {
                    Vec::new()
                };
                self.refer(place, &reference, kind);
                self.queue.extend(beside);
            }
            None => {
                let found = below(place, node, kind);
                let elsewhere = elsewhere(place, node, kind);
                let names = heirs::names(&self.bundle, node, kind, place);
                self.meet(place, kind, found);
                for (holder, member) in elsewhere {
                    let found = self.enter_holder(holder, member);
                    self.meet(place, kind, found);
                }
                self.heirs(place, names);
                if kind == Kind::Schema {
                    self.implicit_heirs(place);
                }
            }
        }
    }

    /// Puts the nodes that a node holds where they wait for their turn.
    fn meet(&mut self, place: &Place, kind: Kind, found: Vec<(Place, Kind)>) {
        match (&mut self.held, kind) {
            (Some(held), Kind::PathItem | Kind::Components) => {
                // An operation waits at the end of its `$ref`s, where more is known of it.
                let is_operation = |(_, kind): &(Place, Kind)| *kind == Kind::Operation;
                let (operations, others) = found.into_iter().partition::<Vec<_>, _>(is_operation);
                let holder = (place.clone(), kind);
                held.extend(others.into_iter().map(|node| Held {
                    holder: holder.clone(),
                    node,
                }));
                self.queue.extend(operations);
            }
            (Some(_) | None, _) => self.queue.extend(found),
        }
    }

    /// Whether a node waits until it is known which operations are needed.
    fn is_held(&mut self, place: &Place, kind: Kind) -> bool {
        let Some(held) = self.held.as_mut().filter(|_| kind == Kind::Operation) else {
            return false;
        };
        let node = self.bundle.documents.get(place);
        let version = self.bundle.version(place);
        if node.is_some_and(|node| reference::of(node, kind, version).is_some()) {
            return false;
        }
        let node = (place.clone(), kind);
        let holder = node.clone();
        held.push(Held { holder, node });
        true
    }

    /// Enters a map of nodes that stands elsewhere.
    fn enter_holder(&mut self, holder: Place, kind: Kind) -> Vec<(Place, Kind)> {
        let Some(target) = self
            .redirect(&holder)
            .and_then(|target| self.reach(&target, 0))
        else {
            return Vec::new();
        };
        let members = self.bundle.get(&target).and_then(Value::as_object);
        let names = members.into_iter().flat_map(|map| map.keys());
        let found = names.map(|name| (target.child(name), kind)).collect();
        self.bundle.references.insert(holder, target);
        found
    }

    fn check_kind(&mut self, place: &Place, known: Kind, kind: Kind) {
        if known != kind {
            self.bundle.kinds.insert(place.clone(), known);
            let message = format!(
                "this is {}, and is also used as {}",
                known.name(),
                kind.name()
            );
            self.sink.report(Code::Invalid, place, message);
        }
    }

    fn refer(&mut self, place: &Place, reference: &Reference, kind: Kind) {
        let Reference { keyword, text } = reference;
        let around = (*keyword == reference::RECURSIVE).then(|| self.recursive(place));
        let target = around.flatten();
        let Some(target) = target.or_else(|| self.lookup(place, &place.child(keyword), text))
        else {
            return;
        };
        if *keyword == reference::DYNAMIC {
            let (_, fragment) = reference::split(text);
            self.dynamic.push((place.child(keyword), fragment));
        }
        if let Some(other) = self.bundle.kind_at(&target).filter(|other| *other != kind) {
            self.report_other_kind(&place.child(keyword), text, other, kind);
            return;
        }
        if !self.bundle.kinds.contains_key(&target) {
            self.rewrite_part(&target, kind);
        }
        self.bundle.references.insert(place.clone(), target.clone());
        self.queue.push_back((target, kind));
    }

    /// A dynamic reference leads to where the first schema on the way has the anchor, and a type is the same on every way.
    fn dynamic(&mut self) {
        for (at, fragment) in std::mem::take(&mut self.dynamic) {
            if self.resources.is_ambiguous(&fragment) {
                let message = "other schemas have this anchor too, and could lead elsewhere; it is read as a `$ref`";
                self.sink.report(Code::DynamicRef, &at, message);
            }
        }
    }
}
