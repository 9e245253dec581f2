//! The data of server-sent events.

use serde_json::Value;

use super::flat::Flat;
use super::{MOST_UNIONS, Sampler};
use crate::place::Place;

/// The fields of an event (OpenAPI 3.2.0, "Server-Sent Event Streams").
const FIELDS: [&str; 4] = ["data", "event", "id", "retry"];

impl Sampler<'_> {
    /// What an event of the schema says: what the schema has under `data` where it lists the fields of an event, else a value of its own.
    pub(in crate::witness) fn event_data(&self, schema: &Place) -> Option<Value> {
        let flat = self.first(Flat::of(self.bundle, [schema.clone()])?);
        let names = flat.properties(self.bundle);
        let is_event = names.contains(&"data") && names.iter().all(|name| FIELDS.contains(name));
        if !is_event {
            return self.sample(schema);
        }
        let data = Flat::of(self.bundle, flat.property(self.bundle, "data"))?;
        let content = data.places("contentSchema");
        let schema = content
            .first()
            .cloned()
            .or_else(|| flat.property(self.bundle, "data").first().cloned())?;
        self.sample(&schema)
    }

    /// The schemas with the first of each union.
    fn first<'a>(&'a self, mut flat: Flat<'a>) -> Flat<'a> {
        for _ in 0..MOST_UNIONS {
            let next = flat
                .union()
                .and_then(|(_, branches)| flat.with(self.bundle, branches.first()?));
            let Some(next) = next else { break };
            flat = next;
        }
        flat
    }
}
