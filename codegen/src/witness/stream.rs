//! Answers that arrive item by item.

use serde_json::Value;

use super::parameter::examples;
use super::sample::{Extent, Sampler, Way};
use crate::place::Place;
use crate::resolve::Bundle;

/// Whether a body of the media type is one item after the other.
pub(super) fn is_sequence(media_type: &str) -> bool {
    const NAMES: [&str; 6] = [
        "event-stream",
        "json-seq",
        "jsonl",
        "ndjson",
        "stream+json",
        "json-lines",
    ];
    NAMES.iter().any(|name| media_type.contains(name))
}

/// Items that may come: of events, their data, of each kind.
pub(super) fn items(bundle: &Bundle, media_type: &str, holder: &Place) -> Vec<Value> {
    let sampler = Sampler::new(bundle, Way::Answer, Extent::Full);
    let item = holder.child("itemSchema");
    let is_stated = bundle.get(&item).is_some();
    let schema = if is_stated {
        item
    } else {
        holder.child("schema")
    };
    if media_type.contains("event-stream") {
        // A `schema` of a list is that of all events together (OpenAPI 3.2.0, "Sequential Media Types").
        let items = bundle.follow(&schema).child("items");
        let is_list = !is_stated && bundle.get(&items).is_some();
        return sampler.event_data(if is_list { &items } else { &schema });
    }
    let value = sampler.given_or_made(examples(bundle, holder), &schema);
    match value {
        // So is one of any other items.
        Some(Value::Array(items)) if !is_stated => items,
        value => value.into_iter().collect(),
    }
}
