//! Which nodes have a name.

use super::Bundle;
use crate::place::Place;
use crate::specification::Kind;

/// The keywords of maps from the names of schemas.
const NAMED: [&str; 3] = ["schemas", "definitions", "$defs"];

/// What operations share that has no type of its own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Shared {
    /// An answer, or the body of a request.
    Message,
    Parameter,
    Header,
}

impl Shared {
    fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Response | Kind::RequestBody => Some(Self::Message),
            Kind::Parameter => Some(Self::Parameter),
            Kind::Header => Some(Self::Header),
            Kind::Document
            | Kind::Components
            | Kind::PathItem
            | Kind::Operation
            | Kind::Responses
            | Kind::MediaType
            | Kind::Encoding
            | Kind::Callback
            | Kind::Schema
            | Kind::SecurityScheme => None,
        }
    }
}

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

    /// The component that a schema stands in, where it is one that operations share. A file of its own may be that of one operation.
    pub(crate) fn shared(&self, schema: &Place) -> Option<(Place, Shared)> {
        let mut above = std::iter::successors(schema.parent(), Place::parent);
        let has_key = |holder: &Place| holder.pointer.parent().is_some();
        above.find_map(|holder| {
            let shared = self.kinds.get(&holder).copied().and_then(Shared::of)?;
            (has_key(&holder) && !self.is_inline(&holder)).then_some((holder, shared))
        })
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
