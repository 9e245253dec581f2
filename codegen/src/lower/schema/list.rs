//! Lists.

use openapiv3::{AnySchema, ReferenceOr, Schema};

use super::Site;
use super::enumeration::{self, Kind};
use crate::dialect::values::is_of_items;
use crate::ir::Ty;
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
            (_, items) => match self.listed_item(node, place, &site) {
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
        let (mut item, at, site) = match node.keywords.items.as_ref().map(place_of) {
            None => (SchemaNode::default(), place.clone(), site.clone().made()),
            Some(at) => {
                let at = at.filter(|at| self.bundle.reference(at).is_none())?;
                (self.merged(&at)?, at, site.clone())
            }
        };
        if !takes(&item.keywords, &enumeration::kind(values)) {
            return None;
        }
        item.keywords.enumeration.clone_from(values);
        let define = |this: &mut Self, id| this.definition(&item, &at, id);
        let ty = self.define_inline(&item, &at, &site, define);
        Some(self.used(&item, ty, false).into_ty())
    }
}

/// Whether items that are described so may be values of that kind, and are not listed yet.
fn takes(item: &AnySchema, kind: &Kind) -> bool {
    let is_free = item.enumeration.is_empty() && item.one_of.is_empty() && item.any_of.is_empty();
    let may_be = match (kind, item.typ.as_deref()) {
        (Kind::Texts, typ) => matches!(typ, Some("string") | None),
        (Kind::Integers, typ) => matches!(typ, Some("integer" | "number") | None),
        (Kind::Plain(_) | Kind::Mixed, _) => false,
    };
    is_free && may_be
}
