//! The schemas that only the mapping of a discriminator names.

use serde_json::Value;

use super::Kind;
use super::reference::{self, Target};
use super::walk::Walk;
use crate::place::{FileId, Place};

/// How the names of files end that schemas stand in. Anything else in a mapping is the name of a component.
const ENDINGS: [&str; 3] = [".yaml", ".yml", ".json"];

impl Walk<'_> {
    /// Notes what the mapping of the schema at `place` names, and has it visited (OpenAPI 3.1.1, "Discriminator Object").
    pub(super) fn heirs(&mut self, place: &Place, mapping: Vec<(String, String)>) {
        for (value, name) in mapping {
            let at = place.below(&["discriminator", "mapping", &value]);
            if let Some(heir) = self.heir(&at, &name) {
                self.bundle.references.insert(at, heir.clone());
                self.queue.push_back((heir, Kind::Schema));
            }
        }
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

/// The values of a schema's discriminator, and what each of them names.
pub(super) fn mapping(node: &Value, kind: Kind) -> Vec<(String, String)> {
    let discriminator = node.get("discriminator").filter(|_| kind == Kind::Schema);
    let mapping = discriminator.and_then(|by| by.get("mapping")?.as_object());
    let entries = mapping.into_iter().flatten();
    entries
        .filter_map(|(value, name)| Some((value.clone(), name.as_str()?.to_owned())))
        .collect()
}
