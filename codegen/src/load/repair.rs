//! Changes of a tree where it stands.

use serde_json::Value;

/// What stands at the end of some keywords from now on; nothing does where there is no value.
#[derive(Debug, PartialEq)]
pub(crate) struct Repair {
    pub(crate) at: Vec<String>,
    pub(crate) value: Option<Value>,
}

/// Mends a node.
pub(crate) fn mend(node: &mut Value, repairs: Vec<Repair>) {
    for Repair { at, value } in repairs {
        let Some((last, way)) = at.split_last() else {
            *node = value.unwrap_or_default();
            continue;
        };
        let way = way.iter().try_fold(&mut *node, |node, token| match node {
            Value::Object(map) => map.get_mut(token),
            Value::Array(list) => list.get_mut(token.parse::<usize>().ok()?),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
        });
        match (way, value) {
            (Some(Value::Object(map)), Some(value)) => drop(map.insert(last.clone(), value)),
            (Some(Value::Object(map)), None) => drop(map.shift_remove(last)),
            (Some(Value::Array(list)), value) => set(list, last, value),
            (_, _) => {}
        }
    }
}

/// An element stays where it is, or the places of those behind it would be others than in the text.
fn set(list: &mut [Value], index: &str, value: Option<Value>) {
    let index = index.parse::<usize>().ok();
    if let Some(element) = index.and_then(|index| list.get_mut(index)) {
        *element = value.unwrap_or_default();
    }
}
