//! Whether a schema allows a value (JSON Schema, and what OpenAPI 3.0 says in words of its own).

use regex::Regex;
use serde_json::{Map, Number, Value};

use super::flat::{Flat, about, types};
use super::{MOST_COMPARISONS, Sampler, format};
use crate::place::Place;

/// Deeper than this everything fits.
const DEEPEST: usize = 24;

impl<'a> Sampler<'a> {
    pub(super) fn fits_flat(&self, value: &Value, flat: &Flat<'a>) -> bool {
        flat.nodes()
            .iter()
            .all(|(place, node)| self.fits_node(value, node, place, 0))
    }

    pub(super) fn fits_at(&self, value: &Value, schema: &Place, depth: usize) -> bool {
        self.comparisons.set(self.comparisons.get() + 1);
        if depth > DEEPEST || self.comparisons.get() > MOST_COMPARISONS {
            return true;
        }
        let Some(flat) = Flat::of(self.bundle, [schema.clone()]) else {
            return false;
        };
        flat.nodes()
            .iter()
            .all(|(place, node)| self.fits_node(value, node, place, depth))
    }

    fn fits_node(
        &self,
        value: &Value,
        node: &Map<String, Value>,
        place: &Place,
        depth: usize,
    ) -> bool {
        let is_true = |keyword: &str| node.get(keyword) == Some(&Value::Bool(true));
        if value.is_null() && (is_true("nullable") || is_true("x-nullable")) {
            return true;
        }
        if value.is_null() && !node.contains_key("type") && about(node).is_some() {
            // Strictly it is allowed. Nobody means it who says what the members are.
            return false;
        }
        is_of_type(value, node)
            && is_listed(value, node)
            && self.fits_parts(value, node, place, depth)
            && self.fits_choices(value, node, place, depth)
    }

    fn fits_parts(
        &self,
        value: &Value,
        node: &Map<String, Value>,
        place: &Place,
        depth: usize,
    ) -> bool {
        match value {
            Value::Object(members) => {
                is_between(members.len() as f64, node, "minProperties", "maxProperties")
                    && self.has_required(members, node, place)
                    && members
                        .iter()
                        .all(|(name, value)| self.fits_member(name, value, node, place, depth))
            }
            Value::Array(items) => {
                is_between(items.len() as f64, node, "minItems", "maxItems")
                    && is_unique(items, node)
                    && items
                        .iter()
                        .enumerate()
                        .all(|(index, item)| self.fits_item(index, item, node, place, depth))
            }
            Value::String(text) => text_of_node(text, node),
            Value::Number(number) => number.as_f64().is_none_or(|number| is_number(number, node)),
            Value::Null | Value::Bool(_) => true,
        }
    }

    fn fits_member(
        &self,
        name: &str,
        value: &Value,
        node: &Map<String, Value>,
        place: &Place,
        depth: usize,
    ) -> bool {
        let properties = node.get("properties").and_then(Value::as_object);
        if properties.is_some_and(|properties| properties.contains_key(name)) {
            return self.fits_at(value, &place.below(&["properties", name]), depth + 1);
        }
        let patterned = node.contains_key("patternProperties");
        match node.get("additionalProperties") {
            Some(Value::Bool(false)) if !patterned => false,
            Some(Value::Object(_)) if !patterned => {
                self.fits_at(value, &place.child("additionalProperties"), depth + 1)
            }
            Some(_) | None => true,
        }
    }

    fn fits_item(
        &self,
        index: usize,
        item: &Value,
        node: &Map<String, Value>,
        place: &Place,
        depth: usize,
    ) -> bool {
        let prefix = node
            .get("prefixItems")
            .and_then(Value::as_array)
            .map_or(0, Vec::len);
        let schema = match index < prefix {
            true => place.child("prefixItems").element(index),
            false => place.child("items"),
        };
        self.bundle
            .get(&schema)
            .is_none_or(|_| self.fits_at(item, &schema, depth + 1))
    }

    /// Whether all is there that has to be; what goes the other way only need not.
    fn has_required(
        &self,
        members: &Map<String, Value>,
        node: &Map<String, Value>,
        place: &Place,
    ) -> bool {
        let required = node.get("required").and_then(Value::as_array);
        let mut names = required.into_iter().flatten().filter_map(Value::as_str);
        names.all(|name| {
            let property = Flat::of(self.bundle, [place.below(&["properties", name])]);
            members.contains_key(name) || property.is_some_and(|property| !self.travels(&property))
        })
    }

    /// Whether a schema of a union allows a value. One that is `nullable` and says nothing else of values stands for null.
    pub(super) fn fits_branch(&self, value: &Value, branch: &Place, depth: usize) -> bool {
        let node = self.bundle.get(branch).and_then(Value::as_object);
        (value.is_null() || !node.is_some_and(stands_for_null))
            && self.fits_at(value, branch, depth)
    }

    fn fits_choices(
        &self,
        value: &Value,
        node: &Map<String, Value>,
        place: &Place,
        depth: usize,
    ) -> bool {
        let fitting = |keyword: &str| {
            let count = node.get(keyword).and_then(Value::as_array)?.len();
            let branches = (0..count).map(|index| place.child(keyword).element(index));
            Some(
                branches
                    .filter(|branch| self.fits_branch(value, branch, depth + 1))
                    .count(),
            )
        };
        let excluded =
            node.contains_key("not") && self.fits_at(value, &place.child("not"), depth + 1);
        // Documents say `oneOf` where they mean `anyOf`, with a discriminator to tell the schemas apart.
        let one = fitting("oneOf")
            .is_none_or(|count| count == 1 || (count > 1 && node.contains_key("discriminator")));
        one && fitting("anyOf").is_none_or(|count| count > 0) && !excluded
    }
}

/// Whether a schema is what tools write beside another one for "or null": `nullable` and words, with the type of any object at most.
fn stands_for_null(node: &Map<String, Value>) -> bool {
    let says_nothing = |(key, value): (&String, &Value)| match key.as_str() {
        "nullable" | "title" | "description" => true,
        "type" => value == "object",
        _ => false,
    };
    node.get("nullable") == Some(&Value::Bool(true)) && node.iter().all(says_nothing)
}

/// Whether a text is as long, of the pattern and of the format that all schemas want.
pub(super) fn text_fits(text: &str, flat: &Flat<'_>) -> bool {
    flat.nodes()
        .iter()
        .all(|(_, node)| text_of_node(text, node))
}

fn text_of_node(text: &str, node: &Map<String, Value>) -> bool {
    let matches =
        |pattern: &str| Regex::new(pattern).map_or(true, |pattern| pattern.is_match(text));
    let stated = |keyword: &str| node.get(keyword).and_then(Value::as_str);
    is_between(text.chars().count() as f64, node, "minLength", "maxLength")
        && stated("pattern").is_none_or(|pattern| matches(&translated(pattern)))
        && stated("format")
            .and_then(format::of)
            .is_none_or(|format| matches(format.pattern))
}

/// A pattern of ECMA-262 as one of Rust: a slash may be escaped there.
pub(super) fn translated(pattern: &str) -> String {
    pattern.replace("\\/", "/")
}

fn is_of_type(value: &Value, node: &Map<String, Value>) -> bool {
    let is_of = |name: &str| match value {
        Value::Null => name == "null",
        Value::Bool(_) => name == "boolean",
        Value::Number(number) => {
            name == "number" || (name == "integer" && is_integer(number, node))
        }
        Value::String(_) => name == "string",
        Value::Array(_) => name == "array",
        Value::Object(_) => name == "object",
    };
    // Where nothing is said of types, what has properties is an object, and what has items a list: whoever wrote it meant no text.
    let implies = |keyword: &str| node.contains_key(keyword) && !node.contains_key("type");
    let is_meant = match (implies("properties"), implies("items")) {
        (true, _) => value.is_object(),
        (false, true) => value.is_array(),
        (false, false) => true,
    };
    types(node).is_none_or(|names| names.into_iter().any(is_of)) && is_meant
}

/// Whether a number is an integer of the width that its format gives; of 64 bits where none does. What is wider is an error where it is
/// read.
fn is_integer(number: &Number, node: &Map<String, Value>) -> bool {
    let Some(number) = number.as_f64().filter(|number| number.fract() == 0.0) else {
        return false;
    };
    let (least, most) = match node.get("format").and_then(Value::as_str) {
        Some("int8") => (-2f64.powi(7), 2f64.powi(7)),
        Some("int16") => (-2f64.powi(15), 2f64.powi(15)),
        Some("int32") => (-2f64.powi(31), 2f64.powi(31)),
        Some("uint8") => (0.0, 2f64.powi(8)),
        Some("uint16") => (0.0, 2f64.powi(16)),
        Some("uint32") => (0.0, 2f64.powi(32)),
        Some("uint64") => (0.0, 2f64.powi(64)),
        Some(_) | None => (-2f64.powi(63), 2f64.powi(63)),
    };
    (least..most).contains(&number)
}

fn is_listed(value: &Value, node: &Map<String, Value>) -> bool {
    let same =
        |known: &Value| known == value || (known.is_number() && known.as_f64() == value.as_f64());
    let listed = node.get("enum").and_then(Value::as_array);
    listed.is_none_or(|list| list.iter().any(same)) && node.get("const").is_none_or(same)
}

fn is_between(size: f64, node: &Map<String, Value>, least: &str, most: &str) -> bool {
    let bound = |keyword: &str| node.get(keyword).and_then(Value::as_f64);
    bound(least).is_none_or(|least| size >= least) && bound(most).is_none_or(|most| size <= most)
}

fn is_number(number: f64, node: &Map<String, Value>) -> bool {
    let is_bound = |keyword: &str, flagged: &str| match node.get(keyword)? {
        Value::Bool(true) => node.get(flagged)?.as_f64(),
        other => other.as_f64(),
    };
    let step = node
        .get("multipleOf")
        .and_then(Value::as_f64)
        .filter(|step| *step > 0.0);
    is_between(number, node, "minimum", "maximum")
        && is_bound("exclusiveMinimum", "minimum").is_none_or(|bound| number > bound)
        && is_bound("exclusiveMaximum", "maximum").is_none_or(|bound| number < bound)
        && step.is_none_or(|step| (number / step - (number / step).round()).abs() < 1e-9)
}

fn is_unique(items: &[Value], node: &Map<String, Value>) -> bool {
    let has_to_be = node.get("uniqueItems") == Some(&Value::Bool(true));
    !has_to_be
        || items
            .iter()
            .enumerate()
            .all(|(index, item)| !items[..index].contains(item))
}
