//! Properties of a form that the document gives no style.

use serde_json::Value;

use super::shape;
use super::{Parts, escape};

/// Writes the pairs of a property: one for each item of a list, one for anything else. What is too deep
/// for a pair is written as JSON (OpenAPI 3.0.3, "Encoding Object", `contentType`).
pub(in crate::runtime) fn form(parts: &mut Parts<'_>, name: &str, value: &Value) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| pair(parts, name, item)),
        value => pair(parts, name, value),
    }
}

/// Writes a property as JSON; null leaves no trace.
pub(in crate::runtime) fn form_json(parts: &mut Parts<'_>, name: &str, value: &Value) {
    if !value.is_null() {
        escape::pair(parts.next(), name, &value.to_string());
    }
}

fn pair(parts: &mut Parts<'_>, name: &str, value: &Value) {
    if let Some(text) = shape::text(value) {
        escape::pair(parts.next(), name, &text);
    }
}
