//! What a media type says of how single properties are written (OpenAPI 3.1.0, "Encoding Object").

use serde_json::Value;

use super::escape::Reserved;
use super::media::{self, Media};
use super::style::Style;
use crate::place::Place;
use crate::resolve::Bundle;

/// What it says of one property.
#[derive(Default)]
pub(super) struct Encoding<'a> {
    style: Option<&'a str>,
    explode: Option<bool>,
    /// As the document lists them.
    media_types: Vec<&'a str>,
}

impl<'a> Encoding<'a> {
    pub(super) fn of(bundle: &'a Bundle, holder: &Place, name: &str) -> Self {
        let Some(node) = bundle.get(&holder.below(&["encoding", name])) else {
            return Self::default();
        };
        let listed = node.get("contentType").and_then(Value::as_str);
        let listed = listed.into_iter().flat_map(|list| list.split(','));
        Self {
            style: node.get("style").and_then(Value::as_str),
            explode: node.get("explode").and_then(Value::as_bool),
            media_types: listed.map(str::trim).collect(),
        }
    }

    /// The style, where any of the keywords of one is there.
    pub(super) fn style<'n>(&self, name: &'n str) -> Option<Style<'n>>
    where
        'a: 'n,
    {
        let style = self.style.or_else(|| self.explode.map(|_| "form"))?;
        Some(Style {
            name,
            style,
            explode: self.explode.unwrap_or(style == "form"),
            reserved: Reserved::Nothing,
        })
    }

    /// The media type that is stated: any of several will do, and a pattern says nothing.
    pub(super) fn stated(&self) -> Option<&'a str> {
        let first = self.first()?;
        (!first.contains('*')).then_some(first)
    }

    /// The first of the media types, a pattern included.
    pub(super) fn first(&self) -> Option<&'a str> {
        self.media_types.first().copied()
    }

    /// Whether the property is to be JSON.
    pub(super) fn is_json(&self) -> bool {
        self.stated()
            .is_some_and(|name| media::of(name) == Media::Json)
    }
}
