//! What a node carries along that OpenAPI 3.0 cannot say.

use serde_json::{Map, Value};

/// What their names begin with; a document's own such keys mean nothing to us and are dropped.
const PREFIX: &str = "x-bindgen-";

/// The types that a value may have, where there are several.
pub(crate) const TYPES: &str = "x-bindgen-types";

/// The schemas of the first items of a list.
pub(crate) const PREFIX_ITEMS: &str = "x-bindgen-prefixItems";

/// The schemas that say more of a value on some condition.
pub(crate) const CONDITIONAL: &str = "x-bindgen-conditional";

/// That members that are not declared may be of another kind than `additionalProperties` says.
pub(crate) const OTHER_MEMBERS: &str = "x-bindgen-other-members";

/// What the `$ref` of a schema leads to that says more beside it.
pub(crate) const BASE: &str = "x-bindgen-base";

/// Whether a key is one of ours.
pub(crate) fn is_rider(key: &str) -> bool {
    key.starts_with(PREFIX)
}

/// The node without them.
pub(super) fn without(node: Map<String, Value>) -> Map<String, Value> {
    if node.keys().any(|key| is_rider(key)) {
        node.into_iter().filter(|(key, _)| !is_rider(key)).collect()
    } else {
        node
    }
}
