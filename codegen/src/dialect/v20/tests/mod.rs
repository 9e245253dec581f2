use serde_json::{Value, json};

use super::*;
use crate::place::Pointer;

mod answers;
mod bodies;
mod document;
mod parameters;
mod references;
mod schemas;
mod written;

/// A document of one operation, `post` at `/a`, with these further members of its own.
fn with_operation(operation: Value, mut root: Value) -> Value {
    root["swagger"] = json!("2.0");
    root["paths"] = json!({ "/a": { "post": operation } });
    document(root)
}

/// What `pointer` leads to in the rewritten document.
fn at(document: &Value, pointer: &str) -> Value {
    document.pointer(pointer).cloned().unwrap_or_default()
}

fn operation(operation: Value, root: Value) -> Value {
    at(&with_operation(operation, root), "/paths/~1a/post")
}

fn keys(node: &Value, pointer: &str) -> Vec<String> {
    let node = node.pointer(pointer).and_then(Value::as_object);
    node.into_iter()
        .flat_map(|map| map.keys().cloned())
        .collect()
}

fn parameter(node: Value) -> Value {
    at(
        &operation(json!({ "parameters": [node] }), json!({})),
        "/parameters/0",
    )
}

fn schema(node: Value) -> Value {
    at(
        &document(json!({"swagger": "2.0", "definitions": {"A": node}})),
        "/components/schemas/A",
    )
}

fn scheme(node: Value) -> Value {
    at(
        &document(json!({"swagger": "2.0", "securityDefinitions": {"A": node}})),
        "/components/securitySchemes/A",
    )
}

fn servers(root: Value) -> Vec<String> {
    let servers = at(&document(root), "/servers");
    let urls = servers.as_array().into_iter().flatten();
    urls.filter_map(|server| server["url"].as_str().map(str::to_owned))
        .collect()
}
