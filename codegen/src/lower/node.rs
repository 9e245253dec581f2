//! Reading one node as `openapiv3` types it.

use openapiv3::{AnySchema, ReferenceOr, SchemaData};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::cut;
use crate::diagnostic::{Code, Sink};
use crate::dialect;
use crate::place::Place;
use crate::resolve::{Bundle, Kind};

/// A schema as `openapiv3` types it. Its own `SchemaKind` picks one of several forms; all keywords side by side lose nothing.
#[derive(Clone, Debug)]
pub(super) struct SchemaNode {
    pub(super) data: SchemaData,
    pub(super) keywords: AnySchema,
}

/// Reads the node at a place; what is wrong with it goes to the sink.
pub(super) fn read<T: DeserializeOwned>(bundle: &Bundle, place: &Place, kind: Kind, sink: &mut Sink) -> Option<T> {
    let node = prepare(bundle, place, kind, sink)?;
    parse(&node, place, kind, sink)
}

/// Reads the schema at a place.
pub(super) fn read_schema(bundle: &Bundle, place: &Place, sink: &mut Sink) -> Option<SchemaNode> {
    let node = prepare(bundle, place, Kind::Schema, sink)?;
    Some(SchemaNode {
        keywords: parse(&node, place, Kind::Schema, sink)?,
        data: parse(&node, place, Kind::Schema, sink)?,
    })
}

/// The node in the form of OpenAPI 3.0, its children cut out.
fn prepare(bundle: &Bundle, place: &Place, kind: Kind, sink: &mut Sink) -> Option<Map<String, Value>> {
    let value = bundle.get(place)?;
    let Some(node) = value.as_object() else {
        sink.report(Code::Invalid, place, format!("{} should stand here", kind.name()));
        return None;
    };
    Some(dialect::to_openapi30(bundle.version(place), kind, cut::shallow(node, kind, place), place, sink))
}

fn parse<T: DeserializeOwned>(node: &Map<String, Value>, place: &Place, kind: Kind, sink: &mut Sink) -> Option<T> {
    match T::deserialize(&Value::Object(node.clone())) {
        Ok(typed) => Some(typed),
        Err(error) => {
            let place = culprit::<T>(node).map_or_else(|| place.clone(), |keyword| place.child(keyword));
            sink.report(Code::Invalid, &place, format!("this is not {}: {error}", kind.name()));
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
