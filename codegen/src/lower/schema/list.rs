//! Lists.

use openapiv3::{ReferenceOr, Schema};
use serde_json::Value;

use super::Site;
use crate::dialect::listed::{self, Items, is_of_items};
use crate::ir::Ty;
use crate::lower::Lowering;
use crate::lower::node::{SchemaNode, place_of};
use crate::place::Place;

impl Lowering<'_> {
    pub(super) fn list(&mut self, node: &SchemaNode, place: &Place, site: &Site) -> Ty {
        let outer = site;
        let site = outer.inside("item");
        let item = match (node.prefix_items(), &node.keywords.items) {
            (first, rest) if !first.is_empty() => {
                self.mixed_items(node, first, rest.as_ref().and_then(place_of), &site)
            }
            (_, items) => match self.listed_item(node, place, outer) {
                Some(listed) => listed,
                None => self.item_of(items.as_ref(), place, site),
            },
        };
        Ty::List(Box::new(item))
    }

    fn item_of(
        &mut self,
        items: Option<&ReferenceOr<Box<Schema>>>,
        place: &Place,
        site: Site,
    ) -> Ty {
        match items {
            Some(ReferenceOr::Item(schema)) => {
                let composed = self.composed(schema, site);
                composed.map_or(Ty::Json, |(_, used)| used.into_ty())
            }
            Some(items) => self.child(items, &site).into_ty(),
            None => self.untyped_member(place, "the list does not say what its items are"),
        }
    }

    /// The enum that the items are of where the values that they may be are listed one level too high, beside them.
    fn listed_item(&mut self, node: &SchemaNode, place: &Place, site: &Site) -> Option<Ty> {
        let values = &node.keywords.enumeration;
        if !is_of_items(node.keywords.typ.as_deref(), values) {
            return None;
        }
        let items = match &node.keywords.items {
            None => None,
            Some(items) => Some(place_of(items)?),
        };
        let mut item = self.meant_item(items.as_ref(), values)?;
        item.keywords.enumeration.clone_from(values);
        // Where its items stand, or would: what it lists is its own, even where it has its items from another list.
        let at = place.child("items");
        let site = Site {
            is_own: site.is_own,
            ..site.inside("item")
        };
        let define = |this: &mut Self, id| this.definition(&item, &at, id);
        let ty = self.define_inline(&item, &at, &site, define);
        Some(self.used(&item, &at, ty, false).into_ty())
    }

    /// What is said of an item where items are values that stand beside them.
    fn meant_item(&mut self, items: Option<&Place>, values: &[Value]) -> Option<SchemaNode> {
        let Some(at) = items else {
            return listed::are_meant(None, values).then(SchemaNode::default);
        };
        let items = Items {
            version: self.bundle.version(at),
            node: self.bundle.get(at)?,
            place: at,
        };
        match listed::are_meant(Some(&items), values) {
            true => self.merged(at),
            false => None,
        }
    }
}
