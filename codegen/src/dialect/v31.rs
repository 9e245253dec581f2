//! OpenAPI 3.1, whose schemas are those of JSON Schema 2020-12.

use serde_json::{Map, Value, json};

use super::bytes::is_of_bytes;
use super::riders::{CONDITIONAL, OTHER_MEMBERS, PREFIX_ITEMS, TYPES};
use crate::specification::Kind;

/// Turns a node into one of OpenAPI 3.0; only schemas differ.
pub(super) fn convert(kind: Kind, node: &mut Map<String, Value>) {
    match kind {
        Kind::Schema => schema(node),
        Kind::Document
        | Kind::Components
        | Kind::PathItem
        | Kind::Operation
        | Kind::Parameter
        | Kind::RequestBody
        | Kind::Responses
        | Kind::Response
        | Kind::Header
        | Kind::MediaType
        | Kind::Encoding
        | Kind::Callback
        | Kind::SecurityScheme => {}
    }
}

fn schema(node: &mut Map<String, Value>) {
    types(node);
    constant(node);
    bounds(node);
    content(node);
    items(node);
    patterns(node);
    unevaluated(node);
    conditions(node);
}

/// Schemas by their place in a list; before 2020-12, JSON Schema had them in `items`, and what `items` says now in `additionalItems`.
fn items(node: &mut Map<String, Value>) {
    let mut first = node.shift_remove("prefixItems");
    let rest = node.shift_remove("additionalItems");
    if node.get("items").is_some_and(Value::is_array) {
        first = first.or(node.shift_remove("items"));
        if let Some(rest @ Value::Object(_)) = rest {
            node.insert("items".to_owned(), rest);
        }
    }
    if let Some(first) = first {
        node.insert(PREFIX_ITEMS.to_owned(), first);
    }
}

/// A list of types: null is `nullable`, one other is the type, several ride along. What is no name of a type leaves any.
fn types(node: &mut Map<String, Value>) {
    let Some(Value::Array(list)) = node.get("type") else {
        return;
    };
    // In YAML, `null` without quotes is one.
    let is_null = |name: &Value| name == "null" || name.is_null();
    let (null, others): (Vec<_>, Vec<_>) = list.iter().cloned().partition(is_null);
    if !others.iter().all(Value::is_string) {
        node.shift_remove("type");
        return;
    }
    if !null.is_empty() && !others.is_empty() {
        node.insert("nullable".to_owned(), json!(true));
    }
    match others.as_slice() {
        [] => drop(node.insert("type".to_owned(), json!("null"))),
        [only] => drop(node.insert("type".to_owned(), only.clone())),
        [_, ..] => {
            node.shift_remove("type");
            node.insert(TYPES.to_owned(), Value::Array(others));
        }
    }
}

/// `const` is an enum of one value; an object or a list is no value that an enum could list.
fn constant(node: &mut Map<String, Value>) {
    match node.shift_remove("const") {
        None | Some(Value::Array(_) | Value::Object(_)) => {}
        Some(value) => drop(node.entry("enum").or_insert(json!([value]))),
    }
}

/// In 3.0 these say whether a bound is exclusive, in 3.1 they are bounds.
fn bounds(node: &mut Map<String, Value>) {
    for keyword in ["exclusiveMinimum", "exclusiveMaximum"] {
        if node.get(keyword).is_some_and(Value::is_number) {
            node.shift_remove(keyword);
        }
    }
}

/// How 3.1 says what 3.0 says by the formats `byte` and `binary`.
fn content(node: &mut Map<String, Value>) {
    let encoding = node.get("contentEncoding").and_then(Value::as_str);
    let media_type = node.get("contentMediaType").and_then(Value::as_str);
    let is_string = node.get("type") == Some(&json!("string"));
    let format = match (encoding, media_type) {
        (Some("base64" | "base64url"), _) => "byte",
        // As it is (RFC 2045, section 6.2).
        (Some("binary"), _) => "binary",
        (None, Some(media_type)) if is_of_bytes(media_type, is_string) => "binary",
        (Some(_) | None, _) => return,
    };
    node.entry("format").or_insert(json!(format));
}

/// Members that nothing else describes; where nothing else can, they are `additionalProperties`.
fn unevaluated(node: &mut Map<String, Value>) {
    if let Some(rest) = node
        .shift_remove("unevaluatedProperties")
        .filter(|rest| *rest != json!(false))
    {
        node.entry("additionalProperties").or_insert(rest);
    }
}

/// What holds of a value on some condition (JSON Schema 2020-12, section 10.2.2); the condition itself says nothing.
fn conditions(node: &mut Map<String, Value>) {
    let is_conditional = node.shift_remove("if").is_some();
    let branches = ["then", "else"].map(|keyword| node.shift_remove(keyword));
    let branches = branches.into_iter().flatten().filter(|_| is_conditional);
    let mut schemas: Vec<Value> = branches.collect();
    if let Some(Value::Object(dependent)) = node.shift_remove("dependentSchemas") {
        schemas.extend(dependent.into_iter().map(|(_, schema)| schema));
    }
    if !schemas.is_empty() {
        node.insert(CONDITIONAL.to_owned(), Value::Array(schemas));
    }
}

/// Members by patterns of their names: Rust knows no patterns, so that every other member is of one of their schemas, or of that of the
/// names that no pattern fits. Such a name may be of another kind, unless the schema says that there is none.
fn patterns(node: &mut Map<String, Value>) {
    let Some(Value::Object(patterns)) = node.shift_remove("patternProperties") else {
        return;
    };
    if patterns.is_empty() {
        return;
    }
    let is_whole = patterns.keys().all(|pattern| fits_any_name(pattern));
    let rest = node.shift_remove("additionalProperties");
    if rest.is_none() && !is_whole {
        node.insert(OTHER_MEMBERS.to_owned(), json!(true));
    }
    let mut schemas: Vec<Value> = Vec::new();
    for schema in patterns.into_iter().map(|(_, schema)| schema).chain(rest) {
        if schema != json!(false) && !schemas.contains(&schema) {
            schemas.push(schema);
        }
    }
    node.insert("additionalProperties".to_owned(), one_of_these(schemas));
}

/// What fits any of these; nothing does where there is none.
fn one_of_these(mut schemas: Vec<Value>) -> Value {
    match schemas.len() {
        0 => json!(false),
        1 => schemas.swap_remove(0),
        _ if schemas.contains(&json!(true)) => json!(true),
        _ => json!({ "anyOf": schemas }),
    }
}

/// Whether a pattern is one of those that people write for "any name".
fn fits_any_name(pattern: &str) -> bool {
    matches!(pattern, "" | ".*" | "^.*$" | "^.*" | ".*$" | "^" | "$")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn converted(node: Value) -> Value {
        let Value::Object(mut node) = node else {
            panic!("a schema is an object")
        };
        schema(&mut node);
        Value::Object(node)
    }

    #[test]
    fn null_in_a_list_of_types_is_nullable() {
        assert_eq!(
            converted(json!({"type": ["string", "null"]})),
            json!({"type": "string", "nullable": true})
        );
        assert_eq!(
            converted(json!({"type": ["null"]})),
            json!({"type": "null"})
        );
        assert_eq!(
            converted(json!({"type": ["string", null]})),
            json!({"type": "string", "nullable": true})
        );
        assert_eq!(converted(json!({"type": ["string", {}]})), json!({}));
    }

    #[test]
    fn members_whose_names_fit_no_pattern_may_be_anything_unless_there_are_none() {
        let members = |pattern: &str, rest: Option<Value>| {
            let mut node = json!({"patternProperties": {pattern: {"type": "string"}}});
            if let (Some(rest), Value::Object(node)) = (rest, &mut node) {
                node.insert("additionalProperties".to_owned(), rest);
            }
            converted(node)
        };
        let text = json!({"type": "string"});
        let open = json!({"additionalProperties": text, "x-bindgen-other-members": true});
        assert_eq!(members("^x-", None), open);
        let closed = json!({"additionalProperties": text});
        assert_eq!(members("^x-", Some(json!(false))), closed);
        assert_eq!(members("^.*$", None), closed);
        let both = json!({"additionalProperties": {"anyOf": [text, {"type": "integer"}]}});
        assert_eq!(members("^x-", Some(json!({"type": "integer"}))), both);
        let any = json!({"additionalProperties": true});
        assert_eq!(members("^x-", Some(json!(true))), any);
    }

    #[test]
    fn members_of_several_patterns_are_of_one_of_their_schemas() {
        let node = json!({"patternProperties": {"^a": {"$ref": "0"}, "^b": {"$ref": "1"}, "^c": {"$ref": "1"}}});
        let members = json!({"anyOf": [{"$ref": "0"}, {"$ref": "1"}]});
        let open = json!({"additionalProperties": members, "x-bindgen-other-members": true});
        assert_eq!(converted(node), open);
        let none = json!({"patternProperties": {}, "additionalProperties": false});
        assert_eq!(converted(none), json!({"additionalProperties": false}));
    }

    #[test]
    fn several_types_ride_along() {
        let expected = json!({"nullable": true, "x-bindgen-types": ["string", "integer"]});
        assert_eq!(
            converted(json!({"type": ["string", "integer", "null"]})),
            expected
        );
    }

    #[test]
    fn a_constant_is_an_enum_of_one() {
        assert_eq!(converted(json!({"const": "a"})), json!({"enum": ["a"]}));
    }

    #[test]
    fn what_conditions_add_rides_along() {
        let schema = json!({"if": {"$ref": "0"}, "then": {"$ref": "1"}, "else": {"$ref": "2"}, "dependentSchemas": {"a": {"$ref": "3"}}});
        let expected = [1, 2, 3].map(|place| json!({"$ref": place.to_string()}));
        assert_eq!(
            converted(schema),
            json!({"x-bindgen-conditional": expected})
        );
        assert_eq!(converted(json!({"then": {"$ref": "1"}})), json!({}));
    }

    #[test]
    fn exclusive_bounds_change_no_type() {
        assert_eq!(
            converted(json!({"type": "integer", "exclusiveMinimum": 0})),
            json!({"type": "integer"})
        );
    }
}
