//! Enums.

use std::collections::HashSet;

use serde_json::Value as Json;

use crate::ir::{Docs, Enum, Ty, Value, Variant};
use crate::lower::docs;
use crate::lower::extension::OfValues;
use crate::lower::node::SchemaNode;
use crate::specification::json_type;

/// What a list of values is.
#[derive(Debug, PartialEq)]
pub(super) enum Kind {
    Texts,
    Integers,
    /// All values of a type that needs no list.
    Plain(Ty),
    Mixed,
}

/// The kind of a list of values; null says only that null is one of them.
pub(super) fn kind(values: &[Json]) -> Kind {
    let all = |fits: fn(&Json) -> bool| values.iter().filter(|value| !value.is_null()).all(fits);
    if all(Json::is_null) {
        Kind::Plain(Ty::Null)
    } else if all(Json::is_string) {
        Kind::Texts
    } else if all(Json::is_i64) {
        Kind::Integers
    } else if all(Json::is_boolean) {
        Kind::Plain(Ty::Boolean)
    } else if all(Json::is_number) {
        Kind::Plain(Ty::Number)
    } else {
        Kind::Mixed
    }
}

/// The types that the values of a list are of, by the names that JSON Schema has for them. Beside other numbers integers are numbers.
pub(super) fn types(values: &[Json]) -> Vec<String> {
    let values = values.iter().filter(|value| !value.is_null());
    let mut types: Vec<&str> = values.map(json_type::name_of).collect();
    types.sort_unstable();
    types.dedup();
    if types.contains(&"number") {
        types.retain(|name| *name != "integer");
    }
    types.into_iter().map(str::to_owned).collect()
}

/// The variants of a list of strings or of integers, each value once.
pub(super) fn lower(node: &SchemaNode) -> Enum {
    let said = OfValues::of(&node.data);
    let mut seen = HashSet::new();
    let variants = node
        .keywords
        .enumeration
        .iter()
        .enumerate()
        .filter_map(|(index, json)| Some((index, json, value(json)?)))
        .filter(|(_, _, value)| seen.insert(value.clone()))
        .map(|(index, json, value)| {
            let description = said.description(index, json);
            Variant {
                value,
                title: said.name(index, json),
                deprecated: docs::deprecation(said.is_deprecated(index), description.as_deref()),
                docs: Docs {
                    description,
                    ..Docs::default()
                },
            }
        })
        .collect();
    Enum { variants }
}

fn value(json: &Json) -> Option<Value> {
    match json {
        Json::String(text) => Some(Value::Text(text.clone())),
        Json::Number(number) => number.as_i64().map(Value::Integer),
        Json::Null | Json::Bool(_) | Json::Array(_) | Json::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn integers_beside_other_numbers_are_numbers() {
        assert_eq!(
            types(&[json!(1), json!("a"), json!(null)]),
            ["integer", "string"]
        );
        assert_eq!(
            types(&[json!(1), json!(1.5), json!("a")]),
            ["number", "string"]
        );
    }
}
