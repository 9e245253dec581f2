//! Which schemas have a name.

use super::Bundle;
use crate::place::Place;
use crate::specification::Kind;

/// The keywords of maps from the names of schemas.
const NAMED: [&str; 3] = ["schemas", "definitions", "$defs"];

impl Bundle {
    /// Whether a schema is neither a component nor a whole file: it stands inside another node, by whatever way a `$ref` leads there.
    pub(crate) fn is_inline(&self, schema: &Place) -> bool {
        let map = schema.parent();
        let is_listed = map
            .as_ref()
            .and_then(|map| map.pointer.last())
            .is_some_and(|keyword| NAMED.contains(&&*keyword));
        let mut above = std::iter::successors(map, Place::parent);
        !is_listed && above.any(|above| self.holds_inline(&above))
    }

    /// Whether what a node holds belongs to it.
    fn holds_inline(&self, node: &Place) -> bool {
        match self.kinds.get(node) {
            None | Some(Kind::Document | Kind::Components) => false,
            Some(
                Kind::PathItem
                | Kind::Operation
                | Kind::Parameter
                | Kind::RequestBody
                | Kind::Responses
                | Kind::Response
                | Kind::Header
                | Kind::MediaType
                | Kind::Encoding
                | Kind::Callback
                | Kind::Schema
                | Kind::SecurityScheme,
            ) => true,
        }
    }
}
