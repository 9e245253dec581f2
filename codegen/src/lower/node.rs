//! Reading one node as `openapiv3` types it.

use std::borrow::Cow;

use openapiv3::{AnySchema, ReferenceOr, SchemaData};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::cut;
use crate::diagnostic::{Code, Sink};
use crate::dialect::{self, riders};
use crate::place::Place;
use crate::resolve::Bundle;
use crate::specification::{Child, Kind, children};

/// A schema as `openapiv3` types it. Its own `SchemaKind` picks one of several forms; all keywords side by side lose nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct SchemaNode {
    pub(super) data: SchemaData,
    pub(super) keywords: AnySchema,
}

impl SchemaNode {
    /// What the `$ref` of the schema leads to, where it says more beside one.
    pub(super) fn base(&self) -> Option<Place> {
        self.data
            .extensions
            .get(riders::BASE)?
            .as_str()?
            .parse()
            .ok()
    }

    /// The types that a value may have, where there are several.
    pub(super) fn types(&self) -> Vec<String> {
        let list = self
            .data
            .extensions
            .get(riders::TYPES)
            .and_then(Value::as_array);
        list.into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    }

    /// The schemas of the first items of a list.
    pub(super) fn prefix_items(&self) -> Vec<Place> {
        self.places(riders::PREFIX_ITEMS)
    }

    /// The schemas that say more of a value on some condition.
    pub(super) fn conditional(&self) -> Vec<Place> {
        self.places(riders::CONDITIONAL)
    }

    /// Whether members that are not declared may be of another kind than `additionalProperties` says.
    pub(super) fn has_other_members(&self) -> bool {
        self.data.extensions.contains_key(riders::OTHER_MEMBERS)
    }

    /// Notes that they may be.
    pub(super) fn add_other_members(&mut self) {
        let rider = riders::OTHER_MEMBERS.to_owned();
        self.data.extensions.insert(rider, Value::Bool(true));
    }

    /// Whether it says anything that OpenAPI 3.0 has no keyword for.
    pub(super) fn has_riders(&self) -> bool {
        let mut keys = self.data.extensions.keys();
        keys.any(|key| riders::is_rider(key))
    }

    fn places(&self, rider: &str) -> Vec<Place> {
        let list = self.data.extensions.get(rider).and_then(Value::as_array);
        let references = list
            .into_iter()
            .flatten()
            .filter_map(|item| item.get("$ref")?.as_str());
        references
            .filter_map(|reference| reference.parse().ok())
            .collect()
    }
}

/// Reads the node at a place; what is wrong with it goes to the sink.
pub(super) fn read<T: DeserializeOwned>(
    bundle: &Bundle,
    place: &Place,
    kind: Kind,
    sink: &mut Sink,
) -> Option<T> {
    if bundle.is_dangling(place) {
        return None;
    }
    let node = prepare(bundle, place, kind)?;
    parse(&node, place, kind, sink)
}

/// Reads the node at the end of the chain of `$ref`s that starts at a place, with the description that stands beside these, if one does.
pub(super) fn read_referred<T: DeserializeOwned>(
    bundle: &Bundle,
    place: &Place,
    kind: Kind,
    sink: &mut Sink,
) -> Option<T> {
    let end = bundle.follow(place);
    let Some(said) = bundle.said_beside(place) else {
        return read(bundle, end, kind, sink);
    };
    if bundle.is_dangling(end) {
        return None;
    }
    let mut node = prepare(bundle, end, kind)?;
    node.insert("description".to_owned(), Value::from(said));
    parse(&node, end, kind, sink)
}

/// Reads the schema at a place.
pub(super) fn read_schema(bundle: &Bundle, place: &Place, sink: &mut Sink) -> Option<SchemaNode> {
    if bundle.is_dangling(place) {
        return None;
    }
    let mut node = prepare(bundle, place, Kind::Schema)?;
    let keywords = parse(&node, place, Kind::Schema, sink)?;
    // `SchemaData` copies what it does not know before it drops that: these lists can be long.
    node.retain(|keyword, _| !is_list(keyword));
    let data = parse(&node, place, Kind::Schema, sink)?;
    Some(SchemaNode { data, keywords })
}

/// Whether a keyword of a schema holds other schemas, names or values.
fn is_list(keyword: &str) -> bool {
    let holds_schemas = |(child, _): &(&str, Child)| *child == keyword;
    matches!(keyword, "required" | "enum") || children(Kind::Schema).iter().any(holds_schemas)
}

/// The node in the form of OpenAPI 3.0, its children cut out.
fn prepare(bundle: &Bundle, place: &Place, kind: Kind) -> Option<Map<String, Value>> {
    let node = match (bundle.get(place)?, kind) {
        (Value::Object(node), _) => Cow::Borrowed(node),
        // What is true says nothing, and what is false can hold nothing.
        (Value::Bool(true), Kind::Schema) => Cow::Owned(Map::new()),
        (nothing, Kind::Schema | Kind::Response) if cut::says_nothing(nothing) => {
            Cow::Owned(Map::new())
        }
        (Value::Bool(false), Kind::Schema) => Cow::Owned(Map::from_iter([(
            "not".to_owned(),
            Value::Object(Map::new()),
        )])),
        // What else stands where a node should is told by `check`.
        (_, _) => return None,
    };
    let node = cut::shallow(bundle, &node, kind, place);
    let mut node = dialect::to_openapi30(bundle.version(place), kind, node, place);
    if let Some(target) = bundle.reference(place) {
        node.insert(riders::BASE.to_owned(), Value::String(target.to_string()));
    }
    Some(node)
}

fn parse<T: DeserializeOwned>(
    node: &Map<String, Value>,
    place: &Place,
    kind: Kind,
    sink: &mut Sink,
) -> Option<T> {
    match T::deserialize(node) {
        Ok(typed) => Some(typed),
        Err(error) => {
            let place =
                culprit::<T>(node).map_or_else(|| place.clone(), |keyword| place.child(keyword));
            sink.report(
                Code::Invalid,
                &place,
                format!("this is not {}: {error}", kind.name()),
            );
            None
        }
    }
}

/// The keyword without which the node would be right.
fn culprit<T: DeserializeOwned>(node: &Map<String, Value>) -> Option<&str> {
    node.keys().map(String::as_str).find(|keyword| {
        let mut without = node.clone();
        without.shift_remove(*keyword);
        T::deserialize(&Value::Object(without)).is_ok()
    })
}

/// The place of a child that was cut out.
pub(super) fn place_of<T>(child: &ReferenceOr<T>) -> Option<Place> {
    match child {
        ReferenceOr::Reference { reference } => reference.parse().ok(),
        // Only children of the wrong form stay in, and those do not parse.
        ReferenceOr::Item(_) => None,
    }
}
