//! The schemas that only a discriminator leads to: those that its mapping names, and those that build on a base.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::Value;

use super::Bundle;
use super::reference::{self, Target};
use super::walk::Walk;
use crate::place::{FileId, Place, Pointer};
use crate::specification::{Kind, Version};

/// How the names of files end that schemas stand in. Anything else in a mapping is the name of a component.
const ENDINGS: [&str; 3] = [".yaml", ".yml", ".json"];

/// The names of schemas in a discriminator, each with the value that it stands for. That of none stands for all others.
type Names = Vec<(Option<String>, String)>;

impl Walk<'_> {
    /// Notes what the discriminator of the schema at `place` names, and has it visited (OpenAPI 3.1.1, "Discriminator Object").
    pub(super) fn heirs(&mut self, place: &Place, names: Names) {
        for (value, name) in names {
            let at = named_at(place, value.as_deref());
            if let Some(heir) = self.heir(&at, &name) {
                if let Some(whole) = whole(place) {
                    let at = named_at(&whole, value.as_deref());
                    self.bundle.references.insert(at, heir.clone());
                }
                self.bundle.references.insert(at, heir.clone());
                self.queue.push_back((heir, Kind::Schema));
            }
        }
    }

    /// Notes the components of a base's file that have it in their `allOf`, themselves or by way of others, and has them visited: their own
    /// names stand for them (OpenAPI 3.0.3, "Discriminator Object").
    pub(super) fn implicit_heirs(&mut self, base: &Place) {
        let map = Place::root(base.file).below(&["components", "schemas"]);
        if base.parent().as_ref() != Some(&map) || !self.is_base(base) {
            return;
        }
        let bundle = &self.bundle;
        let builders = self
            .builders
            .entry(base.file)
            .or_insert_with(|| builders(bundle.get(&map), bundle.version(base)));
        let name = base.pointer.last().unwrap_or_default();
        let names = above(&name, builders);
        let heirs: Vec<Place> = names.iter().map(|name| map.child(name)).collect();
        let schemas = heirs.iter().map(|heir| (heir.clone(), Kind::Schema));
        self.queue.extend(schemas);
        self.bundle.heirs.insert(base.clone(), heirs);
    }

    /// Whether the discriminator of a schema is about its heirs, and not about the parts of a union.
    fn is_base(&self, place: &Place) -> bool {
        let node = self.bundle.get(place);
        let has = |keyword| node.is_some_and(|node| node.get(keyword).is_some());
        let parts = node.and_then(|node| node.get("allOf")?.as_array());
        let mut own = node.into_iter().chain(parts.into_iter().flatten());
        own.any(|node| node.get("discriminator").is_some()) && !has("oneOf") && !has("anyOf")
    }

    /// What a mapping names: a component, or what a reference leads to. `None` where there is no such schema.
    fn heir(&mut self, at: &Place, name: &str) -> Option<Place> {
        let component = |file| Place::root(file).below(&["components", "schemas", name]);
        let components = [at.file, FileId::ENTRY].map(component);
        let component = components
            .into_iter()
            .find(|place| self.bundle.get(place).is_some_and(Value::is_object));
        if let Some(known) = component.or_else(|| self.named(at, name)) {
            return Some(known);
        }
        let base = self.bundle.file_name(at.file);
        let Target { file, fragment } = reference::parse(name, base).ok()?;
        let file = match file {
            Some(name) if ENDINGS.iter().any(|ending| name.ends_with(ending)) => {
                // Without it the value is one that the mapping names nothing for, which `check` tells of.
                self.try_open(at, &name).ok()??
            }
            Some(_) => return None,
            None => at.file,
        };
        let target = self.locate(file, &fragment)?;
        self.reach(&target, 0)
    }
}

/// The schema that one is a part of by its `allOf`, and that the discriminator of the part is about.
fn whole(part: &Place) -> Option<Place> {
    let list = part.parent()?;
    (list.pointer.last()? == "allOf").then(|| list.parent())?
}

/// What the discriminator of the schema at `place` names.
pub(super) fn names(bundle: &Bundle, node: &Value, kind: Kind, place: &Place) -> Names {
    let discriminator = node.get("discriminator").filter(|_| kind == Kind::Schema);
    let Some(discriminator) = discriminator else {
        return Vec::new();
    };
    let named = named(discriminator, bundle.minor(place));
    named
        .filter_map(|(value, name)| Some((value.map(str::to_owned), name.as_str()?.to_owned())))
        .collect()
}

/// The values in the mapping of a discriminator, and what each of them names; since 3.2 also what it names for all others, under no value
/// (OpenAPI 3.2.0, "Discriminator Object").
pub(crate) fn named(
    discriminator: &Value,
    minor: u8,
) -> impl Iterator<Item = (Option<&str>, &Value)> {
    let mapping = discriminator.get("mapping").and_then(Value::as_object);
    let mapping = mapping.into_iter().flatten();
    let mapping = mapping.map(|(value, name)| (Some(value.as_str()), name));
    let default = discriminator.get("defaultMapping").filter(|_| minor >= 2);
    mapping.chain(default.map(|name| (None, name)))
}

/// Where the discriminator of the schema at `place` has the name for a value, or for all others.
pub(crate) fn named_at(place: &Place, value: Option<&str>) -> Place {
    match value {
        Some(value) => place.below(&["discriminator", "mapping", value]),
        None => place.below(&["discriminator", "defaultMapping"]),
    }
}

/// The components of a file that have another one in their `allOf`, by the name of that one, in the document's order.
fn builders(schemas: Option<&Value>, version: Version) -> HashMap<String, Vec<String>> {
    let schemas = schemas.and_then(Value::as_object);
    let mut builders: HashMap<String, Vec<String>> = HashMap::new();
    for (name, schema) in schemas.into_iter().flatten() {
        let parts = schema.get("allOf").and_then(Value::as_array);
        for part in parts.into_iter().flatten() {
            let reference = part.get("$ref").and_then(Value::as_str);
            if let Some(base) = reference.and_then(|reference| component(reference, version)) {
                builders.entry(base).or_default().push(name.clone());
            }
        }
    }
    builders
}

/// What builds on a component, itself or by way of others, those that build on it directly first.
fn above<'a>(base: &'a str, builders: &'a HashMap<String, Vec<String>>) -> Vec<&'a str> {
    let mut found = vec![base];
    let mut next = 0;
    while let Some(name) = found.get(next) {
        for heir in builders.get(*name).into_iter().flatten() {
            if !found.contains(&heir.as_str()) {
                found.push(heir);
            }
        }
        next += 1;
    }
    found.split_off(1)
}

/// The name of the component of the same file that a `$ref` leads to.
fn component(reference: &str, version: Version) -> Option<String> {
    let token = reference.strip_prefix(match version {
        Version::V20 => "#/definitions/",
        Version::V30 | Version::V31 => "#/components/schemas/",
    })?;
    let pointer = Pointer::root().escaped_child(token);
    let is_component = !token.contains('/');
    is_component.then(|| pointer.last().map(Cow::into_owned))?
}
