//! Lists.

use serde_json::Value;

use super::flat::Flat;
use super::{At, Sampler};
use crate::place::Place;

/// A list that has to be longer than this is not made.
const LONGEST: f64 = 16.0;

impl<'a> Sampler<'a> {
    pub(super) fn array(&self, flat: &Flat<'a>, at: At<'_>) -> Option<Value> {
        let prefix = self.prefix(flat, at)?;
        if !prefix.is_empty() {
            return Some(Value::Array(prefix));
        }
        let least = flat.least("minItems").unwrap_or_default();
        let most = flat.most("maxItems").unwrap_or(LONGEST);
        if least > LONGEST {
            return None;
        }
        let items = Flat::of(self.bundle, flat.places("items"));
        let item = items.and_then(|items| self.sample_flat(&items, at.below()));
        match item {
            Some(item) if most >= 1.0 => self.repeated(item, least, flat).map(Value::Array),
            Some(_) | None => (least == 0.0).then(|| Value::Array(Vec::new())),
        }
    }

    /// An item for each schema that says what stands where.
    fn prefix(&self, flat: &Flat<'a>, at: At<'_>) -> Option<Vec<Value>> {
        let lists = flat.nodes().iter().filter_map(|(place, node)| {
            let count = node.get("prefixItems")?.as_array()?.len();
            Some((place.child("prefixItems"), count))
        });
        let places =
            lists.flat_map(|(list, count)| (0..count).map(move |index| list.element(index)));
        places
            .map(|place: Place| self.sample_at(&place, at.below()))
            .collect()
    }

    /// As many items as there have to be, each another one where the schema says so.
    fn repeated(&self, item: Value, least: f64, flat: &Flat<'a>) -> Option<Vec<Value>> {
        let mut items = vec![item.clone()];
        let is_unique = flat
            .all("uniqueItems")
            .any(|value| *value == Value::Bool(true));
        while (items.len() as f64) < least {
            let next = match is_unique {
                true => self.other(&items, flat)?,
                false => item.clone(),
            };
            items.push(next);
        }
        Some(items)
    }

    /// An item that is not there yet.
    fn other(&self, items: &[Value], flat: &Flat<'a>) -> Option<Value> {
        let schema = Flat::of(self.bundle, flat.places("items"))?;
        let listed = schema.listed().into_iter().cloned();
        let varied = items
            .first()
            .into_iter()
            .flat_map(|first| (1..20).flat_map(move |number| varied(first, number)));
        let mut others = listed.chain(varied);
        others.find(|value| !items.contains(value) && self.fits_flat(value, &schema))
    }
}

/// Values like another one.
fn varied(value: &Value, number: i64) -> Vec<Value> {
    match value {
        Value::String(text) => {
            let texts = [
                format!("{text}{number}"),
                format!("{number}{text}"),
                number.to_string(),
            ];
            texts.into_iter().map(Value::String).collect()
        }
        Value::Number(known) => vec![Value::from(known.as_i64().unwrap_or_default() + number)],
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => Vec::new(),
    }
}
