//! The nodes below a node.

use serde_json::Value;

use crate::place::Place;
use crate::specification::{Child, Kind, children};

/// The nodes that a node holds.
pub(super) fn below(place: &Place, node: &Value, kind: Kind) -> Vec<(Place, Kind)> {
    let mut found = Vec::new();
    if let (Some(member), Some(members)) = (kind.members(), node.as_object()) {
        found.extend(
            members
                .iter()
                .filter(|(key, _)| !is_extension(key))
                .map(|(key, _)| (place.child(key), member)),
        );
    }
    for &(keyword, child) in children(kind) {
        let Some(value) = node.get(keyword) else {
            continue;
        };
        let place = place.child(keyword);
        match (child, value) {
            (Child::One(kind), Value::Object(_)) => found.push((place, kind)),
            // Older JSON Schemas have a list in `items`.
            (Child::One(kind) | Child::List(kind), Value::Array(list)) => {
                found.extend((0..list.len()).map(|index| (place.element(index), kind)));
            }
            (Child::Map(kind), Value::Object(map)) => {
                if is_reference(value) {
                    continue;
                }
                // Properties may have names that begin with `x-`; elsewhere those are extensions.
                let named = map
                    .keys()
                    .filter(|key| kind == Kind::Schema || !is_extension(key));
                found.extend(named.map(|key| (place.child(key), kind)));
            }
            // A child of another form was told of and mended with its parent.
            (Child::One(_) | Child::List(_) | Child::Map(_), _) => {}
        }
    }
    found
}

/// The maps of nodes that stand elsewhere as a whole, which the specification does not foresee and people write.
pub(super) fn elsewhere(place: &Place, node: &Value, kind: Kind) -> Vec<(Place, Kind)> {
    let holders = children(kind).iter().filter_map(|(keyword, child)| {
        let Child::Map(kind) = child else { return None };
        is_reference(node.get(keyword)?).then(|| (place.child(keyword), *kind))
    });
    holders.collect()
}

fn is_reference(node: &Value) -> bool {
    node.get("$ref").is_some_and(Value::is_string)
}

fn is_extension(key: &str) -> bool {
    key.starts_with("x-")
}
