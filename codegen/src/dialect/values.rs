//! Values of an enum that are not of its type.

use serde_json::{Map, Value};

use super::listed::type_of_enum;
use crate::specification::json_type::is_of;

/// Takes the values of a list for those of its type that they stand for, or its type for that of the values.
pub(super) fn mend(node: &mut Map<String, Value>) {
    if let Some(meant) = meant_type(node) {
        node.insert("type".to_owned(), Value::from(meant));
        return;
    }
    let Some(name) = node.get("type").and_then(Value::as_str).map(str::to_owned) else {
        return;
    };
    let Some(Value::Array(values)) = node.get_mut("enum") else {
        return;
    };
    if says_nothing(&name, values) {
        node.shift_remove("enum");
        return;
    }
    for value in values.iter_mut() {
        if let Some(meant) = meant_value(&name, value) {
            *value = meant;
        }
    }
}

/// What may be said of an object: where any of it is, values are objects, whatever a list says.
const OF_OBJECTS: [&str; 16] = [
    "properties",
    "additionalProperties",
    "patternProperties",
    "unevaluatedProperties",
    "propertyNames",
    "minProperties",
    "maxProperties",
    "required",
    "dependentRequired",
    "dependentSchemas",
    "discriminator",
    "allOf",
    "anyOf",
    "oneOf",
    "if",
    "not",
];

/// The type of the values that a list has beside `type: object`, of which nothing else is said: tools have that type for enums of a
/// language where these are classes.
pub(crate) fn meant_type(node: &Map<String, Value>) -> Option<&'static str> {
    let is_object = node.get("type").and_then(Value::as_str) == Some("object");
    let is_unsaid = |keyword: &str| node.get(keyword).is_none_or(Value::is_null);
    let is_bare = is_object && OF_OBJECTS.into_iter().all(is_unsaid);
    let values = node.get("enum").filter(|_| is_bare)?.as_array()?;
    type_of_enum(values)
}

/// Whether a list has no value of its type and none that stands for one, so that it says nothing of an object, a boolean or a number; integers
/// have their names in such lists.
pub(crate) fn says_nothing(name: &str, values: &[Value]) -> bool {
    let is_said = |value: &Value| is_of(value, name) || meant_value(name, value).is_some();
    matches!(name, "object" | "boolean" | "number") && !values.iter().any(is_said)
}

/// The value of a type that one of another type stands for: YAML reads an unquoted `1` in a list of strings as a number, and people quote the
/// numbers in a list of such. `None` where it is of the type, or anyone's guess.
pub(crate) fn meant_value(name: &str, value: &Value) -> Option<Value> {
    match (name, value) {
        ("string", Value::Number(_) | Value::Bool(_)) => Some(Value::String(value.to_string())),
        ("integer", Value::String(text)) => text.parse::<i64>().ok().map(Value::from),
        ("number", Value::String(text)) => number(text),
        ("boolean", Value::String(text)) => text.parse::<bool>().ok().map(Value::from),
        (_, _) => None,
    }
}

fn number(text: &str) -> Option<Value> {
    let whole = text.parse::<i64>().ok().map(Value::from);
    whole.or_else(|| {
        let number = text.parse::<f64>().ok()?;
        number.is_finite().then(|| Value::from(number))
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_beside_an_object_of_which_nothing_is_said_are_of_their_own_type() {
        for (node, expected) in [
            (json!({"type": "object", "enum": ["a", null]}), "string"),
            (json!({"type": "object", "enum": [1]}), "integer"),
            (json!({"type": "object", "enum": ["a", {}]}), "object"),
            (
                json!({"type": "object", "enum": ["a"], "properties": {}}),
                "object",
            ),
            (json!({"type": "boolean", "enum": ["a"]}), "boolean"),
        ] {
            let mut mended = node.clone();
            mend(mended.as_object_mut().expect("an object"));
            assert_eq!(mended["type"], expected, "{node}");
        }
    }

    #[test]
    fn values_of_an_enum_are_of_its_type_where_they_can_be() {
        for (name, values, expected) in [
            ("string", json!([1, true, "a"]), json!(["1", "true", "a"])),
            ("integer", json!(["1", "a"]), json!([1, "a"])),
            ("number", json!(["1", "1.5", "NaN"]), json!([1, 1.5, "NaN"])),
            ("boolean", json!(["true", "no"]), json!([true, "no"])),
            ("object", json!(["a", {}]), json!(["a", {}])),
            ("boolean", json!(["yes", "no"]), json!(null)),
            ("number", json!(["small"]), json!(null)),
            ("integer", json!(["small"]), json!(["small"])),
            ("array", json!(["a"]), json!(["a"])),
        ] {
            let mut node = json!({"type": name, "enum": values});
            mend(node.as_object_mut().expect("an object"));
            assert_eq!(node["enum"], expected, "{name}");
        }
    }
}
