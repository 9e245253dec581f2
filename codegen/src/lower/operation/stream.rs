//! Answers that arrive item by item.

use super::content::Offer;
use super::media::Sequence;
use crate::ir::{Docs, Framing, Owner, Stream, Ty};
use crate::lower::Lowering;
use crate::lower::schema::Site;
use crate::place::Place;

impl Lowering<'_> {
    /// The stream that a media type of that kind stands for.
    pub(super) fn stream(
        &mut self,
        sequence: Sequence,
        offer: &Offer,
        docs: Docs,
        owner: Owner,
    ) -> Stream {
        let item = self.item(&offer.place);
        let (framing, ty) = match sequence {
            Sequence::Events => self.events(item, owner),
            // It is the body that this describes, not a line of it.
            Sequence::JsonLines if self.is_text(&offer.place) => (Framing::TextLines, Ty::Text),
            Sequence::JsonLines => (Framing::JsonLines, self.json_item(item, offer, owner)),
            Sequence::JsonTexts => (Framing::JsonSequence, self.json_item(item, offer, owner)),
        };
        Stream {
            framing,
            content_type: offer.name.clone(),
            ty,
            docs,
        }
    }

    /// What describes an item: `itemSchema`, the items of the list that `schema` makes of all of them (OpenAPI 3.2.0, "Sequential Media
    /// Types"), or `schema` itself, as it was done before there was another way.
    fn item(&self, media_type: &Place) -> Option<Place> {
        if let Some(item) = self.stated(media_type, "itemSchema") {
            return Some(item);
        }
        let schema = self.stated(media_type, "schema")?;
        let items = self.stated(self.bundle.follow(&schema), "items");
        let items = items.filter(|_| self.has_type(&schema, "array"));
        Some(items.unwrap_or(schema))
    }

    /// Whether there is nothing but a `schema` of a text.
    fn is_text(&self, media_type: &Place) -> bool {
        self.stated(media_type, "itemSchema").is_none()
            && self.has_type(&media_type.child("schema"), "string")
    }

    fn has_type(&self, schema: &Place, name: &str) -> bool {
        let node = self.bundle.get(self.bundle.follow(schema));
        node.and_then(|node| node.get("type")?.as_str()) == Some(name)
    }

    fn json_item(&mut self, item: Option<Place>, offer: &Offer, owner: Owner) -> Ty {
        match item {
            Some(item) => self.schema(&item, &Site::new(owner, "item")).into_ty(),
            None => self.untyped(&offer.place, "the document does not say what an item is"),
        }
    }
}
