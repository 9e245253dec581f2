//! Properties of a form that the document gives no style.

use serde_json::Value;

use super::escape;
use super::shape;

/// The pairs of a property: one for each item of a list, one for anything else. What is too deep for
/// a pair is written as JSON (OpenAPI 3.0.3, "Encoding Object", `contentType`).
pub(in crate::runtime) fn form(name: &str, value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().filter_map(|item| pair(name, item)).collect(),
        value => pair(name, value).into_iter().collect(),
    }
}

fn pair(name: &str, value: &Value) -> Option<String> {
    let text = match shape::text(value) {
        Ok(text) => text?,
        Err(shape::Nested) => value.to_string().into(),
    };
    Some(format!("{}={}", escape::value(name), escape::value(&text)))
}
