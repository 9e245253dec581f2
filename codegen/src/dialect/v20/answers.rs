//! Answers.

use serde_json::{Value, json};

use super::media::{Media, answer_types, are_of_bytes, error_types};
use super::{Cx, Node, body, references, schema, value};

/// The answers of an operation.
pub(super) fn responses(cx: &Cx<'_>, media: &Media, node: &Value) -> Value {
    let Value::Object(responses) = node else {
        return node.clone();
    };
    let rewritten = responses.iter().map(|(status, node)| {
        let node = if status.starts_with("x-") {
            node.clone()
        } else {
            answer(cx, media, status, node)
        };
        (status.clone(), node)
    });
    rewritten.collect()
}

/// One of the answers that the document shares.
pub(super) fn shared(cx: &Cx<'_>, node: &Value) -> Value {
    let types = answer_types(&cx.media.produces, node.get("schema"));
    with_types(cx, node, types)
}

fn answer(cx: &Cx<'_>, media: &Media, status: &str, node: &Value) -> Value {
    let node = if is_success(status) && media.produces != cx.media.produces {
        // A shared one has the media types of the document, and this operation has others. What is no success keeps those.
        shared_node(cx, node).unwrap_or(node)
    } else {
        node
    };
    let file = file_without_schema(cx, media, status, node);
    let node = file.as_ref().unwrap_or(node);
    let types = media_types(media, status, node);
    with_types(cx, node, types)
}

/// "Response Object": without a schema there is no body. Where an operation itself produces nothing but what no schema says more of, such
/// as a tar, its success is a file all the same: Docker's exports.
fn file_without_schema(cx: &Cx<'_>, media: &Media, status: &str, node: &Value) -> Option<Value> {
    let is_of_bytes = media.produces != cx.media.produces && are_of_bytes(&media.produces);
    let says_more = |node: &Node| node.contains_key("schema") || node.contains_key("$ref");
    let node = node.as_object().filter(|node| !says_more(node))?;
    let file = || {
        let mut node = node.clone();
        node.insert("schema".to_owned(), json!({"type": "file"}));
        Value::Object(node)
    };
    (status == "200" && is_of_bytes).then(file)
}

/// The media types of an answer.
pub(super) fn media_types(media: &Media, status: &str, node: &Value) -> Vec<String> {
    let schema = node.get("schema");
    if is_success(status) {
        answer_types(&media.produces, schema)
    } else {
        error_types(&media.produces, schema)
    }
}

/// What a `$ref` to a shared answer with a body leads to.
fn shared_node<'a>(cx: &Cx<'a>, node: &Value) -> Option<&'a Value> {
    let reference = node.get("$ref")?.as_str()?;
    let shared = references::lookup(cx, reference)?;
    shared.get("schema").map(|_| shared)
}

fn is_success(status: &str) -> bool {
    status.starts_with('2')
}

fn with_types(cx: &Cx<'_>, node: &Value, types: Vec<String>) -> Value {
    let Value::Object(node) = node else {
        return node.clone();
    };
    let mut node = node.clone();
    if node.contains_key("$ref") {
        references::settle(cx, &mut node);
        return Value::Object(node);
    }
    rewrite_headers(cx, &mut node);
    // "Response Object": without a schema there is no body.
    if let Some(schema) = node.shift_remove("schema") {
        let mut content = body::content(types, &schema::schema(cx, &schema));
        move_examples(&mut node, &mut content);
        node.insert("content".to_owned(), content);
    }
    Value::Object(node)
}

fn rewrite_headers(cx: &Cx<'_>, node: &mut Node) {
    if let Some(Value::Object(headers)) = node.get_mut("headers") {
        for header in headers.values_mut() {
            *header = value::header(cx, header);
        }
    }
}

/// "Example Object": one example for each media type. Those of media types that the answer does not have stay.
fn move_examples(node: &mut Node, content: &mut Value) {
    let Some(Value::Object(examples)) = node.get_mut("examples") else {
        return;
    };
    for (name, media) in content.as_object_mut().into_iter().flatten() {
        if let Some(example) = examples.shift_remove(name) {
            media["example"] = json!(example);
        }
    }
    if examples.is_empty() {
        node.shift_remove("examples");
    }
}
