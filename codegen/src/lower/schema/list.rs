//! Lists, and what is any JSON for want of a type.

use openapiv3::ReferenceOr;

use super::Site;
use crate::ir::{Ty, Untyped};
use crate::lower::Lowering;
use crate::lower::node::{SchemaNode, place_of};
use crate::place::Place;

impl Lowering<'_> {
    pub(super) fn list(&mut self, node: &SchemaNode, place: &Place, site: &Site) -> Ty {
        let site = site.inside("item");
        let item = match (node.prefix_items(), &node.keywords.items) {
            (first, rest) if !first.is_empty() => {
                self.mixed_items(node, first, rest.as_ref().and_then(place_of), &site)
            }
            (_, Some(ReferenceOr::Item(schema))) => {
                let composed = self.composed(schema, site);
                composed.map_or(Ty::Json, |(_, used)| used.into_ty())
            }
            (_, Some(items)) => self.child(items, &site).into_ty(),
            (_, None) => self.untyped_member(place, "the list does not say what its items are"),
        };
        Ty::List(Box::new(item))
    }

    /// Any JSON as the items or members of what stands at a place, noted for the report.
    pub(in crate::lower) fn untyped_member(&mut self, place: &Place, reason: &'static str) -> Ty {
        let place = place.clone();
        self.untyped_members.push(Untyped { place, reason });
        Ty::Json
    }

    /// Any JSON, noted for the report.
    pub(in crate::lower) fn untyped(&mut self, place: &Place, reason: &'static str) -> Ty {
        self.untyped.push(Untyped {
            place: place.clone(),
            reason,
        });
        Ty::Json
    }
}
