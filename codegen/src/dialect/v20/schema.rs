//! Schemas ("Schema Object").

use serde_json::{Value, json};

use super::{Cx, Node, references};
use crate::specification::{Child, Kind, children};

/// Turns a schema and those in it.
pub(super) fn schema(cx: &Cx<'_>, node: &Value) -> Value {
    let Value::Object(node) = node else {
        return node.clone();
    };
    let mut node: Node = node
        .iter()
        .map(|(key, value)| (key.clone(), member(cx, key, value)))
        .collect();
    null_among_types(&mut node);
    file(&mut node);
    nullable(&mut node);
    discriminator(&mut node);
    references::settle(cx, &mut node);
    Value::Object(node)
}

fn member(cx: &Cx<'_>, key: &str, value: &Value) -> Value {
    let child = children(Kind::Schema)
        .iter()
        .find(|(keyword, _)| *keyword == key);
    match (child, value) {
        (Some((_, Child::One(_))), one) => schema(cx, one),
        (Some((_, Child::List(_))), Value::Array(list)) => {
            list.iter().map(|one| schema(cx, one)).collect()
        }
        (Some((_, Child::Map(_))), Value::Object(map)) => map
            .iter()
            .map(|(name, one)| (name.clone(), schema(cx, one)))
            .collect(),
        (_, other) => other.clone(),
    }
}

/// `["string", "null"]` is no type of 2.0, but of the JSON Schema that it builds on, and is met in documents.
fn null_among_types(node: &mut Node) {
    let Some(Value::Array(list)) = node.get("type") else {
        return;
    };
    let others: Vec<_> = list.iter().filter(|name| *name != "null").collect();
    if let [only] = others.as_slice() {
        let (only, has_null) = ((*only).clone(), list.len() > 1);
        node.insert("type".to_owned(), only);
        if has_null {
            node.entry("nullable").or_insert(json!(true));
        }
    }
}

/// The type of uploads and downloads ("Parameter Object" and "Response Object", `file`).
fn file(node: &mut Node) {
    if node.get("type").is_some_and(|name| name == "file") {
        node.insert("type".to_owned(), json!("string"));
        node.insert("format".to_owned(), json!("binary"));
    }
}

/// 2.0 has no null; generators and documents agree on this extension.
fn nullable(node: &mut Node) {
    if node.get("x-nullable").is_some_and(Value::is_boolean)
        && let Some(flag) = node.shift_remove("x-nullable")
    {
        node.entry("nullable").or_insert(flag);
    }
}

/// The values name definitions in 2.0 and schemas in 3.0, which are the same names, so that no mapping is needed.
fn discriminator(node: &mut Node) {
    if let Some(Value::String(name)) = node.get("discriminator") {
        let object = json!({ "propertyName": name });
        node.insert("discriminator".to_owned(), object);
    }
}
