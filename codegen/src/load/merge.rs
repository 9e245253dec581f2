//! YAML's merge key (<https://yaml.org/type/merge.html>).

use serde_json::{Map, Value};

/// The key whose mapping, or mappings, are merged into the one that holds it.
pub(super) const MERGE_KEY: &str = "<<";

/// Adds what the merged mappings say and `map` does not; an earlier one wins over a later one.
pub(super) fn merge(map: &mut Map<String, Value>, merged: Vec<Value>) {
    for value in merged {
        match value {
            Value::Object(members) => members.into_iter().for_each(|(key, value)| {
                map.entry(key).or_insert(value);
            }),
            Value::Array(list) => merge(map, list),
            // Not a merge after all: a mapping may have a key of this name.
            other => drop(map.insert(MERGE_KEY.to_owned(), other)),
        }
    }
}
