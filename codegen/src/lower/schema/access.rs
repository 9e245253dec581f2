//! Which way a property travels.

use serde_json::Value;

use crate::ir::Access;

/// What `readOnly` and `writeOnly` say of a property, given all schemas that hold of its value.
pub(super) fn access(holding: &[&Value]) -> Access {
    let is_true = |node: &Value, keyword| node.get(keyword) == Some(&Value::Bool(true));
    let is_one_way = |keyword| holding.iter().any(|node| is_true(node, keyword));
    match (is_one_way("readOnly"), is_one_way("writeOnly")) {
        (true, false) => Access::Answer,
        (false, true) => Access::Request,
        // Both at once contradicts itself (OpenAPI 3.0.3, "Schema Object"); the property then travels both ways.
        (true, true) | (false, false) => Access::Both,
    }
}
