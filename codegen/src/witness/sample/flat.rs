//! A schema and all that holds of a value together with it: what its `$ref` leads to, and the members of `allOf`.

use std::collections::HashSet;

use serde_json::{Map, Value};

use crate::dialect::types::meant;
use crate::dialect::values::meant_type;
use crate::place::Place;
use crate::resolve::Bundle;
use crate::specification::Version;

/// Schemas that all hold of one value.
#[derive(Clone, Default)]
pub(super) struct Flat<'a> {
    nodes: Vec<(Place, &'a Map<String, Value>)>,
    /// What stands beside a `$ref` that counts alone.
    beside: Vec<&'a Map<String, Value>>,
    /// The lists of schemas one of which holds too: the node's place, and `oneOf` or `anyOf`.
    unions: Vec<(Place, &'static str)>,
}

impl<'a> Flat<'a> {
    /// What these schemas say together; `None` where one of them allows nothing.
    pub(super) fn of(bundle: &'a Bundle, schemas: impl IntoIterator<Item = Place>) -> Option<Self> {
        let mut flat = Self::default();
        let mut seen = HashSet::new();
        let mut pending: Vec<Place> = schemas.into_iter().collect();
        pending.reverse();
        while let Some(place) = pending.pop() {
            if seen.insert(place.clone()) {
                flat.add(bundle, &place, &mut pending)?;
            }
        }
        Some(flat)
    }

    /// The same with one more schema, and without the union that it was chosen from.
    pub(super) fn with(&self, bundle: &'a Bundle, branch: &Place) -> Option<Self> {
        let mut flat = self.clone();
        flat.unions.remove(0);
        let mut branch = Self::of(bundle, [branch.clone()])?;
        flat.nodes.append(&mut branch.nodes);
        flat.beside.append(&mut branch.beside);
        flat.unions.append(&mut branch.unions);
        Some(flat)
    }

    fn add(&mut self, bundle: &'a Bundle, place: &Place, pending: &mut Vec<Place>) -> Option<()> {
        let node = match bundle.get(place)? {
            Value::Object(node) => node,
            Value::Bool(false) => return None,
            _ => return Some(()),
        };
        if let Some(target) = bundle.reference(place) {
            pending.push(target.clone());
            // What stands beside a `$ref` is ignored before 3.1 (OpenAPI 3.0.3, "Reference Object"), but for the way that a property travels.
            if bundle.version(place) != Version::V31 {
                self.beside.push(node);
                return Some(());
            }
        }
        let members = bundle.elements(&place.child("allOf")).into_iter();
        pending.extend(members.rev());
        for keyword in ["oneOf", "anyOf"] {
            let list = node.get(keyword).and_then(Value::as_array);
            if list.is_some_and(|list| !list.is_empty()) {
                self.unions.push((place.clone(), keyword));
            }
        }
        self.nodes.push((place.clone(), node));
        Some(())
    }

    pub(super) fn nodes(&self) -> &[(Place, &'a Map<String, Value>)] {
        &self.nodes
    }

    /// The base that the schema is, if it is one of heirs, and the property that names them.
    pub(super) fn base(&self, bundle: &'a Bundle) -> Option<(&Place, &'a str)> {
        let mut nodes = self.nodes.iter();
        let (place, node) = nodes.find(|(_, node)| !node.contains_key("$ref"))?;
        let discriminator = node.get("discriminator")?;
        let has_heirs = !bundle.heirs(place).is_empty() || discriminator.get("mapping").is_some();
        let is_base = has_heirs && !node.contains_key("oneOf") && !node.contains_key("anyOf");
        Some((place, discriminator.get("propertyName")?.as_str()?)).filter(|_| is_base)
    }

    pub(super) fn has_unions(&self) -> bool {
        !self.unions.is_empty()
    }

    /// The first of the lists one of whose schemas holds: the node with the list, and the schemas.
    pub(super) fn union(&self) -> Option<(&Place, Vec<Place>)> {
        let (place, keyword) = self.unions.first()?;
        let (_, node) = self.nodes.iter().find(|(known, _)| known == place)?;
        let count = node.get(*keyword)?.as_array()?.len();
        let list = place.child(keyword);
        Some((place, (0..count).map(|index| list.element(index)).collect()))
    }

    /// The values of a keyword.
    pub(super) fn all(&self, keyword: &str) -> impl Iterator<Item = &'a Value> + Clone {
        self.nodes
            .iter()
            .filter_map(move |(_, node)| node.get(keyword))
    }

    /// Whether a property travels one way only: `readOnly` or `writeOnly`, in any of the schemas or beside a `$ref`.
    pub(super) fn is_marked(&self, keyword: &str) -> bool {
        let beside = self.beside.iter().filter_map(|node| node.get(keyword));
        self.all(keyword)
            .chain(beside)
            .any(|value| *value == Value::Bool(true))
    }

    /// The greatest of the bounds from below.
    pub(super) fn least(&self, keyword: &str) -> Option<f64> {
        self.all(keyword).filter_map(Value::as_f64).reduce(f64::max)
    }

    /// The least of the bounds from above.
    pub(super) fn most(&self, keyword: &str) -> Option<f64> {
        self.all(keyword).filter_map(Value::as_f64).reduce(f64::min)
    }

    pub(super) fn text(&self, keyword: &str) -> Option<&'a str> {
        self.all(keyword).find_map(Value::as_str)
    }

    /// The places of the schemas that a keyword holds.
    pub(super) fn places(&self, keyword: &str) -> Vec<Place> {
        let holders = self
            .nodes
            .iter()
            .filter(|(_, node)| node.contains_key(keyword));
        holders.map(|(place, _)| place.child(keyword)).collect()
    }

    /// The values that the document gives as examples.
    pub(super) fn given(&self) -> Vec<&'a Value> {
        let listed = self.all("examples").filter_map(Value::as_array).flatten();
        let values = self.all("example").chain(listed);
        values
            .chain(self.all("default"))
            .filter(|value| !value.is_null())
            .collect()
    }

    pub(super) fn is_listed(&self) -> bool {
        self.nodes
            .iter()
            .any(|(_, node)| node.contains_key("enum") || node.contains_key("const"))
    }

    /// The values of `const` and `enum`.
    pub(super) fn listed(&self) -> Vec<&'a Value> {
        let listed = self.all("enum").filter_map(Value::as_array).flatten();
        self.all("const").chain(listed).collect()
    }

    /// The type of the values to make: one that all schemas allow, by what they are about where none says so; `None` where they disagree.
    pub(super) fn kind(&self) -> Option<&'a str> {
        let stated: Vec<Vec<&str>> = self
            .nodes
            .iter()
            .filter_map(|(_, node)| types(node))
            .collect();
        let Some((first, others)) = stated.split_first() else {
            return Some(self.implied());
        };
        let agreed = |name: &&str| {
            others
                .iter()
                .all(|types| types.iter().any(|other| allows(other, name)))
        };
        let mut agreed = first
            .iter()
            .copied()
            .chain(others.iter().flatten().copied())
            .filter(|name| agreed(name) && first.iter().any(|other| allows(other, name)));
        let found = agreed.clone().find(|name| *name != "null");
        found.or_else(|| agreed.next())
    }

    fn implied(&self) -> &'static str {
        let found = self.nodes.iter().filter_map(|(_, node)| about(node));
        let kind = found.min().map_or("string", |kind| KINDS[kind]);
        let is_text = TEXTS
            .iter()
            .any(|keyword| self.all(keyword).next().is_some());
        match self.text("format").and_then(number_of) {
            Some(number) if kind == "number" || (kind == "string" && !is_text) => number,
            Some(_) | None => kind,
        }
    }
}

/// The type of the numbers that a format is of, if it is of any; those of a decimal are texts.
fn number_of(format: &str) -> Option<&'static str> {
    match format.trim_end_matches(|last: char| last.is_ascii_digit()) {
        "int" | "uint" | "double-int" | "timestamp" | "unix-time" | "unixtime" => Some("integer"),
        "float" | "double" => Some("number"),
        _ => None,
    }
}

/// Keywords that are about texts alone.
const TEXTS: [&str; 3] = ["pattern", "minLength", "maxLength"];

/// The types that keywords are about, those that say most first.
const KINDS: [&str; 4] = ["object", "array", "number", "string"];

const ABOUT: [&[&str]; 4] = [
    &[
        "properties",
        "additionalProperties",
        "required",
        "minProperties",
        "patternProperties",
    ],
    &["items", "prefixItems", "minItems", "uniqueItems"],
    &[
        "minimum",
        "maximum",
        "multipleOf",
        "exclusiveMinimum",
        "exclusiveMaximum",
    ],
    &["pattern", "minLength", "maxLength", "format"],
];

/// The number of the type that the keywords of a node are about, if they are about any.
pub(super) fn about(node: &Map<String, Value>) -> Option<usize> {
    let is_about = |words: &&[&str]| words.iter().any(|word| node.contains_key(*word));
    ABOUT.iter().position(is_about)
}

/// The types that a node states, those that people write for one of them included; of a name that is none, nothing is known.
pub(super) fn types(node: &Map<String, Value>) -> Option<Vec<&str>> {
    if let Some(name) = meant_type(node) {
        return Some(vec![name]);
    }
    let names: Vec<&str> = match node.get("type")? {
        Value::String(name) => vec![name.as_str()],
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect(),
        _ => return None,
    };
    names.into_iter().map(|name| meant(name)?.name).collect()
}

/// Whether every value of one type is one of another.
fn allows(stated: &str, name: &str) -> bool {
    stated == name || (stated == "number" && name == "integer")
}

#[cfg(test)]
mod tests {
    use super::number_of;

    #[test]
    fn some_formats_are_those_of_numbers() {
        for (format, expected) in [
            ("uint64", Some("integer")),
            ("timestamp", Some("integer")),
            ("double", Some("number")),
            ("decimal", None),
            ("int-or-string", None),
        ] {
            assert_eq!(number_of(format), expected, "{format}");
        }
    }
}
