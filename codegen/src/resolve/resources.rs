//! Schemas that have a name of their own: a URI by `$id`, or an anchor in the schema that has one (JSON Schema 2020-12, section 8.2).

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use super::reference::Fragment;
use crate::place::{FileId, Place, Pointer};
use crate::source::join_uri;
use crate::specification::holds_names;

/// The named schemas of all files that were read.
#[derive(Debug, Default)]
pub(super) struct Resources {
    /// By URI, or by the name of a file that is not there.
    by_uri: HashMap<String, Place>,
    /// The URIs of these schemas, by their places.
    uris: HashMap<Place, String>,
    /// By the schema with a URI, or the file, that an anchor stands in.
    anchors: HashMap<(Place, String), Place>,
    /// The anchors by which a `$dynamicRef` could lead to several schemas.
    dynamic: HashMap<String, HashSet<Place>>,
}

/// Keywords whose members are values and no schemas.
const VALUES: [&str; 5] = ["const", "default", "enum", "example", "examples"];

impl Resources {
    pub(super) fn is_empty(&self) -> bool {
        self.uris.is_empty() && self.anchors.is_empty()
    }

    /// Notes the named schemas of a file.
    pub(super) fn note(&mut self, file: FileId, name: &str, text: &str, root: &Value) {
        if ["$id", "$self", "$anchor", "$dynamicAnchor"]
            .iter()
            .any(|keyword| text.contains(keyword))
        {
            let place = Place::root(file);
            self.value(root, &place, &place, name);
        }
    }

    /// Looks at a node in the schema at `resource`, whose URI is `base`.
    fn value(&mut self, value: &Value, place: &Place, resource: &Place, base: &str) {
        match value {
            Value::Object(node) => self.object(node, place, resource, base),
            Value::Array(list) => {
                for (index, value) in list.iter().enumerate() {
                    self.value(value, &place.element(index), resource, base);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn object(&mut self, node: &Map<String, Value>, place: &Place, resource: &Place, base: &str) {
        let text = |keyword: &str| node.get(keyword).and_then(Value::as_str);
        // `$self` is the `$id` of a document (OpenAPI 3.2.0, "OpenAPI Object").
        let id = text("$id").or_else(|| text("$self").filter(|_| place.pointer == Pointer::root()));
        let uri = id.and_then(|id| join_uri(base, id.trim_end_matches('#')));
        let (resource, base) = match &uri {
            Some(uri) => {
                self.by_uri.insert(uri.clone(), place.clone());
                self.uris.insert(place.clone(), uri.clone());
                (place, uri.as_str())
            }
            None => (resource, base),
        };
        for anchor in [text("$anchor"), text("$dynamicAnchor")]
            .into_iter()
            .flatten()
        {
            let key = (resource.clone(), anchor.to_owned());
            self.anchors.insert(key, place.clone());
        }
        if let Some(anchor) = text("$dynamicAnchor") {
            let places = self.dynamic.entry(anchor.to_owned()).or_default();
            places.insert(place.clone());
        }
        for (key, value) in node.iter().filter(|(key, _)| !is_value(key)) {
            self.member(key, value, &place.child(key), resource, base);
        }
    }

    fn member(&mut self, key: &str, value: &Value, place: &Place, resource: &Place, base: &str) {
        match value {
            Value::Object(map) if holds_names(key) => {
                for (name, value) in map {
                    self.value(value, &place.child(name), resource, base);
                }
            }
            value => self.value(value, place, resource, base),
        }
    }

    /// The place that a reference names, if it does so by the URI or the anchor of a schema.
    pub(super) fn find(
        &self,
        from: &Place,
        file_name: &str,
        uri: &str,
        fragment: &Fragment,
    ) -> Option<Place> {
        let here = self.enclosing(from);
        let base = self.uris.get(&here).map_or(file_name, String::as_str);
        let resource = if uri.is_empty() {
            here
        } else {
            self.by_uri.get(&join_uri(base, uri)?)?.clone()
        };
        self.within(&resource, fragment)
    }

    /// What a fragment names in the schema, or the file, at `resource`.
    pub(super) fn within(&self, resource: &Place, fragment: &Fragment) -> Option<Place> {
        match fragment {
            Fragment::Pointer(pointer) => Some(Place {
                file: resource.file,
                pointer: resource.pointer.join(pointer),
            }),
            Fragment::Anchor(anchor) => self
                .anchors
                .get(&(resource.clone(), anchor.clone()))
                .cloned(),
        }
    }

    /// The schema with a URI, or the file, that a node stands in.
    fn enclosing(&self, place: &Place) -> Place {
        let mut at = Some(place.pointer.clone());
        while let Some(pointer) = at.filter(|_| !self.uris.is_empty()) {
            let place = Place {
                file: place.file,
                pointer,
            };
            if self.uris.contains_key(&place) {
                return place;
            }
            at = place.pointer.parent();
        }
        Place::root(place.file)
    }

    /// Whether a node stands in a schema with a URI that is not its whole file.
    pub(super) fn has_uri_around(&self, place: &Place) -> bool {
        self.enclosing(place) != Place::root(place.file)
    }

    /// The anchors in the schema that a node stands in, for help.
    pub(super) fn anchors_near<'a>(&'a self, place: &Place) -> impl Iterator<Item = &'a str> {
        let here = self.enclosing(place);
        let near = self
            .anchors
            .keys()
            .filter(move |(holder, _)| *holder == here);
        near.map(|(_, anchor)| anchor.as_str())
    }

    /// Whether a `$dynamicRef` to that anchor could lead to more than one schema.
    pub(super) fn is_ambiguous(&self, fragment: &Fragment) -> bool {
        match fragment {
            Fragment::Pointer(_) => false,
            Fragment::Anchor(anchor) => self
                .dynamic
                .get(anchor)
                .is_some_and(|places| places.len() > 1),
        }
    }
}

fn is_value(key: &str) -> bool {
    VALUES.contains(&key) || key.starts_with("x-")
}
