//! Path items and operations.

use serde_json::Value;

use super::media::Media;
use super::parameters::{Owner, Sorted, sorted};
use super::{Cx, Node, answers, body, servers};

/// "Path Item Object".
pub(super) const METHODS: [&str; 7] = ["get", "put", "post", "delete", "options", "head", "patch"];

/// A path item. The body that its parameters describe is that of each operation: 3.0 has no place for it here.
pub(super) fn path_item(cx: &Cx<'_>, node: &Value) -> Value {
    let Value::Object(item) = node else {
        return node.clone();
    };
    let inherited = sorted(cx, Owner::PathItem, node);
    let rewritten = item.iter().map(|(key, value)| {
        let value = match key.as_str() {
            "parameters" if value.is_array() => inherited.plain(cx),
            method if METHODS.contains(&method) => operation(cx, value, &inherited),
            _ => value.clone(),
        };
        (key.clone(), value)
    });
    rewritten.collect()
}

/// An operation, given the parameters of its path item.
pub(super) fn operation(cx: &Cx<'_>, node: &Value, inherited: &Sorted<'_>) -> Value {
    let Value::Object(members) = node else {
        return node.clone();
    };
    let media = cx.media.of_operation(node);
    let own = sorted(cx, Owner::Operation, node);
    let mut rewritten: Node = members
        .iter()
        .filter(|(key, _)| !["consumes", "produces", "schemes"].contains(&key.as_str()))
        .map(|(key, value)| (key.clone(), member(cx, &media, &own, key, value)))
        .collect();
    if let Some(payload) = own.payload(inherited) {
        let body = || body::request(cx, &media, &payload);
        rewritten.entry("requestBody").or_insert_with(body);
    }
    if let Some(servers) = servers::of_operation(cx.root, node) {
        rewritten.entry("servers").or_insert(servers);
    }
    Value::Object(rewritten)
}

fn member(cx: &Cx<'_>, media: &Media, own: &Sorted<'_>, key: &str, value: &Value) -> Value {
    match key {
        "parameters" if value.is_array() => own.plain(cx),
        "responses" => answers::responses(cx, media, value),
        _ => value.clone(),
    }
}
