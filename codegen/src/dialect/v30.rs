//! Slips in documents of OpenAPI 3.0 that have one obvious meaning.

use serde_json::{Map, Value, json};

use super::types::{ANYTHING, Meant, TYPES, meant};
use super::{parameter, values};
use crate::place::Place;
use crate::specification::Kind;

/// Mends what can be mended in a node.
pub(super) fn mend(kind: Kind, node: &mut Map<String, Value>, place: &Place) {
    match kind {
        Kind::Schema => schema(node),
        Kind::Response => response(node),
        Kind::Operation => operation(node),
        Kind::SecurityScheme => security_scheme(node),
        Kind::Parameter => parameter::mend(node, place),
        Kind::Document
        | Kind::Components
        | Kind::PathItem
        | Kind::RequestBody
        | Kind::Responses
        | Kind::Header
        | Kind::MediaType
        | Kind::Encoding
        | Kind::Callback => {}
    }
}

fn schema(node: &mut Map<String, Value>) {
    name_of_type(node);
    values::mend(node);
    // Which property it goes by is all that a discriminator has to say.
    let names_property = |by: &Value| by.get("propertyName").is_some_and(Value::is_string);
    if node
        .get("discriminator")
        .is_some_and(|by| !names_property(by))
    {
        node.shift_remove("discriminator");
    }
}

/// A type of another language or none at all, which `check` told of.
fn name_of_type(node: &mut Map<String, Value>) {
    let Meant { name, format } = match node.get("type").map(Value::as_str) {
        None => return,
        Some(Some(name)) if TYPES.contains(&name) => return,
        Some(Some(name)) => meant(name).unwrap_or(ANYTHING),
        Some(None) => ANYTHING,
    };
    match name {
        Some(name) => drop(node.insert("type".to_owned(), json!(name))),
        None => drop(node.shift_remove("type")),
    }
    if let Some(format) = format {
        node.entry("format").or_insert(json!(format));
    }
}

/// What 3.0 asks for and later versions do not; `check` told of it.
fn response(node: &mut Map<String, Value>) {
    node.entry("description").or_insert(json!(""));
}

/// Without answers, any success is taken as an empty one.
fn operation(node: &mut Map<String, Value>) {
    node.entry("responses").or_insert(json!({}));
}

/// Where a token comes from is the caller's affair, so that a slip there is none here.
fn security_scheme(node: &mut Map<String, Value>) {
    let kind = node.get("type").and_then(Value::as_str);
    match kind {
        Some("oauth2") => drop(node.insert("flows".to_owned(), json!({}))),
        Some("openIdConnect") => drop(node.insert("openIdConnectUrl".to_owned(), json!(""))),
        Some(_) | None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::FileId;

    fn mended(kind: Kind, node: Value) -> Value {
        let Value::Object(mut node) = node else {
            panic!("a node is an object")
        };
        mend(kind, &mut node, &Place::root(FileId::ENTRY));
        Value::Object(node)
    }

    #[test]
    fn types_of_other_languages_are_those_of_json_schema() {
        for (name, expected) in [
            ("int64", json!({"type": "integer", "format": "int64"})),
            ("any", json!({})),
            ("strng", json!({})),
        ] {
            assert_eq!(mended(Kind::Schema, json!({ "type": name })), expected);
        }
        assert_eq!(mended(Kind::Schema, json!({"type": {}})), json!({}));
    }

    #[test]
    fn an_answer_without_description_gets_an_empty_one() {
        assert_eq!(
            mended(Kind::Response, json!({})),
            json!({"description": ""})
        );
    }
}
