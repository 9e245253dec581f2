//! Where parameters are sent, and in which styles.

use serde_json::Value;

use crate::specification::Version;

/// Where a parameter may be.
pub(crate) const LOCATIONS: [&str; 5] = ["query", "header", "path", "cookie", "querystring"];

/// Whether a parameter says where it is sent and under which name; without either it cannot be.
pub(crate) fn is_sent(node: &Value) -> bool {
    let location = node.get("in").and_then(Value::as_str).unwrap_or_default();
    let is_name = |name: &Value| match name {
        Value::String(name) => !name.is_empty(),
        Value::Number(_) | Value::Bool(_) => true,
        Value::Null | Value::Array(_) | Value::Object(_) => false,
    };
    LOCATIONS.contains(&location) && node.get("name").is_some_and(is_name)
}

/// The styles that OpenAPI has somewhere.
pub(super) const STYLES: [&str; 7] = [
    "matrix",
    "label",
    "simple",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
];

pub(crate) fn is_known_style(style: &str) -> bool {
    STYLES.contains(&style)
}

/// Whether a parameter there may be written in a style (OpenAPI 3.0.3, "Style Values").
pub(crate) fn is_style_of(style: &str, location: &str) -> bool {
    match location {
        "path" => ["matrix", "label", "simple"].contains(&style),
        "header" => style == "simple",
        "cookie" => style == "form" || style == "cookie",
        _ => ["form", "spaceDelimited", "pipeDelimited", "deepObject"].contains(&style),
    }
}

/// Whether a parameter of 2.0 is one body too many: a request has one, or the fields of a form (Swagger 2.0, "Parameter Object"). The rewritten
/// document has no other parameters of these locations.
pub(crate) fn is_second_body(version: Version, location: &str) -> bool {
    version == Version::V20 && is_body(location)
}

/// Whether a parameter is the body, or a field of it, as in 2.0.
pub(crate) fn is_body(location: &str) -> bool {
    matches!(location, "body" | "formData")
}
