//! Whether a value is one of those that a schema describes.

use serde_json::Value;

use super::{Check, Node};
use crate::dialect::listed::{self, Items, is_of_items};
use crate::dialect::values::{meant_type, meant_value, says_nothing};
use crate::place::Place;
use crate::specification::json_type::is_of;

/// Deeper than this nobody is told of a misfit.
const DEEPEST: usize = 16;

impl Check<'_> {
    /// What is wrong with a value that stands beside a schema; `None` where it fits, as far as can be told.
    pub(super) fn misfit(&self, value: &Value, schema: &Place) -> Option<String> {
        self.misfit_at(value, schema, 0)
    }

    fn misfit_at(&self, value: &Value, schema: &Place, depth: usize) -> Option<String> {
        let place = self.bundle.follow(schema);
        let node = self.bundle.get(place)?;
        if depth > DEEPEST || node.get("$ref").is_some() || is_null_allowed(value, node) {
            return None;
        }
        own(value, node)
            .or_else(|| self.parts(value, node, place, depth))
            .or_else(|| self.choices(value, place, depth))
    }

    /// What is wrong with a member or an element.
    fn parts(&self, value: &Value, node: &Value, place: &Place, depth: usize) -> Option<String> {
        match value {
            Value::Object(members) => {
                let properties = node.get("properties").and_then(Value::as_object)?;
                let place = place.child("properties");
                let misfit = |(name, value): (&String, &Value)| {
                    properties.get(name)?;
                    let misfit = self.misfit_at(value, &place.child(name), depth + 1)?;
                    Some(format!("`{name}`: {misfit}"))
                };
                members.iter().find_map(misfit)
            }
            Value::Array(elements) => {
                node.get("items")
                    .filter(|_| node.get("prefixItems").is_none())?;
                let place = place.child("items");
                let mut elements = elements.iter();
                elements.find_map(|value| self.misfit_at(value, &place, depth + 1))
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
        }
    }

    /// What is wrong with a value where all of several schemas hold of it, or one of them.
    fn choices(&self, value: &Value, place: &Place, depth: usize) -> Option<String> {
        let misfits = |keyword: &str| -> Vec<Option<String>> {
            let places = self.bundle.elements(&place.child(keyword)).into_iter();
            places
                .map(|place| self.misfit_at(value, &place, depth + 1))
                .collect()
        };
        if let Some(misfit) = misfits("allOf").into_iter().flatten().next() {
            return Some(misfit);
        }
        ["oneOf", "anyOf"].into_iter().find_map(|keyword| {
            let misfits = misfits(keyword);
            let none_fits = !misfits.is_empty() && misfits.iter().all(Option::is_some);
            none_fits.then(|| format!("{} is of none of the schemas of `{keyword}`", short(value)))
        })
    }

    /// What is said of values that a schema lists and that are not of its type, and of what becomes of them; `list` is what has them.
    pub(super) fn strange(
        &self,
        list: &str,
        name: &str,
        values: &[Value],
        node: &Node,
        place: &Place,
    ) -> Option<String> {
        let is_strange = |value: &&Value| !value.is_null() && !is_of(value, name);
        let strange: Vec<&Value> = values.iter().filter(is_strange).collect();
        let (first, others) = strange.split_first()?;
        let subject = match others.len() {
            0 => format!("{} is", short(first)),
            more => format!("{} and {more} more are", short(first)),
        };
        let is_meant = |value: &&Value| meant_value(name, value).is_some();
        let made = match name {
            "array" if is_of_items(Some(name), values) => {
                self.made_of_items(values, node, place).to_owned()
            }
            _ if strange.iter().all(is_meant) => "what is meant is read".to_owned(),
            _ if meant_type(node).is_some() => format!("{list} says what they are of"),
            _ if says_nothing(name, values) => format!("{list} says nothing"),
            _ => format!("{list} counts all the same"),
        };
        Some(format!("{subject} not of the type `{name}`; {made}"))
    }

    /// What is made of values that stand beside items.
    fn made_of_items(&self, values: &[Value], node: &Node, place: &Place) -> &'static str {
        let place = place.child("items");
        let items = node.get("items").map(|node| Items {
            version: self.bundle.version(&place),
            node,
            place: &place,
        });
        if !node.contains_key("prefixItems") && listed::are_meant(items.as_ref(), values) {
            return "the items may be so";
        }
        match items {
            Some(_) => "`items` says what is in the list",
            None => "the list says nothing",
        }
    }
}

/// What is wrong with a value as a whole.
fn own(value: &Value, node: &Value) -> Option<String> {
    let types: Vec<&str> = match node.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    // What stands for another type is another warning's affair.
    let is_stated = !types.is_empty() && types.iter().all(|name| super::schemas::is_type(name));
    if is_stated && !types.iter().any(|name| is_of(value, name)) {
        return Some(format!(
            "{} is not of the type `{}`",
            short(value),
            types.join("`, `")
        ));
    }
    let listed = node.get("enum").and_then(Value::as_array);
    if listed.is_some_and(|list| !is_listed(value, list, types.first().copied())) {
        return Some(format!(
            "{} is none of the values that are listed",
            short(value)
        ));
    }
    out_of_bounds(value, node).or_else(|| lacking(value, node))
}

/// Whether a value is in a list, as that is read beside the type.
fn is_listed(value: &Value, list: &[Value], name: Option<&str>) -> bool {
    let is_meant = |known: &Value| {
        let meant = name.and_then(|name| meant_value(name, known));
        meant.is_some_and(|meant| same(&meant, value))
    };
    is_of_items(name, list)
        || list
            .iter()
            .any(|known| same(known, value) || is_meant(known))
}

/// Null is a value by 3.0's `nullable`, by a type, or where nothing is said of types.
fn is_null_allowed(value: &Value, node: &Value) -> bool {
    value.is_null()
        && (node.get("nullable") == Some(&Value::Bool(true))
            || node.get("x-nullable") == Some(&Value::Bool(true)))
}

fn out_of_bounds(value: &Value, node: &Value) -> Option<String> {
    let bound = |keyword: &str| node.get(keyword).and_then(Value::as_f64);
    let (size, least, most) = match value {
        Value::Number(number) => (number.as_f64()?, "minimum", "maximum"),
        Value::String(text) => (text.chars().count() as f64, "minLength", "maxLength"),
        Value::Array(list) => (list.len() as f64, "minItems", "maxItems"),
        Value::Null | Value::Bool(_) | Value::Object(_) => return None,
    };
    let below = bound(least)
        .filter(|least| size < *least)
        .map(|bound| (least, bound));
    let above = bound(most)
        .filter(|most| size > *most)
        .map(|bound| (most, bound));
    let (keyword, bound) = below.or(above)?;
    Some(format!(
        "{} is beyond the `{keyword}` of {bound}",
        short(value)
    ))
}

/// A property that is required and not there; one that travels in one direction may be left out of the other.
fn lacking(value: &Value, node: &Value) -> Option<String> {
    let members = value.as_object()?;
    let travels_one_way = |name: &str| {
        let property = node
            .get("properties")
            .and_then(|properties| properties.get(name));
        let is = |keyword| property.and_then(|node| node.get(keyword)) == Some(&Value::Bool(true));
        is("readOnly") || is("writeOnly")
    };
    let required = node.get("required").and_then(Value::as_array)?;
    let mut names = required.iter().filter_map(Value::as_str);
    let name = names.find(|name| !members.contains_key(*name) && !travels_one_way(name))?;
    Some(format!("`{name}` is missing"))
}

/// Numbers are the same however they are spelled.
fn same(one: &Value, other: &Value) -> bool {
    one == other || (one.is_number() && one.as_f64() == other.as_f64())
}

/// A value in a message.
fn short(value: &Value) -> String {
    const LONGEST: usize = 40;
    match value {
        Value::Object(_) => "an object".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            let text = value.to_string();
            if text.chars().count() <= LONGEST {
                format!("`{text}`")
            } else {
                let start: String = text.chars().take(LONGEST).collect();
                format!("`{start}…`")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_are_the_same_however_they_are_spelled() {
        assert!(same(&json!(1), &json!(1.0)));
    }
}
