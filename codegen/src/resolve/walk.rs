//! The walk over everything that the entry file reaches.

use std::collections::{HashMap, HashSet, VecDeque};

use serde_json::Value;

use super::Bundle;
use super::heirs;
use super::lineage::Lineage;
use super::reference::{self, Fragment, Reference, Target};
use super::resources::Resources;
use super::selected::Held;
use crate::diagnostic::{Code, Sink};
use crate::load::Documents;
use crate::place::{FileId, Place};
use crate::select::Selection;
use crate::specification::{Child, Kind, NoVersion, Version, children};

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

    /// The node that the reference in a node leads to; `at` is the reference. What leads nowhere is reported.
    fn lookup(&mut self, place: &Place, at: &Place, reference: &str) -> Option<Place> {
        if let Some(target) = self.named(place, reference) {
            return Some(target);
        }
        let base = self.bundle.file_name(place.file);
        let Target { file, fragment } = match reference::parse(reference, base) {
            Ok(target) => target,
            Err(unusable) => {
                self.report_unusable(at, reference, &unusable);
                return None;
            }
        };
        let is_here = file.is_none();
        let file = match file {
            Some(name) => self.open(at, &name)?,
            None => place.file,
        };
        let target = self.locate(file, &fragment);
        let Some(found) = target.as_ref().and_then(|target| self.reach(target, 0)) else {
            self.report_dangling(at, reference, target.as_ref());
            return None;
        };
        if is_here && self.resources.has_uri_around(place) {
            let message = format!(
                "`{reference}` leads somewhere only from the file's root, though an `$id` stands around it"
            );
            self.sink.report(Code::IdIgnored, at, message);
        }
        Some(found)
    }

    /// The schema around a node that a `$recursiveRef` leads to.
    fn recursive(&self, place: &Place) -> Option<Place> {
        let mut around = std::iter::successors(place.parent(), Place::parent);
        around.find(|place| {
            let node = self.bundle.get(place);
            node.and_then(|node| node.get("$recursiveAnchor")) == Some(&Value::Bool(true))
        })
    }

    /// The node that a reference names by a URI or an anchor.
    pub(super) fn named(&self, place: &Place, reference: &str) -> Option<Place> {
        if self.resources.is_empty() || self.bundle.version(place) != Version::V31 {
            return None;
        }
        let (uri, fragment) = reference::split(reference);
        let file = self.bundle.file_name(place.file);
        let target = self.resources.find(place, file, uri, &fragment)?;
        self.bundle.get(&target).map(|_| target)
    }

    /// The node at a place, though a `$ref` may stand on the way to it.
    pub(super) fn reach(&mut self, target: &Place, hops: usize) -> Option<Place> {
        const MOST_HOPS: usize = 32;
        if self.bundle.get(target).is_some() {
            return Some(target.clone());
        }
        let mut at = Place::root(target.file);
        for token in target.pointer.tokens() {
            if hops < MOST_HOPS
                && let Some(next) = self.redirect(&at)
            {
                at = self.reach(&next, hops + 1)?;
            }
            at = at.child(&token);
        }
        self.bundle.get(&at).map(|_| at)
    }

    /// Where the `$ref` at a place leads, if there is one.
    fn redirect(&mut self, place: &Place) -> Option<Place> {
        let node = self.bundle.get(place)?;
        let reference = node.get("$ref")?.as_str()?;
        let base = self.bundle.file_name(place.file);
        let Target { file, fragment } = reference::parse(reference, base).ok()?;
        let file = match file {
            Some(name) => self.open(&place.child("$ref"), &name)?,
            None => place.file,
        };
        self.locate(file, &fragment)
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

    /// A chain of references that comes back to its start has no node at its end.
    fn cycles(&mut self) {
        let starts: Vec<Place> = {
            let mut starts: Vec<_> = self.bundle.references.keys().cloned().collect();
            starts.sort();
            starts
        };
        for start in starts {
            if self.is_on_cycle(&start) {
                self.bundle.references.remove(&start);
                let message = "this `$ref` leads back to itself";
                self.sink
                    .report(Code::RefCycle, &start.child("$ref"), message);
            }
        }
    }

    fn is_on_cycle(&self, start: &Place) -> bool {
        let mut seen = HashSet::new();
        let mut at = start;
        // A chain may run into a cycle that `start` is not on; that cycle has starts of its own.
        while let Some(next) = self
            .bundle
            .references
            .get(at)
            .filter(|next| seen.insert(*next))
        {
            at = next;
        }
        seen.contains(start)
    }
}

/// The nodes that a node holds.
fn below(place: &Place, node: &Value, kind: Kind) -> Vec<(Place, Kind)> {
    let mut found = Vec::new();
    if let (Some(member), Some(members)) = (kind.members(), node.as_object()) {
        found.extend(
            members
                .iter()
                .filter(|(key, _)| !is_extension(key))
                .map(|(key, _)| (place.child(key), member)),
        );
    }
    for &(keyword, child) in children(kind) {
        let Some(value) = node.get(keyword) else {
            continue;
        };
        let place = place.child(keyword);
        match (child, value) {
            (Child::One(kind), Value::Object(_)) => found.push((place, kind)),
            // Older JSON Schemas have a list in `items`.
            (Child::One(kind) | Child::List(kind), Value::Array(list)) => {
                found.extend((0..list.len()).map(|index| (place.element(index), kind)));
            }
            (Child::Map(kind), Value::Object(map)) => {
                if is_reference(value) {
                    continue;
                }
                // Properties may have names that begin with `x-`; elsewhere those are extensions.
                let named = map
                    .keys()
                    .filter(|key| kind == Kind::Schema || !is_extension(key));
                found.extend(named.map(|key| (place.child(key), kind)));
            }
            // A child of another form is reported when its parent is read.
            (Child::One(_) | Child::List(_) | Child::Map(_), _) => {}
        }
    }
    found
}

/// The maps of nodes that stand elsewhere as a whole, which the specification does not foresee and people write.
fn elsewhere(place: &Place, node: &Value, kind: Kind) -> Vec<(Place, Kind)> {
    let holders = children(kind).iter().filter_map(|(keyword, child)| {
        let Child::Map(kind) = child else { return None };
        is_reference(node.get(keyword)?).then(|| (place.child(keyword), *kind))
    });
    holders.collect()
}

fn is_reference(node: &Value) -> bool {
    node.get("$ref").is_some_and(Value::is_string)
}

fn is_extension(key: &str) -> bool {
    key.starts_with("x-")
}
