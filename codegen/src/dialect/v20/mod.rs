//! Swagger 2.0, rewritten as OpenAPI 3.0 right after it is read.
//!
//! The later versions are turned node by node; here parts move between nodes (a body is a parameter in 2.0, media types are stated once for
//! all operations), so that a document is rewritten as a whole. What is not of the form that 2.0 gives it is passed through, for the
//! stages behind this one to report. Sections named in comments are those of the Swagger 2.0 specification.

mod answers;
mod body;
mod components;
mod form;
mod media;
mod operation;
mod parameters;
mod pointers;
mod references;
mod schema;
mod security;
mod servers;
mod value;
mod written;

pub(crate) use pointers::moved;
pub(crate) use servers::of_document as servers;
pub(crate) use value::style;
pub(crate) use written::original;

use serde_json::{Map, Value, json};

use crate::specification::Kind;
use media::Media;

/// Where Azure's documents have paths that differ from others by their query.
const AZURE_PATHS: &str = "x-ms-paths";

/// A node of the form that nearly all of them have.
type Node = Map<String, Value>;

/// What there is to know of the document while a part of it is rewritten.
struct Cx<'a> {
    /// The document as it was read.
    root: &'a Value,
    media: Media,
}

impl<'a> Cx<'a> {
    fn of(root: &'a Value) -> Self {
        Self {
            root,
            media: Media::of_document(root),
        }
    }
}

/// Turns a whole document into one of OpenAPI 3.0.3.
pub(crate) fn document(root: Value) -> Value {
    let Value::Object(members) = &root else {
        return root;
    };
    let cx = Cx::of(&root);
    let mut rewritten = Node::from_iter([("openapi".to_owned(), json!("3.0.3"))]);
    for (key, value) in members.iter().filter(|(key, _)| !is_moved(key)) {
        rewritten.insert(key.clone(), member(&cx, key, value));
    }
    if let Some(servers) = servers::of_document(&root) {
        rewritten.insert("servers".to_owned(), servers);
    }
    let components = components::components(&cx);
    if !components.is_empty() {
        rewritten.insert("components".to_owned(), Value::Object(components));
    }
    Value::Object(rewritten)
}

/// Turns a part that stands in a file of its own, to which a document of 2.0 refers. Such a file says no media types, which makes
/// them JSON; what is in the form of 3.0 already stays as it is.
pub(crate) fn part(kind: Kind, node: &Value) -> Value {
    let cx = Cx::of(&Value::Null);
    match kind {
        Kind::PathItem => operation::path_item(&cx, node),
        Kind::Operation => operation::operation(&cx, node, &parameters::Sorted::default()),
        Kind::Parameter => value::parameter(&cx, node),
        Kind::Responses => answers::responses(&cx, &cx.media, node),
        Kind::Response => answers::shared(&cx, node),
        Kind::Header => value::header(&cx, node),
        Kind::Schema => schema::schema(&cx, node),
        Kind::SecurityScheme => security::scheme(node),
        // 2.0 has none of these, or has them in no file but the document's own.
        Kind::Document
        | Kind::Components
        | Kind::RequestBody
        | Kind::MediaType
        | Kind::Encoding
        | Kind::Callback => node.clone(),
    }
}

/// The body of an operation of a later version, all the same in the way of this one: a parameter, or fields of a form.
pub(crate) fn request_body(root: &Value, item: Option<&Value>, operation: &Value) -> Option<Value> {
    let cx = Cx::of(root);
    let media = cx.media.of_operation(operation);
    let sorted = |owner, node| parameters::sorted(&cx, owner, node);
    let inherited = item.map(|item| sorted(parameters::Owner::PathItem, item));
    let own = sorted(parameters::Owner::Operation, operation);
    let payload = own.payload(&inherited.unwrap_or_default())?;
    Some(body::request(&cx, &media, &payload))
}

/// The content of an answer with that schema, of which nobody says a media type.
pub(crate) fn content(schema: &Value) -> Value {
    body::content(media::answer_types(&[], Some(schema)), schema)
}

/// Whether the document's member of that name has another place in 3.0.
fn is_moved(key: &str) -> bool {
    const MOVED: [&str; 12] = [
        AZURE_PATHS,
        "swagger",
        "host",
        "basePath",
        "schemes",
        "consumes",
        "produces",
        "definitions",
        "parameters",
        "responses",
        "securityDefinitions",
        "components",
    ];
    MOVED.contains(&key)
}

fn member(cx: &Cx<'_>, key: &str, value: &Value) -> Value {
    match (key, value) {
        ("paths", Value::Object(paths)) => paths
            .iter()
            .chain(azure_paths(cx.root, paths))
            .map(|(path, item)| (path.clone(), path_or_extension(cx, path, item)))
            .collect(),
        (_, other) => other.clone(),
    }
}

/// The paths that stand apart in Azure's documents, since they differ from others by their query alone.
fn azure_paths<'a>(
    root: &'a Value,
    paths: &'a Node,
) -> impl Iterator<Item = (&'a String, &'a Value)> {
    let apart = root.get(AZURE_PATHS).and_then(Value::as_object);
    let apart = apart.into_iter().flatten();
    apart.filter(|(path, _)| !paths.contains_key(*path))
}

fn path_or_extension(cx: &Cx<'_>, path: &str, item: &Value) -> Value {
    if path.starts_with("x-") {
        item.clone()
    } else {
        operation::path_item(cx, item)
    }
}

/// The text of a member, where it has one.
fn text<'a>(node: &'a Node, key: &str) -> Option<&'a str> {
    node.get(key).and_then(Value::as_str)
}

#[cfg(test)]
mod tests;
