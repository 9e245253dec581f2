//! Booleans that say what their holder is.

use serde_json::Value;

/// The one boolean that schemas which hold of a value together list (`enum: [true]`, `const: true`): it is there to tell its holder from
/// others, as `ok: true` tells a success from a failure.
pub(in crate::lower) fn flag(holding: &[&Value]) -> Option<bool> {
    holding.iter().find_map(|node| only(node))
}

fn only(node: &Value) -> Option<bool> {
    let constant = node.get("const").and_then(Value::as_bool);
    constant.or_else(|| {
        let listed = node.get("enum")?.as_array()?;
        let mut values = listed.iter().filter(|value| !value.is_null());
        let first = values.next()?.as_bool()?;
        values.all(|value| *value == first).then_some(first)
    })
}
