//! How the data of an event is written: it is a text, in which there may be JSON.

use std::collections::HashSet;

use serde_json::Value;

use crate::ir::EventData;
use crate::lower::Lowering;
use crate::place::Place;
use crate::specification::media_type::is_json;

/// Keywords that no schema of a text has.
const STRUCTURE: [&str; 4] = ["properties", "additionalProperties", "items", "required"];

/// The data of one kind of event.
#[derive(Clone, Debug)]
pub(super) struct Data {
    /// What describes it; `None` where nothing does.
    pub(super) schema: Option<Place>,
    pub(super) written: EventData,
    /// The kind, where the document names it.
    pub(super) kind: Option<String>,
}

impl Lowering<'_> {
    /// What a schema says of data: `contentSchema` describes the JSON in a text, and a schema of anything else is one of JSON too.
    pub(super) fn event_data(&self, schema: &Place, kind: Option<String>) -> Data {
        let node = self.bundle.follow(schema);
        let media_type = self.bundle.get(&node.child("contentMediaType"));
        let is_json = media_type.and_then(Value::as_str).map(is_json);
        let content = self.stated(node, "contentSchema");
        let (schema, written) = match (is_json, content) {
            (Some(true) | None, Some(content)) => (Some(content), Some(EventData::Json)),
            (Some(true), None) => (None, Some(EventData::Json)),
            (Some(false) | None, _) => (
                Some(schema.clone()),
                self.written(node, &mut HashSet::new()),
            ),
        };
        Data {
            schema: schema.filter(|_| written.is_some()),
            written: written.unwrap_or(EventData::Text),
            kind,
        }
    }

    /// How the values of a schema are written; `None` where it does not say what they are, or was asked before.
    pub(super) fn written(&self, schema: &Place, asked: &mut HashSet<Place>) -> Option<EventData> {
        let place = self.bundle.follow(schema);
        if !asked.insert(place.clone()) {
            return None;
        }
        let node = self.bundle.get(place)?.as_object()?;
        let values = |list: &[Value]| list.iter().filter_map(of_value).reduce(both);
        match (node.get("type"), node.get("enum"), node.get("const")) {
            (Some(Value::Array(names)), _, _) => {
                return names.iter().filter_map(of_type).reduce(both);
            }
            (Some(name), _, _) => return of_type(name),
            (None, Some(Value::Array(list)), _) => return values(list),
            (None, _, Some(value)) => return of_value(value),
            (None, Some(_) | None, None) => {}
        }
        let parts =
            ["oneOf", "anyOf", "allOf"].map(|keyword| self.bundle.elements(&place.child(keyword)));
        let parts = parts.iter().flatten();
        let parts = parts.filter_map(|part| self.written(part, asked));
        let is_structure = STRUCTURE.iter().any(|keyword| node.contains_key(*keyword));
        let own = is_structure.then_some(EventData::Json);
        own.into_iter().chain(parts).reduce(both)
    }
}

fn of_type(name: &Value) -> Option<EventData> {
    match name.as_str()? {
        "null" => None,
        "string" => Some(EventData::Text),
        _ => Some(EventData::Json),
    }
}

fn of_value(value: &Value) -> Option<EventData> {
    match value {
        Value::Null => None,
        Value::String(_) => Some(EventData::Text),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            Some(EventData::Json)
        }
    }
}

/// Both of them.
pub(super) fn both(a: EventData, b: EventData) -> EventData {
    if a == b { a } else { EventData::Mixed }
}
