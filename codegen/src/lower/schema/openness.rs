//! Values that a type lists, of which its holder allows others.

use serde_json::Value;

use super::composed::holding;
use crate::place::Place;
use crate::resolve::Bundle;

/// Whether a choice stands among the schemas that hold together at these places: `anyOf` of an enum and of any text is that enum, and
/// its holder takes other texts than those that it lists.
pub(in crate::lower) fn is_open(bundle: &Bundle, places: &[Place]) -> bool {
    holding(bundle, places).into_iter().any(is_choice)
}

fn is_choice(schema: &Value) -> bool {
    let mut choices = ["anyOf", "oneOf"]
        .iter()
        .filter_map(|word| schema.get(word)?.as_array());
    choices.any(|branches| branches.len() > 1)
}
