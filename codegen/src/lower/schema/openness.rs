//! Values that a type lists, of which its holder allows others.

use serde_json::Value;

/// Whether a choice stands among schemas that hold of a value together: `anyOf` of an enum and of any text is that enum, and its holder
/// takes other texts than those that it lists.
pub(in crate::lower) fn is_open(holding: &[&Value]) -> bool {
    holding.iter().any(|schema| is_choice(schema))
}

fn is_choice(schema: &Value) -> bool {
    let mut choices = ["anyOf", "oneOf"]
        .iter()
        .filter_map(|word| schema.get(word)?.as_array());
    choices.any(|branches| branches.len() > 1)
}
