//! The data of server-sent events.

use serde_json::Value;

use super::Sampler;
use super::flat::Flat;
use crate::place::Place;

/// The fields of an event (OpenAPI 3.2.0, "Server-Sent Event Streams").
const FIELDS: [&str; 4] = ["data", "event", "id", "retry"];

/// So many kinds of events are tried.
const MOST_KINDS: usize = 16;

impl<'a> Sampler<'a> {
    /// What events of the schema say, one of each kind: what a kind has under `data` where it lists the fields of an event, else values of
    /// its own.
    pub(in crate::witness) fn event_data(&self, schema: &Place) -> Vec<Value> {
        let Some(flat) = Flat::of(self.bundle, [schema.clone()]) else {
            return Vec::new();
        };
        let mut kinds = Vec::new();
        self.add_kinds(flat, &mut kinds);
        let said: Vec<Value> = if kinds.iter().all(|kind| self.is_event(kind)) {
            kinds.iter().filter_map(|kind| self.data(kind)).collect()
        } else {
            self.each(schema)
        };
        distinct(said)
    }

    /// The schema with one of each of its unions, in every way.
    fn add_kinds(&self, flat: Flat<'a>, kinds: &mut Vec<Flat<'a>>) {
        let Some((_, branches)) = flat.union() else {
            return kinds.push(flat);
        };
        for branch in &branches {
            if kinds.len() < MOST_KINDS
                && let Some(flat) = flat.with(self.bundle, branch)
            {
                self.add_kinds(flat, kinds);
            }
        }
    }

    fn is_event(&self, kind: &Flat<'a>) -> bool {
        let names = kind.properties(self.bundle);
        names.contains(&"data") && names.iter().all(|name| FIELDS.contains(name))
    }

    /// What one kind of events says. What stands beside the kinds comes first, so that the last is the kind's own.
    fn data(&self, kind: &Flat<'a>) -> Option<Value> {
        let places = kind.property(self.bundle, "data");
        let content = Flat::of(self.bundle, places.clone())?.places("contentSchema");
        self.sample(content.last().or(places.last())?)
    }
}

fn distinct(values: Vec<Value>) -> Vec<Value> {
    let mut found: Vec<Value> = Vec::new();
    for value in values {
        if !found.contains(&value) {
            found.push(value);
        }
    }
    found
}
