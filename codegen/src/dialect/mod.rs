//! From a node of any version to a node of OpenAPI 3.0, which is what `openapiv3` reads.
//!
//! A node comes alone, its children cut out. What 3.0 cannot say rides along under keys that begin with `x-bindgen-`.
//! Slips of real documents are mended here, each with a warning.

mod v30;

use serde_json::{Map, Value};

use crate::diagnostic::Sink;
use crate::place::Place;
use crate::resolve::{Kind, Version};

/// The prefix of our own riders; a document's own such keys mean nothing to us and are dropped.
const RIDER: &str = "x-bindgen-";

/// Turns a node, given without its children, into one of OpenAPI 3.0.
pub(crate) fn to_openapi30(
    version: Version,
    kind: Kind,
    node: Map<String, Value>,
    place: &Place,
    sink: &mut Sink,
) -> Map<String, Value> {
    let mut node = without_riders(node);
    match version {
        Version::V30 => v30::mend(kind, &mut node, place, sink),
    }
    node
}

fn without_riders(node: Map<String, Value>) -> Map<String, Value> {
    if node.keys().any(|key| key.starts_with(RIDER)) {
        node.into_iter().filter(|(key, _)| !key.starts_with(RIDER)).collect()
    } else {
        node
    }
}
