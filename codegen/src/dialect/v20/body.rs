//! Bodies of requests, which are parameters in 2.0 ("Parameter Object").

use serde_json::{Value, json};

use super::media::{self, Media};
use super::parameters::{Moved, Payload};
use super::{Cx, Node, form, value};

/// The body of an operation's request.
pub(super) fn request(cx: &Cx<'_>, media: &Media, payload: &Payload<'_>) -> Value {
    match payload {
        Payload::Body(Moved {
            node,
            shared,
            owner: _,
            index: _,
        }) => match shared {
            Some(name) if media.consumes == cx.media.consumes => {
                json!({ "$ref": format!("#/components/requestBodies/{name}") })
            }
            // A shared one has the media types of the document, and this operation has others.
            Some(_) | None => body(cx, &media.consumes, node),
        },
        Payload::Form(fields) => form::form(cx, &media.consumes, fields.iter().map(|it| it.node)),
    }
}

/// A parameter that is the whole body.
pub(super) fn body(cx: &Cx<'_>, consumes: &[String], node: &Node) -> Value {
    let types = types(consumes, node);
    let (mut rest, schema) = value::split(cx, node);
    rest.shift_remove("name");
    rest.shift_remove("in");
    rest.insert("content".to_owned(), content(types, &schema));
    Value::Object(rest)
}

/// The media types of a body parameter.
pub(super) fn types(consumes: &[String], node: &Node) -> Vec<String> {
    media::types(consumes, node.get("schema"))
}

/// The same schema for each media type.
pub(super) fn content(types: Vec<String>, schema: &Value) -> Value {
    let each = |name| (name, json!({ "schema": schema }));
    types.into_iter().map(each).collect()
}
