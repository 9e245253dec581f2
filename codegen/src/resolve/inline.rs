//! Which nodes have a name.

use super::Bundle;
use crate::place::Place;
use crate::specification::Kind;

/// The keywords of maps from the names of schemas.
const NAMED: [&str; 3] = ["schemas", "definitions", "$defs"];

impl Bundle {
    /// Whether a node is neither a component nor a whole file: it stands inside another one, by whatever way a `$ref` leads there.
    pub(crate) fn is_inline(&self, node: &Place) -> bool {
        let map = node.parent();
        let is_listed = map
            .as_ref()
            .and_then(|map| map.pointer.last())
            .is_some_and(|keyword| NAMED.contains(&&*keyword));
        let mut above = std::iter::successors(map, Place::parent);
        !is_listed && above.any(|above| self.holds_inline(&above))
    }

    /// Whether a schema stands in an answer or a body of a request that is a component, so that operations share it. A file of its own may be
    /// that of one operation.
    pub(crate) fn is_in_shared(&self, schema: &Place) -> bool {
        let mut above = std::iter::successors(schema.parent(), Place::parent);
        let holder = above.find(|node| {
            let kind = self.kinds.get(node);
            matches!(kind, Some(Kind::Response | Kind::RequestBody))
        });
        let has_key = |holder: &Place| holder.pointer.parent().is_some();
        holder.is_some_and(|holder| has_key(&holder) && !self.is_inline(&holder))
    }

    /// Whether a node is an answer.
    pub(crate) fn is_response(&self, node: &Place) -> bool {
        self.kinds.get(node) == Some(&Kind::Response)
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
