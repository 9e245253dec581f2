//! Which way a property travels.

use serde_json::Value;

use crate::ir::Access;
use crate::lower::Lowering;
use crate::place::Place;

use super::composed::holding;

impl Lowering<'_> {
    /// What `readOnly` and `writeOnly` say of a property: in its own schema, in what that refers to, or in a part of its `allOf`, since all
    /// of these hold of its value.
    pub(super) fn access(&self, schemas: &[Place]) -> Access {
        let nodes = holding(self.bundle, schemas);
        let is_true = |node: &Value, keyword| node.get(keyword) == Some(&Value::Bool(true));
        let is_one_way = |keyword| nodes.iter().any(|node| is_true(node, keyword));
        match (is_one_way("readOnly"), is_one_way("writeOnly")) {
            (true, false) => Access::Answer,
            (false, true) => Access::Request,
            // Both at once contradicts itself (OpenAPI 3.0.3, "Schema Object"); the property then travels both ways.
            (true, true) | (false, false) => Access::Both,
        }
    }
}
