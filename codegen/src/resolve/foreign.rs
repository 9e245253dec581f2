//! Bodies and forms of 2.0 that another file describes.
//!
//! They are parameters in 2.0 and none in 3.0, so that whatever rewrites an operation has to see them. They are copied to where a `$ref`
//! asks for them, before anything is rewritten.

use serde_json::Value;

use super::reference::{self, Fragment, Target};
use super::walk::Walk;
use crate::place::{FileId, Place};
use crate::source::between;
use crate::specification::Kind;

/// A chain of references that is longer leads in a circle.
const LONGEST_CHAIN: usize = 16;

impl Walk<'_> {
    /// Brings the bodies and forms to the node at `place`, which is about to be rewritten.
    pub(super) fn bring_bodies(&mut self, place: &Place, kind: Kind) {
        for at in self.parameters_below(place, kind) {
            let Some((file, mut node)) = self.described_elsewhere(&at) else {
                continue;
            };
            // The rewriting of a whole document sees all of it, and shares what the document shares.
            if kind == Kind::Document && file == at.file {
                continue;
            }
            let names = (self.bundle.file_name(file), self.bundle.file_name(at.file));
            if is_body(&node) && rebase(&mut node, names.0, names.1).is_some() {
                self.bundle.documents.bring(&at, node);
            }
        }
    }

    /// The places of all parameters, by the lists of 2.0 that have them.
    fn parameters_below(&self, place: &Place, kind: Kind) -> Vec<Place> {
        match kind {
            Kind::Document => {
                let paths = self.members(&place.child("paths"));
                let items = paths.iter();
                let listed = items.flat_map(|item| self.parameters_below(item, Kind::PathItem));
                listed
                    .chain(self.members(&place.child("parameters")))
                    .collect()
            }
            Kind::PathItem => {
                let operations = self.members(place);
                let operations = operations.iter();
                let listed =
                    operations.flat_map(|place| self.parameters_below(place, Kind::Operation));
                let own = self.parameters_below(place, Kind::Operation);
                own.into_iter().chain(listed).collect()
            }
            Kind::Operation => self.members(&place.child("parameters")),
            Kind::Components
            | Kind::Parameter
            | Kind::RequestBody
            | Kind::Responses
            | Kind::Response
            | Kind::Header
            | Kind::MediaType
            | Kind::Encoding
            | Kind::Callback
            | Kind::Schema
            | Kind::SecurityScheme => Vec::new(),
        }
    }

    fn members(&self, place: &Place) -> Vec<Place> {
        match self.bundle.get(place) {
            Some(Value::Object(map)) => map.keys().map(|key| place.child(key)).collect(),
            Some(Value::Array(list)) => (0..list.len()).map(|at| place.element(at)).collect(),
            Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) | None => {
                Vec::new()
            }
        }
    }

    /// The node at the end of the `$ref`s that begin at a place, and its file; `None` where none begins there.
    fn described_elsewhere(&mut self, start: &Place) -> Option<(FileId, Value)> {
        let mut file = start.file;
        let mut node = self.bundle.get(start)?.clone();
        node.get("$ref")?;
        for _ in 0..LONGEST_CHAIN {
            let Some(text) = node.get("$ref").and_then(Value::as_str) else {
                return Some((file, node));
            };
            let base = self.bundle.file_name(file);
            let Target {
                file: name,
                fragment: Fragment::Pointer(pointer),
            } = reference::parse(text, base).ok()?
            else {
                return None;
            };
            if let Some(name) = name {
                file = self.open(&start.child("$ref"), &name)?;
            }
            node = self.written(file).pointer(pointer.as_str())?.clone();
        }
        None
    }

    /// A file as it is written, though it may have been rewritten.
    fn written(&self, file: FileId) -> &Value {
        let documents = &self.bundle.documents;
        if self.rewritten.contains(&file) {
            documents.written(file)
        } else {
            &documents.file(file).root
        }
    }
}

fn is_body(node: &Value) -> bool {
    let location = node.get("in").and_then(Value::as_str);
    matches!(location, Some("body" | "formData"))
}

/// Writes the references in a node anew that has come from one file to another. `None` where one cannot be written.
fn rebase(node: &mut Value, from: &str, to: &str) -> Option<()> {
    if from == to {
        return Some(());
    }
    match node {
        Value::Object(map) => {
            for (key, value) in map.iter_mut() {
                match value {
                    Value::String(text) if key == "$ref" => *text = rebased(text, from, to)?,
                    other => rebase(other, from, to)?,
                }
            }
            Some(())
        }
        Value::Array(list) => list.iter_mut().try_for_each(|node| rebase(node, from, to)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Some(()),
    }
}

fn rebased(reference: &str, from: &str, to: &str) -> Option<String> {
    let (_, fragment) = reference.split_once('#').unwrap_or((reference, ""));
    let target = reference::parse(reference, from).ok()?.file;
    let target = target.unwrap_or_else(|| from.to_owned());
    Some(format!("{}#{fragment}", between(to, &target)?))
}
