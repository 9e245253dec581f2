//! References within the document.
//!
//! Those to definitions and other shared parts are left as they are: [`super::moved`] says where these lead. Bundlers also write
//! references into operations, where things move in ways that only the document tells; those are written anew.

use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use super::parameters::{Role, role};
use super::{Cx, Node, answers, body};

/// The node that a reference within the document names.
pub(super) fn lookup<'a>(cx: &Cx<'a>, reference: &str) -> Option<&'a Value> {
    let pointer = percent_decode_str(reference.strip_prefix('#')?).decode_utf8_lossy();
    cx.root.pointer(&pointer)
}

/// Writes the `$ref` of a node anew where that is needed.
pub(super) fn settle(cx: &Cx<'_>, node: &mut Node) {
    let Some(text) = node.get("$ref").and_then(Value::as_str) else {
        return;
    };
    let Some(pointer) = text.strip_prefix("#/") else {
        return;
    };
    let tokens: Vec<&str> = pointer.split('/').collect();
    if let Some(tokens) = rerouted(cx, &tokens) {
        let text = format!("#/{}", tokens.join("/"));
        node.insert("$ref".to_owned(), json!(text));
    }
}

/// The way to where the node at the end of `tokens`, as they are written, stands in 3.0; `None` where nobody has to know the document to
/// tell.
fn rerouted(cx: &Cx<'_>, tokens: &[&str]) -> Option<Vec<String>> {
    match tokens {
        ["responses", name, "schema", rest @ ..] => {
            let node = at(cx, &["responses", name])?;
            let types = super::media::answer_types(&cx.media.produces, node.get("schema"));
            way(&["components", "responses", name], &types, rest)
        }
        ["parameters", name, "schema", rest @ ..] => {
            let types = body_types(cx, &cx.media.consumes, &["parameters", name])?;
            way(&["components", "requestBodies", name], &types, rest)
        }
        ["paths", path, "parameters", index, rest @ ..] => {
            parameter(cx, &["paths", path, "parameters"], index, rest)
        }
        ["paths", path, method, rest @ ..] => operation(cx, &["paths", path, method], rest),
        _ => None,
    }
}

/// The same for what stands in the operation at `to`.
fn operation(cx: &Cx<'_>, to: &[&str], tokens: &[&str]) -> Option<Vec<String>> {
    let media = cx.media.of_operation(at(cx, to)?);
    match tokens {
        ["responses", status, "schema", rest @ ..] => {
            let to = [to, &["responses", status]].concat();
            let types = answers::media_types(&media, status, at(cx, &to)?);
            way(&to, &types, rest)
        }
        ["parameters", index, "schema", rest @ ..] => {
            let from = [to, &["parameters", index]].concat();
            let types = body_types(cx, &media.consumes, &from)?;
            way(&[to, &["requestBody"]].concat(), &types, rest)
        }
        ["parameters", index, rest @ ..] => {
            parameter(cx, &[to, &["parameters"]].concat(), index, rest)
        }
        _ => None,
    }
}

fn at<'a>(cx: &Cx<'a>, tokens: &[&str]) -> Option<&'a Value> {
    lookup(cx, &format!("#/{}", tokens.join("/")))
}

fn body_types(cx: &Cx<'_>, consumes: &[String], tokens: &[&str]) -> Option<Vec<String>> {
    let node = at(cx, tokens)?;
    (role(cx, node) == Role::Body).then_some(())?;
    Some(body::types(consumes, node.as_object()?))
}

/// The way to the schema of a body's first media type, and on from there.
fn way(to: &[&str], types: &[String], rest: &[&str]) -> Option<Vec<String>> {
    // As RFC 6901, section 3, and RFC 3986, section 2.4, write it in a fragment.
    let name = types.first()?.replace('%', "%25").replace('~', "~0");
    let name = name.replace('/', "~1");
    Some(owned(&[to, &["content", &name, "schema"], rest].concat()))
}

/// The way to a parameter in a list that its body has left.
fn parameter(cx: &Cx<'_>, list: &[&str], index: &str, rest: &[&str]) -> Option<Vec<String>> {
    let index: usize = index.parse().ok()?;
    let before = at(cx, list)?.as_array()?.get(..index)?;
    let gone = before
        .iter()
        .filter(|node| role(cx, node) != Role::Plain)
        .count();
    let index = (index - gone).to_string();
    // The items of a parameter are in its schema now.
    let schema: &[&str] = if rest.first() == Some(&"items") {
        &["schema"]
    } else {
        &[]
    };
    Some(owned(&[list, &[index.as_str()], schema, rest].concat()))
}

fn owned(tokens: &[&str]) -> Vec<String> {
    tokens.iter().map(|token| (*token).to_owned()).collect()
}
