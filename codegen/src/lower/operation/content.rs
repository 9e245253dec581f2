//! The `content` of a body: the forms in which it may come.

use openapiv3::{Content, MediaType};
use serde_json::Value;

use crate::lower::Lowering;
use crate::lower::node::read;
use crate::place::Place;
use crate::resolve::Kind;

/// One of the forms.
pub(super) struct Offer {
    /// The media type as the document writes it.
    pub(super) name: String,
    /// Where the body lists it.
    pub(super) listed: Place,
    /// Where it is described: behind a `$ref`, if there is one.
    pub(super) place: Place,
    pub(super) node: MediaType,
}

impl Lowering<'_> {
    /// The forms that a body may come in, in the document's order.
    pub(super) fn offers(&mut self, content: Content, body: &Place) -> Vec<Offer> {
        let content = content.into_iter();
        content
            .filter_map(|(name, node)| self.offer(name, node, body))
            .collect()
    }

    fn offer(&mut self, name: String, node: MediaType, body: &Place) -> Option<Offer> {
        let listed = body.below(&["content", &name]);
        let place = self.bundle.follow(&listed).clone();
        let node = if place == listed {
            node
        } else {
            read(self.bundle, &place, Kind::MediaType, self.sink)?
        };
        Some(Offer {
            name,
            listed,
            place,
            node,
        })
    }

    /// The place of a keyword's value, where there is one.
    pub(super) fn stated(&self, place: &Place, keyword: &str) -> Option<Place> {
        let place = place.child(keyword);
        self.bundle.get(&place).map(|_| place)
    }

    /// The places of a list's elements.
    pub(super) fn elements(&self, list: &Place) -> Vec<Place> {
        let count = self
            .bundle
            .get(list)
            .and_then(Value::as_array)
            .map_or(0, Vec::len);
        (0..count).map(|index| list.element(index)).collect()
    }
}
