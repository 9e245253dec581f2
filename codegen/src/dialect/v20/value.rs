//! Parameters and headers, which 2.0 describes in place and 3.0 with a schema.

use serde_json::{Value, json};

use super::{Cx, Node, references, schema, text};

/// The keywords of a value ("Parameter Object", "Items Object", "Header Object"); and behind them some that 2.0 does not have here, which
/// can mean nothing else.
const OF_VALUE: [&str; 20] = [
    "type",
    "format",
    "items",
    "default",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "enum",
    "multipleOf",
    "x-nullable",
    "properties",
    "additionalProperties",
    "allOf",
];

/// A parameter in the path, the query or a header.
pub(super) fn parameter(cx: &Cx<'_>, node: &Value) -> Value {
    let location = node.get("in").and_then(Value::as_str).unwrap_or_default();
    valued(cx, node, location)
}

/// A header of an answer.
pub(super) fn header(cx: &Cx<'_>, node: &Value) -> Value {
    valued(cx, node, "header")
}

fn valued(cx: &Cx<'_>, node: &Value, location: &str) -> Value {
    let Value::Object(node) = node else {
        return node.clone();
    };
    let mut node = node.clone();
    // A reference, or a parameter of 3.0 written as a media type.
    if node.contains_key("$ref") || node.contains_key("content") {
        references::settle(cx, &mut node);
        return Value::Object(node);
    }
    let (mut rest, schema) = split(cx, &node);
    if let Some((style, explode)) = list_style(&mut rest, &schema, location) {
        rest.insert("style".to_owned(), json!(style));
        rest.insert("explode".to_owned(), json!(explode));
    }
    rest.insert("schema".to_owned(), schema);
    Value::Object(rest)
}

/// What describes the parameter, and the schema of its value. A schema that stands there already (as that of a body does) is taken as it
/// is, with what stands beside it.
pub(super) fn split(cx: &Cx<'_>, node: &Node) -> (Node, Value) {
    let (value, mut rest): (Node, Node) = node
        .iter()
        .map(|(key, value)| (key.clone(), value.clone()))
        .partition(|(key, _)| is_of_value(key));
    let described = match rest.shift_remove("schema") {
        None => Value::Object(value),
        Some(Value::Object(mut described)) => {
            for (key, value) in value {
                described.entry(key).or_insert(value);
            }
            Value::Object(described)
        }
        Some(other) => other,
    };
    (rest, schema::schema(cx, &described))
}

/// What is said of the values of an enum goes with the enum.
fn is_of_value(key: &str) -> bool {
    OF_VALUE.contains(&key) || key.starts_with("x-enum") || key == "x-ms-enum"
}

/// How a list is written, `collectionFormat` in 2.0; taken out where it is understood. `None` where the value is no list, or the style is
/// said in the way of 3.0.
pub(super) fn list_style(
    rest: &mut Node,
    schema: &Value,
    location: &str,
) -> Option<(&'static str, bool)> {
    let is_list = schema.get("type").is_some_and(|name| name == "array");
    if !is_list || rest.contains_key("style") {
        return None;
    }
    let stated = text(rest, "collectionFormat").and_then(|format| style(location, format));
    if stated.is_some() {
        rest.shift_remove("collectionFormat");
    }
    stated.or_else(|| style(location, "csv"))
}

/// The style and whether it explodes. 3.0 has no lists parted by tabs, and only comma-separated ones in paths and headers: what cannot
/// be said gets a style that nothing behind this stage takes, rather than one that would send something else.
pub(crate) fn style(location: &str, format: &str) -> Option<(&'static str, bool)> {
    let is_pairs = matches!(location, "query" | "formData");
    match format {
        "csv" if is_pairs => Some(("form", false)),
        "multi" if is_pairs => Some(("form", true)),
        // "Parameter Object": `multi` is for the query and forms alone, so that elsewhere the default counts.
        "csv" | "multi" => Some(("simple", false)),
        "ssv" => Some(("spaceDelimited", false)),
        "pipes" => Some(("pipeDelimited", false)),
        "tsv" => Some(("tabDelimited", false)),
        _ => None,
    }
}
