//! A node without its children: each is replaced by a `$ref` to its own place.
//!
//! So every node is parsed once, knows where it stands, and does not take its parents down when it is wrong.

use serde_json::{Map, Value};

use crate::place::Place;
use crate::resolve::{Child, Kind, children};

/// What only people or other tools read, or what is read as it stands; a mistake in it is no reason to refuse the node.
const UNREAD: [&str; 7] = [
    "externalDocs",
    "example",
    "examples",
    "links",
    "xml",
    "security",
    "servers",
];

/// Keywords that OpenAPI 3.0 knows with true and false.
const BOOLEAN: [&str; 2] = ["additionalProperties", "unevaluatedProperties"];

/// The node with its children cut out.
pub(super) fn shallow(node: &Map<String, Value>, kind: Kind, place: &Place) -> Map<String, Value> {
    let mut shallow = Map::with_capacity(node.len());
    for (key, value) in node {
        if !UNREAD.contains(&key.as_str())
            && let Some(value) = member(key, value, kind, place)
        {
            shallow.insert(key.clone(), value);
        }
    }
    shallow
}

fn member(key: &str, value: &Value, kind: Kind, place: &Place) -> Option<Value> {
    if let Some(member) = kind.members().filter(|_| !key.starts_with("x-")) {
        return node(value, member, &place.child(key));
    }
    let Some((_, child)) = children(kind).iter().find(|(keyword, _)| *keyword == key) else {
        return Some(value.clone());
    };
    match (child, value) {
        (Child::One(kind), Value::Object(_)) => node(value, *kind, &place.child(key)),
        (Child::One(Kind::Schema), Value::Bool(_)) if !BOOLEAN.contains(&key) => {
            node(value, Kind::Schema, &place.child(key))
        }
        (Child::One(kind) | Child::List(kind), Value::Array(list)) => {
            let place = place.child(key);
            list.iter()
                .enumerate()
                .map(|(index, value)| node(value, *kind, &place.element(index)))
                .collect()
        }
        (Child::Map(kind), Value::Object(map)) => Some(named(map, *kind, &place.child(key))),
        // Of another form: the parser says so.
        (Child::One(_) | Child::List(_) | Child::Map(_), other) => Some(other.clone()),
    }
}

/// Children by name.
fn named(map: &Map<String, Value>, kind: Kind, place: &Place) -> Value {
    let mut children = Map::with_capacity(map.len());
    for (key, value) in map {
        if let Some(value) = node(value, kind, &place.child(key)) {
            children.insert(key.clone(), value);
        }
    }
    Value::Object(children)
}

/// How a child appears in its parent; `None` where the parent is read without it.
fn node(value: &Value, kind: Kind, place: &Place) -> Option<Value> {
    let map = match (value, kind) {
        (Value::Object(map), _) => map,
        // A schema may be true or false (JSON Schema 2020-12, section 4.3.2).
        (Value::Bool(_), Kind::Schema)
        // An empty place in YAML is null.
        | (Value::Null, Kind::Schema | Kind::Response) => return Some(reference(place)),
        (Value::Null, _) => return None,
        (other, _) => return Some(other.clone()),
    };
    match kind {
        Kind::Schema
        | Kind::Parameter
        | Kind::RequestBody
        | Kind::Response
        | Kind::Header
        | Kind::SecurityScheme
        | Kind::PathItem => Some(reference(place)),
        // `openapiv3` knows no references to these.
        Kind::Responses | Kind::MediaType | Kind::Encoding => {
            Some(Value::Object(shallow(map, kind, place)))
        }
        Kind::Operation | Kind::Callback | Kind::Components | Kind::Document => None,
    }
}

fn reference(place: &Place) -> Value {
    Value::Object(Map::from_iter([(
        "$ref".to_owned(),
        Value::String(place.to_string()),
    )]))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::place::FileId;

    fn cut(kind: Kind, value: &Value) -> Value {
        Value::Object(shallow(
            value.as_object().expect("an object"),
            kind,
            &Place::root(FileId::ENTRY),
        ))
    }

    #[test]
    fn children_become_references_to_their_own_places() {
        let schema = json!({"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": false});
        let expected = json!({"type": "object", "properties": {"a": {"$ref": "0#/properties/a"}}, "additionalProperties": false});
        assert_eq!(cut(Kind::Schema, &schema), expected);
    }

    #[test]
    fn a_path_item_is_read_without_its_operations() {
        let item = json!({"summary": "s", "get": {"responses": {}}, "parameters": [{"name": "a", "in": "query"}]});
        assert_eq!(
            cut(Kind::PathItem, &item),
            json!({"summary": "s", "parameters": [{"$ref": "0#/parameters/0"}]})
        );
    }

    #[test]
    fn what_is_inline_in_its_parent_is_cut_below() {
        let operation = json!({"responses": {"200": {"description": ""}, "x-note": {}}});
        assert_eq!(
            cut(Kind::Operation, &operation),
            json!({"responses": {"200": {"$ref": "0#/responses/200"}, "x-note": {}}})
        );
    }
}
