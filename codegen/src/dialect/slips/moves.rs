//! Schemas that stand one level too high, as Swagger 2.0 has them or as people leave `schema` out.

use serde_json::{Map, Value};

use super::{Met, Slip};
use crate::diagnostic::Code;
use crate::dialect::v20;
use crate::load::Repair;
use crate::place::Pointer;
use crate::specification::{Kind, object};

/// The keywords of a schema that a media type with a schema in its place has at least one of.
const OF_SCHEMAS: [&str; 8] = [
    "type",
    "properties",
    "items",
    "additionalProperties",
    "allOf",
    "oneOf",
    "anyOf",
    "enum",
];

/// What stands in another place than it has in 3.0.
pub(super) fn of(met: &Met<'_>, node: &Map<String, Value>) -> Vec<Slip> {
    match met.kind {
        Kind::MediaType => media_type(node).into_iter().collect(),
        Kind::Response => response(node).into_iter().collect(),
        Kind::Document => servers(met.node, node),
        Kind::Components
        | Kind::PathItem
        | Kind::Operation
        | Kind::Parameter
        | Kind::RequestBody
        | Kind::Responses
        | Kind::Header
        | Kind::Encoding
        | Kind::Callback
        | Kind::Schema
        | Kind::SecurityScheme => Vec::new(),
    }
}

/// Where a node stands in the text: the way to it without the keywords that are not there.
pub(crate) fn original(root: &Value, _: &Pointer, node: &Pointer) -> Pointer {
    let (mut found, mut here) = (Pointer::root(), root);
    for token in node.tokens() {
        let next = match here {
            Value::Object(map) => map.get(&*token),
            Value::Array(list) => token.parse::<usize>().ok().and_then(|it| list.get(it)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
        };
        if let Some(next) = next {
            found = found.child(&token);
            here = next;
        }
    }
    found
}

/// A schema, or a `$ref` to one, where a media type has one under `schema`.
fn media_type(node: &Map<String, Value>) -> Option<Slip> {
    let reference = node.get("$ref").and_then(Value::as_str);
    let is_schema = match reference {
        Some(text) => text.contains("#/components/schemas/"),
        None => OF_SCHEMAS.iter().any(|keyword| node.contains_key(*keyword)),
    };
    if !is_schema || node.contains_key("schema") {
        return None;
    }
    let is_own = |key: &String| {
        let object = object(Kind::MediaType);
        key.starts_with("x-") || object.is_some_and(|it| it.field(key).is_some())
    };
    let members = node.iter().map(|(key, value)| (key.clone(), value.clone()));
    let (mut media, schema): (Map<_, _>, Map<_, _>) = members.partition(|(key, _)| is_own(key));
    media.insert("schema".to_owned(), Value::Object(schema));
    let message = "a media type should stand here; this is read as its `schema`".to_owned();
    Some(moved(&[], Code::OtherForm, message, Value::Object(media)))
}

/// An answer of 2.0.
fn response(node: &Map<String, Value>) -> Option<Slip> {
    if node.contains_key("content") {
        return None;
    }
    let mut node = node.clone();
    let schema = node.shift_remove("schema")?;
    let content = v20::content(&schema);
    let name = content.as_object()?.keys().next()?;
    let message =
        format!("`schema` of an answer is of Swagger 2.0; it is read as that of `{name}`");
    node.insert("content".to_owned(), content);
    let mut slip = moved(&["schema"], Code::OtherVersion, message, Value::Null);
    slip.repairs = vec![whole(Value::Object(node))];
    Some(slip)
}

/// The pieces of which 2.0 puts servers together; they say nothing beside `servers`.
fn servers(root: &Value, node: &Map<String, Value>) -> Vec<Slip> {
    let pieces = ["host", "basePath", "schemes"].into_iter();
    let stated = pieces.filter(|keyword| node.contains_key(*keyword));
    let listed = node.get("servers").and_then(Value::as_array);
    let (made, taken) = match (listed, v20::servers(root)) {
        (Some(servers), _) if !servers.is_empty() => (None, "`servers` says what it would"),
        (_, Some(made)) => (Some(made), "it is read as a part of `servers`"),
        (_, None) => (
            None,
            "it says nothing without `host` or `basePath`, and is ignored",
        ),
    };
    let mut slips: Vec<Slip> = stated
        .map(|keyword| {
            let message = format!("`{keyword}` is a keyword of Swagger 2.0; {taken}");
            Slip::new(&[keyword], Code::OtherVersion, message, None)
        })
        .collect();
    if let (Some(slip), Some(made)) = (slips.last_mut(), made) {
        slip.repairs.push(Repair {
            at: vec!["servers".to_owned()],
            value: Some(made),
        });
    }
    slips
}

fn moved(at: &[&str], code: Code, message: String, value: Value) -> Slip {
    let mut slip = Slip::new(at, code, message, Some(value));
    slip.original = Some(original);
    slip
}

fn whole(value: Value) -> Repair {
    Repair {
        at: Vec::new(),
        value: Some(value),
    }
}
