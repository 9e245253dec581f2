//! A node without its children: each is replaced by a `$ref` to its own place.
//!
//! So every node is parsed once, knows where it stands, and does not take its parents down when it is wrong.

use serde_json::{Map, Value};

use crate::place::Place;
use crate::resolve::Bundle;
use crate::specification::{Child, Kind, children};

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
pub(super) fn shallow(
    bundle: &Bundle,
    node: &Map<String, Value>,
    kind: Kind,
    place: &Place,
) -> Map<String, Value> {
    let mut shallow = Map::with_capacity(node.len());
    for (key, value) in node {
        if !UNREAD.contains(&key.as_str())
            && let Some(value) = member(bundle, key, value, kind, place)
        {
            shallow.insert(key.clone(), value);
        }
    }
    shallow
}

fn member(bundle: &Bundle, key: &str, value: &Value, kind: Kind, place: &Place) -> Option<Value> {
    let node = |value: &Value, kind, place: &Place| node(bundle, value, kind, place);
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
        (Child::One(_) | Child::Map(_), Value::Array(_)) if says_nothing(value) => None,
        (Child::One(kind) | Child::List(kind), Value::Array(list)) => {
            let place = place.child(key);
            let elements = list.iter().enumerate();
            let nodes =
                elements.filter_map(|(index, value)| node(value, *kind, &place.element(index)));
            Some(nodes.collect())
        }
        (Child::Map(kind), Value::Object(map)) => {
            Some(named(bundle, map, *kind, &place.child(key)))
        }
        // Of another form, which is none of a keyword that is read.
        (Child::One(_) | Child::List(_) | Child::Map(_), other) => Some(other.clone()),
    }
}

/// Children by name. The map may stand elsewhere as a whole.
fn named(bundle: &Bundle, map: &Map<String, Value>, kind: Kind, place: &Place) -> Value {
    let place = bundle.follow(place);
    let map = bundle.get(place).and_then(Value::as_object).unwrap_or(map);
    let mut children = Map::with_capacity(map.len());
    for (key, value) in map {
        if let Some(value) = node(bundle, value, kind, &place.child(key)) {
            children.insert(key.clone(), value);
        }
    }
    Value::Object(children)
}

/// Whether a value says nothing where a node belongs: an empty place in YAML is null, and PHP writes an empty object as an empty list.
pub(super) fn says_nothing(value: &Value) -> bool {
    value.is_null() || value.as_array().is_some_and(Vec::is_empty)
}

/// How a child appears in its parent; `None` where the parent is read without it.
fn node(bundle: &Bundle, value: &Value, kind: Kind, place: &Place) -> Option<Value> {
    let map = match (value, kind) {
        (Value::Object(map), _) => map,
        // A schema may be true or false (JSON Schema 2020-12, section 4.3.2).
        (Value::Bool(_), Kind::Schema) => return Some(reference(place)),
        (nothing, Kind::Schema | Kind::Response) if says_nothing(nothing) => {
            return Some(reference(place));
        }
        // `check` tells of it.
        (_, _) => return None,
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
            let place = bundle.follow(place);
            let map = bundle.get(place).and_then(Value::as_object).unwrap_or(map);
            Some(Value::Object(shallow(bundle, map, kind, place)))
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
    use crate::diagnostic::Sink;
    use crate::place::FileId;
    use crate::resolve::bundle_of_text;

    /// The node of that kind at `keyword` of a document, its children cut out.
    fn cut(kind: Kind, keyword: &str, value: &Value) -> Value {
        let document = json!({ "openapi": "3.0.3", keyword: value });
        let bundle = bundle_of_text(document.to_string(), &mut Sink::default());
        let node = value.as_object().expect("an object");
        let place = Place::root(FileId::ENTRY).child(keyword);
        Value::Object(shallow(&bundle, node, kind, &place))
    }

    #[test]
    fn children_become_references_to_their_own_places() {
        let schema = json!({"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": false});
        let expected = json!({"type": "object", "properties": {"a": {"$ref": "0#/x/properties/a"}}, "additionalProperties": false});
        assert_eq!(cut(Kind::Schema, "x", &schema), expected);
    }

    #[test]
    fn a_path_item_is_read_without_its_operations() {
        let item = json!({"summary": "s", "get": {"responses": {}}, "parameters": [{"name": "a", "in": "query"}]});
        assert_eq!(
            cut(Kind::PathItem, "x", &item),
            json!({"summary": "s", "parameters": [{"$ref": "0#/x/parameters/0"}]})
        );
    }

    #[test]
    fn what_is_inline_in_its_parent_is_cut_below() {
        let operation = json!({"responses": {"200": {"description": ""}, "x-note": {}}});
        assert_eq!(
            cut(Kind::Operation, "x", &operation),
            json!({"responses": {"200": {"$ref": "0#/x/responses/200"}, "x-note": {}}})
        );
    }

    #[test]
    fn what_is_inline_may_stand_elsewhere() {
        let components = json!({
            "requestBodies": {"A": {"content": {"$ref": "#/components/x-content"}}},
            "x-content": {"a/b": {"schema": {}}}
        });
        let body = json!({"content": {"$ref": "#/components/x-content"}});
        let place = Place::root(FileId::ENTRY).below(&["components", "requestBodies", "A"]);
        let document = json!({ "openapi": "3.0.3", "components": components });
        let bundle = bundle_of_text(document.to_string(), &mut Sink::default());
        let node = body.as_object().expect("an object");
        assert_eq!(
            Value::Object(shallow(&bundle, node, Kind::RequestBody, &place)),
            json!({"content": {"a/b": {"schema": {"$ref": "0#/components/x-content/a~1b/schema"}}}})
        );
    }
}
