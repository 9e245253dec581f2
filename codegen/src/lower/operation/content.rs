//! The `content` of a body: the forms in which it may come.

use std::collections::HashSet;

use openapiv3::{Content, MediaType};
use serde_json::Value;

use super::media;
use crate::ir::{BodyMedia, EventData};
use crate::lower::Lowering;
use crate::lower::node::read;
use crate::place::Place;
use crate::specification::Kind;

/// One of the forms.
pub(super) struct Offer {
    /// The media type as the document writes it.
    pub(super) name: String,
    pub(super) media: BodyMedia,
    /// Where the body lists it.
    pub(super) listed: Place,
    /// Where it is described: behind a `$ref`, if there is one.
    pub(super) place: Place,
    pub(super) node: MediaType,
}

impl Lowering<'_> {
    /// The forms that a body may come in, in the document's order; `media` says how a media type is written or read.
    pub(super) fn offers(
        &mut self,
        content: Content,
        body: &Place,
        media: fn(&str) -> BodyMedia,
    ) -> Vec<Offer> {
        let content = content.into_iter();
        content
            .filter_map(|(name, node)| self.offer(name, node, body, media))
            .collect()
    }

    fn offer(
        &mut self,
        name: String,
        node: MediaType,
        body: &Place,
        media: fn(&str) -> BodyMedia,
    ) -> Option<Offer> {
        let listed = body.below(&["content", &name]);
        let place = self.bundle.follow(&listed).clone();
        let node = if place == listed {
            node
        } else {
            read(self.bundle, &place, Kind::MediaType, self.sink)?
        };
        let media = self.media(&name, &place.child("schema"), media);
        Some(Offer {
            media,
            name,
            listed,
            place,
            node,
        })
    }

    /// How a body of a media type and a schema is written or read.
    ///
    /// Octets as they are (`format: binary`) are no value of JSON and of no character set: where a document says so of the whole body,
    /// it means what the body is, and not text in quotes.
    fn media(&self, name: &str, schema: &Place, media: fn(&str) -> BodyMedia) -> BodyMedia {
        let any = media::is_any(name).then(|| self.usual(schema));
        let media = any.flatten().unwrap_or_else(|| media(name));
        match media {
            BodyMedia::Json | BodyMedia::Text if self.is_binary(schema) => BodyMedia::Bytes,
            BodyMedia::Json
            | BodyMedia::Form
            | BodyMedia::Multipart
            | BodyMedia::Text
            | BodyMedia::Bytes => media,
        }
    }

    /// How a value of a schema is written where any media type will do.
    fn usual(&self, schema: &Place) -> Option<BodyMedia> {
        match self.written(schema, &mut HashSet::new())? {
            EventData::Json => Some(BodyMedia::Json),
            // Tools that know no media type say `byte` of what is sent as it is.
            EventData::Text if self.is_binary(schema) || self.has_format(schema, "byte") => None,
            EventData::Text => Some(BodyMedia::Text),
            EventData::Mixed => None,
        }
    }

    /// Whether a schema says what a value is, other than bytes.
    pub(super) fn is_described(&self, schema: &Place) -> bool {
        self.written(schema, &mut HashSet::new()).is_some() && !self.is_binary(schema)
    }

    pub(super) fn is_binary(&self, schema: &Place) -> bool {
        self.has_format(schema, "binary")
    }

    fn has_format(&self, schema: &Place, name: &str) -> bool {
        let format = self.bundle.follow(schema).child("format");
        self.bundle.get(&format).and_then(Value::as_str) == Some(name)
    }

    /// Whether a body is a string, of which no values are listed.
    pub(super) fn is_bare_text(&self, offer: &Offer) -> bool {
        self.is_text_without(offer, &["enum", "const"])
    }

    /// Whether all that is said of a body is that it is a string.
    pub(super) fn is_text_alone(&self, offer: &Offer) -> bool {
        const TELLING: [&str; 8] = [
            "enum",
            "const",
            "format",
            "pattern",
            "contentEncoding",
            "allOf",
            "anyOf",
            "oneOf",
        ];
        self.is_text_without(offer, &TELLING)
    }

    fn is_text_without(&self, offer: &Offer, telling: &[&str]) -> bool {
        let schema = offer.place.child("schema");
        let node = self.bundle.get(self.bundle.follow(&schema));
        node.and_then(Value::as_object).is_some_and(|node| {
            node.get("type") == Some(&Value::from("string"))
                && !telling.iter().any(|keyword| node.contains_key(*keyword))
        })
    }

    /// The place of a keyword's value, where there is one.
    pub(super) fn stated(&self, place: &Place, keyword: &str) -> Option<Place> {
        let place = place.child(keyword);
        self.bundle.get(&place).map(|_| place)
    }
}
