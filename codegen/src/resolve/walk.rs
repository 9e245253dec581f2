//! The walk over everything that the entry file reaches.

use std::collections::{HashMap, HashSet, VecDeque};

use serde_json::Value;

use super::reference::{self, Target, Unusable};
use super::version::NoVersion;
use super::{Bundle, Child, Kind, Version, children};
use crate::diagnostic::{Code, Sink};
use crate::dialect::v20;
use crate::load::Documents;
use crate::place::{FileId, Place, Pointer};
use crate::source::Reach;

/// Reaches every node from the entry file.
pub(crate) fn bundle(documents: Documents, sink: &mut Sink) -> Bundle {
    let bundle = Bundle {
        documents,
        versions: HashMap::new(),
        references: HashMap::new(),
        kinds: HashMap::new(),
    };
    let mut walk = Walk {
        bundle,
        queue: VecDeque::new(),
        sink,
        rewritten: HashSet::new(),
    };
    walk.start();
    while let Some((place, kind)) = walk.queue.pop_front() {
        walk.visit(&place, kind);
    }
    walk.cycles();
    walk.bundle
}

struct Walk<'a> {
    bundle: Bundle,
    /// Nodes to visit, in document order, so that diagnostics come in it too.
    queue: VecDeque<(Place, Kind)>,
    sink: &'a mut Sink,
    /// The files of 2.0, whose trees are those of 3.0 by now.
    rewritten: HashSet<FileId>,
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
                self.sink
                    .report(Code::NotOpenApi, &root, message)
                    .help("add `openapi: 3.0.3` at the top, if it is one");
            }
            Err(NoVersion::Unsupported(version)) => {
                let message = format!("OpenAPI {version} is not supported yet");
                self.sink
                    .report(Code::UnsupportedVersion, &root.child("openapi"), message)
                    .help("Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are");
            }
        }
    }

    fn visit(&mut self, place: &Place, kind: Kind) {
        if let Some(known) = self.bundle.kinds.insert(place.clone(), kind) {
            self.check_kind(place, known, kind);
            return;
        }
        let Some(node) = self.bundle.documents.get(place) else {
            return;
        };
        match node.get("$ref") {
            Some(Value::String(reference)) => {
                let reference = reference.clone();
                // Beside a `$ref` a schema may say more of its own (OpenAPI 3.1).
                let beside = if kind == Kind::Schema {
                    below(place, node, kind)
                } else {
                    Vec::new()
                };
                self.refer(place, &reference, kind);
                self.queue.extend(beside);
            }
            Some(_) | None => {
                let found = below(place, node, kind);
                let elsewhere = elsewhere(place, node, kind);
                self.queue.extend(found);
                for (holder, kind) in elsewhere {
                    self.enter_holder(holder, kind);
                }
            }
        }
    }

    /// Enters a map of nodes that stands elsewhere.
    fn enter_holder(&mut self, holder: Place, kind: Kind) {
        let Some(target) = self
            .redirect(&holder)
            .and_then(|target| self.reach(&target, 0))
        else {
            return;
        };
        let members = self.bundle.get(&target).and_then(Value::as_object);
        let names = members.into_iter().flat_map(|map| map.keys());
        self.queue
            .extend(names.map(|name| (target.child(name), kind)));
        self.bundle.references.insert(holder, target);
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

    fn refer(&mut self, place: &Place, reference: &str, kind: Kind) {
        let base = self.bundle.file_name(place.file).to_owned();
        let target = match reference::parse(reference, &base) {
            Ok(target) => target,
            Err(unusable) => return self.report_unusable(place, reference, &unusable),
        };
        let Some(target) = self.open(place, target) else {
            return;
        };
        let Some(target) = self.reach(&target, 0) else {
            return self.report_dangling(place, reference, &target);
        };
        if !self.bundle.kinds.contains_key(&target) {
            self.rewrite_part(&target, kind);
        }
        self.bundle.references.insert(place.clone(), target.clone());
        self.queue.push_back((target, kind));
    }

    /// The node at a place, though a `$ref` may stand on the way to it.
    fn reach(&mut self, target: &Place, hops: usize) -> Option<Place> {
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
        let reference = self.bundle.get(place)?.get("$ref")?.as_str()?.to_owned();
        let base = self.bundle.file_name(place.file).to_owned();
        self.open(place, reference::parse(&reference, &base).ok()?)
    }

    /// Notes the version that a file declares. One of 2.0 is rewritten at once: from there on it is one of 3.0.
    fn enter(&mut self, file: FileId, version: Version) {
        if self.bundle.versions.contains_key(&file) {
            return;
        }
        self.bundle.versions.insert(file, version);
        if version == Version::V20 {
            self.rewritten.insert(file);
            self.bundle
                .documents
                .rewrite(file, v20::document, v20::original);
        }
    }

    /// Where a pointer leads now that its file may have been rewritten.
    fn moved(&self, file: FileId, pointer: Pointer) -> Pointer {
        if self.rewritten.contains(&file) {
            v20::moved(&pointer)
        } else {
            pointer
        }
    }

    /// A part of a document of 2.0 that stands in a file of its own is rewritten when it is first met.
    fn rewrite_part(&mut self, place: &Place, kind: Kind) {
        let is_part =
            self.bundle.version(place) == Version::V20 && !self.rewritten.contains(&place.file);
        if is_part && let Some(node) = self.bundle.get(place) {
            let node = v20::part(kind, node);
            self.bundle.documents.replace(place, node);
        }
    }

    /// The place of a target, its file read if need be.
    fn open(&mut self, place: &Place, target: Target) -> Option<Place> {
        let Target {
            file: name,
            pointer,
        } = target;
        let Some(name) = name else {
            return Some(Place {
                pointer: self.moved(place.file, pointer),
                file: place.file,
            });
        };
        let is_new = !self.bundle.documents.is_read(&name);
        if is_new && !self.may_read(place, &name) {
            return None;
        }
        match self.bundle.documents.read(&name, self.sink) {
            Ok(file) => {
                let inherited = self.bundle.version(place);
                let declared = Version::of(&self.bundle.documents.file(file).root);
                match declared {
                    Ok(version) => self.enter(file, version),
                    Err(_) => drop(self.bundle.versions.entry(file).or_insert(inherited)),
                }
                Some(Place {
                    pointer: self.moved(file, pointer),
                    file,
                })
            }
            Err(error) => {
                let message = format!("cannot read `{name}`: {error}");
                self.sink
                    .report(Code::Unreadable, &place.child("$ref"), message);
                None
            }
        }
    }

    /// Whether a file may be read. One beside the document's folder may, and nobody reads it unknowingly.
    fn may_read(&mut self, place: &Place, name: &str) -> bool {
        const ROOT: &str = "name the folder that holds all files with `--root`";
        const FETCH: &str = "save the file beside the document and refer to it there, or let it be fetched with `--allow-remote`";
        let reach = self.bundle.documents.reach(name);
        let (code, message, help) = match reach {
            Reach::Inside => return true,
            Reach::Beside => (
                Code::RefBeside,
                format!("`{name}` is read, which is outside the document's folder"),
                ROOT,
            ),
            Reach::Elsewhere => (
                Code::RefRemote,
                format!("`{name}` is on another host, and nothing is fetched"),
                FETCH,
            ),
            Reach::Outside => (
                Code::RefOutside,
                format!("`{name}` is outside the folders where files are read"),
                ROOT,
            ),
        };
        let place = place.child("$ref");
        self.sink.report(code, &place, message).help(help);
        reach == Reach::Beside
    }

    fn report_unusable(&mut self, place: &Place, reference: &str, unusable: &Unusable) {
        let place = place.child("$ref");
        match unusable {
            Unusable::NotHttps => self
                .sink
                .report(
                    Code::RefRemote,
                    &place,
                    format!(
                        "`{reference}` is no document that could be fetched, which takes `https`"
                    ),
                )
                .help("save the file beside the document and refer to it there"),
            Unusable::Outside => self
                .sink
                .report(
                    Code::RefOutside,
                    &place,
                    format!("`{reference}` is not relative to the file that it stands in"),
                )
                .help("write it as `folder/file.yaml`"),
            Unusable::NotAPointer => {
                let message = format!("the part behind `#` in `{reference}` is not a JSON pointer");
                self.sink
                    .report(Code::RefDangling, &place, message)
                    .help("write it as `#/components/schemas/Name`")
            }
        };
    }

    fn report_dangling(&mut self, place: &Place, reference: &str, target: &Place) {
        let siblings = target.pointer.parent().and_then(|pointer| {
            self.bundle
                .documents
                .get(&Place {
                    file: target.file,
                    pointer,
                })?
                .as_object()
        });
        let known: Vec<&str> = siblings
            .into_iter()
            .flat_map(|map| map.keys().map(String::as_str))
            .collect();
        let wanted = target.pointer.last().unwrap_or_default();
        self.sink
            .report(
                Code::RefDangling,
                &place.child("$ref"),
                format!("`{reference}` is not defined"),
            )
            .help_closest(&wanted, known);
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
            (Child::List(kind), Value::Array(list)) => {
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
