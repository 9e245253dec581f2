//! Values that are listed one level too high: beside the items of a list that are meant to be of them.

use serde_json::{Map, Value};

use super::riders::is_rider;
use super::to_openapi30;
use crate::place::Place;
use crate::specification::{Kind, Version, children};

/// Whether a list of values is about the items of what it stands beside: an array is none of these.
pub(crate) fn is_of_items(name: Option<&str>, values: &[Value]) -> bool {
    name == Some("array") && !values.is_empty() && !values.iter().any(Value::is_array)
}

/// What a list says of its items: a node, and where it stands.
pub(crate) struct Items<'a> {
    pub(crate) version: Version,
    pub(crate) node: &'a Value,
    pub(crate) place: &'a Place,
}

/// Whether the items are such values: an enum can be made of these, and nothing but its type is said of an item.
pub(crate) fn are_meant(items: Option<&Items>, values: &[Value]) -> bool {
    let Some(name) = type_of_enum(values) else {
        return false;
    };
    let Some(Items {
        version,
        node,
        place,
    }) = items
    else {
        return true;
    };
    match node {
        Value::Object(node) if node.contains_key("$ref") => false,
        Value::Object(node) => {
            let node = to_openapi30(*version, Kind::Schema, node.clone(), place);
            says_its_type_alone(&node) && is_of(name, node.get("type").and_then(Value::as_str))
        }
        Value::Bool(says_nothing) => *says_nothing,
        Value::Null | Value::Number(_) | Value::String(_) | Value::Array(_) => false,
    }
}

/// The type of the values of an enum, null aside; `None` where there is none to be made.
pub(super) fn type_of_enum(values: &[Value]) -> Option<&'static str> {
    let values: Vec<&Value> = values.iter().filter(|value| !value.is_null()).collect();
    let all = |fits: fn(&Value) -> bool| !values.is_empty() && values.iter().all(|it| fits(it));
    let texts = all(Value::is_string).then_some("string");
    texts.or_else(|| all(Value::is_i64).then_some("integer"))
}

/// Whether a type that is stated has the values of another one.
fn is_of(name: &str, stated: Option<&str>) -> bool {
    match stated {
        None => true,
        Some("number") => name == "integer",
        Some(stated) => stated == name,
    }
}

fn says_its_type_alone(node: &Map<String, Value>) -> bool {
    let holds_schemas = |key: &str| {
        children(Kind::Schema)
            .iter()
            .any(|(child, _)| *child == key)
    };
    let says_more = |key: &str| key == "enum" || is_rider(key) || holds_schemas(key);
    !node.keys().any(|key| says_more(key))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::place::FileId;

    #[test]
    fn items_are_values_beside_them_where_nothing_but_a_type_is_said_of_an_item() {
        for (items, values, expected) in [
            (json!({}), json!(["a"]), true),
            (json!(true), json!(["a"]), true),
            (json!({"type": "string"}), json!(["a", null]), true),
            (
                json!({"type": ["string", "null"], "minLength": 1}),
                json!(["a"]),
                true,
            ),
            (json!({"type": "number"}), json!([1]), true),
            (json!({"type": "string"}), json!([1]), false),
            (json!({"type": ["string", "integer"]}), json!(["a"]), false),
            (json!({}), json!(["a", 1]), false),
            (json!({}), json!([null]), false),
            (json!({"const": "a"}), json!(["a"]), false),
            (json!({"$ref": "#/a"}), json!(["a"]), false),
            (json!({"anyOf": [{"type": "string"}]}), json!(["a"]), false),
            (json!({"allOf": [{"type": "string"}]}), json!(["a"]), false),
        ] {
            let values = values.as_array().expect("a list");
            let told = Items {
                version: Version::V31,
                node: &items,
                place: &Place::root(FileId::ENTRY),
            };
            assert_eq!(
                are_meant(Some(&told), values),
                expected,
                "{items} {values:?}"
            );
        }
        assert!(are_meant(None, &[json!("a")]));
    }
}
