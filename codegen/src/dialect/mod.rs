//! From a node of any version to a node of OpenAPI 3.0, which is what `openapiv3` reads.
//!
//! A node comes alone, its children cut out. What 3.0 cannot say rides along under keys that begin with `x-bindgen-`.
//! Slips of real documents are mended here; `check` has told of them, or it is told here.

pub(crate) mod bytes;
pub(crate) mod headers;
mod keywords;
pub(crate) mod listed;
pub(crate) mod locations;
mod parameter;
pub(crate) mod references;
pub(crate) mod riders;
pub(crate) mod slips;
pub(crate) mod types;
pub(crate) mod v20;
mod v30;
mod v31;
pub(crate) mod values;

use serde_json::{Map, Value};

use crate::place::Place;
use crate::specification::{Kind, Version};

/// Turns a node, given without its children, into one of OpenAPI 3.0.
pub(crate) fn to_openapi30(
    version: Version,
    kind: Kind,
    node: Map<String, Value>,
    place: &Place,
) -> Map<String, Value> {
    let mut node = riders::without(node);
    if kind == Kind::Schema && references::is_reference(version, &node) {
        node.retain(|keyword, _| references::is_read(version, keyword));
    }
    keywords::mend(kind, &mut node);
    // Documents of 3.0 have keywords of 3.1 too, which mean nothing else there.
    v31::convert(kind, &mut node);
    v30::mend(kind, &mut node, place);
    node
}
