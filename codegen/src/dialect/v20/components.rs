//! What a document shares: four members in 2.0, one with sections in 3.0.

use serde_json::Value;

use super::parameters::{Role, followed, role};
use super::{Cx, Node, answers, body, schema, security, value};

/// The sections. Documents on their way from 2.0 to 3.0 have some already, which are kept.
pub(super) fn components(cx: &Cx<'_>) -> Node {
    let mut components = members(cx, "components").cloned().unwrap_or_default();
    let schemas = each(cx, "definitions", |node| schema::schema(cx, node));
    let responses = each(cx, "responses", |node| answers::shared(cx, node));
    let schemes = each(cx, "securityDefinitions", security::scheme);
    let (parameters, bodies) = parameters(cx);
    add(&mut components, "schemas", schemas);
    add(&mut components, "responses", responses);
    add(&mut components, "parameters", parameters);
    add(&mut components, "requestBodies", bodies);
    add(&mut components, "securitySchemes", schemes);
    components
}

fn members<'a>(cx: &Cx<'a>, key: &str) -> Option<&'a Node> {
    cx.root.get(key)?.as_object()
}

fn each(cx: &Cx<'_>, key: &str, rewrite: impl Fn(&Value) -> Value) -> Node {
    let members = members(cx, key).into_iter().flatten();
    members
        .map(|(name, node)| (name.clone(), rewrite(node)))
        .collect()
}

fn add(components: &mut Node, section: &str, found: Node) {
    if found.is_empty() {
        return;
    }
    match components.get_mut(section) {
        Some(Value::Object(known)) => known.extend(found),
        Some(_) | None => drop(components.insert(section.to_owned(), Value::Object(found))),
    }
}

/// "Parameters Definitions Object": parameters and bodies. A field of a form is nothing on its own in 3.0; the operations that refer
/// to one have it in their bodies.
fn parameters(cx: &Cx<'_>) -> (Node, Node) {
    let (mut parameters, mut bodies) = (Node::new(), Node::new());
    for (name, node) in members(cx, "parameters").into_iter().flatten() {
        match (role(cx, node), followed(cx, node).0) {
            (Role::Body, Value::Object(node)) => {
                let body = body::body(cx, &cx.media.consumes, node);
                bodies.insert(name.clone(), body);
            }
            (Role::Form, _) => {}
            (Role::Body | Role::Plain, _) => {
                parameters.insert(name.clone(), value::parameter(cx, node));
            }
        }
    }
    (parameters, bodies)
}
