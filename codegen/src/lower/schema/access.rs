//! Which way a property travels.

use std::collections::HashSet;

use serde_json::Value;

use crate::ir::Access;
use crate::lower::Lowering;
use crate::place::Place;
use crate::resolve::Bundle;

impl Lowering<'_> {
    /// What `readOnly` and `writeOnly` say of a property: in its own schema, in what that refers to, or in a part of its `allOf`, since all
    /// of these hold of its value.
    pub(super) fn access(&self, schemas: &[Place]) -> Access {
        let is_one_way = |keyword| says(self.bundle, schemas, keyword);
        match (is_one_way("readOnly"), is_one_way("writeOnly")) {
            (true, false) => Access::Answer,
            (false, true) => Access::Request,
            // Both at once contradicts itself (OpenAPI 3.0.3, "Schema Object"); the property then travels both ways.
            (true, true) | (false, false) => Access::Both,
        }
    }
}

/// Whether a keyword is true in any of the schemas that hold together.
fn says(bundle: &Bundle, schemas: &[Place], keyword: &str) -> bool {
    let mut seen = HashSet::new();
    let mut pending = schemas.to_vec();
    while let Some(place) = pending.pop() {
        if !seen.insert(place.clone()) {
            continue;
        }
        let Some(node) = bundle.get(&place) else {
            continue;
        };
        if node.get(keyword) == Some(&Value::Bool(true)) {
            return true;
        }
        pending.extend(bundle.reference(&place).cloned());
        let parts = node
            .get("allOf")
            .and_then(Value::as_array)
            .map_or(0, Vec::len);
        pending.extend((0..parts).map(|index| place.child("allOf").element(index)));
    }
    false
}
