//! What the parts of a union are called.

use std::cell::OnceCell;

use indexmap::IndexMap;
use openapiv3::{AnySchema, ReferenceOr, Schema};
use serde_json::Value as Json;

use super::super::own_name;
use super::parts::Part;
use crate::ir::TypeId;
use crate::lower::Lowering;
use crate::lower::node::SchemaNode;
use crate::place::Place;

type Properties = IndexMap<String, ReferenceOr<Box<Schema>>>;

/// The parts of a union, with their properties where a name asks for these.
pub(super) struct Siblings {
    places: Vec<Place>,
    properties: OnceCell<Vec<Properties>>,
}

/// A part among those of its union.
pub(super) struct Seat<'a> {
    pub(super) union: TypeId,
    pub(super) siblings: &'a Siblings,
    pub(super) index: usize,
    /// The values of the discriminator that stand for the part.
    pub(super) tags: &'a [String],
}

impl Siblings {
    pub(super) fn new(parts: &[Part]) -> Self {
        Self {
            places: parts.iter().map(|part| part.place.clone()).collect(),
            properties: OnceCell::new(),
        }
    }
}

impl Lowering<'_> {
    /// What an inline part is called: by its title, by the value that tells it from the others, by the one property that it has, by what
    /// else sets it apart, or by its number.
    pub(super) fn role(&mut self, node: &SchemaNode, place: &Place, seat: &Seat<'_>) -> String {
        if let Some(target) = self.bundle.reference(place) {
            return own_name(self.bundle, target);
        }
        if let Some(stated) = title(node).or(seat.tags.first()) {
            return stated.clone();
        }
        let SchemaNode { data: _, keywords } = node;
        let constants = self.constants(keywords);
        self.own_constant(&constants, seat)
            .or_else(|| self.only_property(keywords))
            .or_else(|| kind(keywords))
            .or_else(|| self.own_property(&keywords.required, seat))
            .or_else(|| constants.first().map(|(_, value)| value.clone()))
            .unwrap_or_else(|| format!("variant {}", seat.index + 1))
    }

    /// The one value that a property may have here and in no other part.
    fn own_constant(&mut self, constants: &[(&String, String)], seat: &Seat<'_>) -> Option<String> {
        if constants.is_empty() {
            return None;
        }
        // What all parts share is no part's own.
        let own = self.properties(seat).get(seat.index)?;
        let others: Vec<&Properties> = self.others(seat).collect();
        let is_own = |(name, value): &&(&String, String)| {
            let same = |other: &&Properties| {
                let child = other.get(*name);
                child.and_then(|child| self.only_string(child)).as_ref() == Some(value)
            };
            own.contains_key(*name) && !others.iter().any(same)
        };
        constants
            .iter()
            .find(is_own)
            .map(|(_, value)| value.clone())
    }

    /// The properties that may have one value only, with it.
    fn constants<'a>(&self, keywords: &'a AnySchema) -> Vec<(&'a String, String)> {
        let properties = keywords.properties.iter();
        properties
            .filter_map(|(name, child)| Some((name, self.only_string(child)?)))
            .collect()
    }

    fn only_string(&self, child: &ReferenceOr<Box<Schema>>) -> Option<String> {
        match self.strings(child).as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        }
    }

    /// The property that a schema consists of, as enums of serde are written. One with a list of values says little by its name.
    fn only_property(&self, keywords: &AnySchema) -> Option<String> {
        let mut properties = keywords.properties.iter();
        let (name, child) = properties.next()?;
        let is_alone = properties.next().is_none() && self.strings(child).is_empty();
        is_alone.then(|| name.clone())
    }

    /// The first property that no other part has, one that is required before all. An object among what is none needs no more than to be one.
    fn own_property(&mut self, required: &[String], seat: &Seat<'_>) -> Option<String> {
        let own = self.properties(seat).get(seat.index)?;
        let others: Vec<_> = self
            .others(seat)
            .filter(|other| !other.is_empty())
            .collect();
        if others.is_empty() {
            return (!own.is_empty()).then(|| "object".to_owned());
        }
        let is_own = |name: &&String| {
            let mut others = others.iter();
            own.contains_key(*name) && !others.any(|other| other.contains_key(*name))
        };
        let mut names = required.iter().chain(own.keys());
        names.find(is_own).cloned()
    }

    /// The properties of each part.
    fn properties<'a>(&mut self, seat: &Seat<'a>) -> &'a [Properties] {
        let Siblings { places, properties } = seat.siblings;
        properties.get_or_init(|| {
            let own = |place: &Place| {
                let node = self.resolved(place);
                node.map(|node| node.keywords.properties)
                    .unwrap_or_default()
            };
            places.iter().map(own).collect()
        })
    }

    fn others<'a>(&mut self, seat: &Seat<'a>) -> impl Iterator<Item = &'a Properties> + use<'a> {
        let index = seat.index;
        let all = self.properties(seat).iter().enumerate();
        all.filter(move |(other, _)| *other != index)
            .map(|(_, properties)| properties)
    }
}

/// The title of a schema where it is a name rather than a sentence.
pub(super) fn title(node: &SchemaNode) -> Option<&String> {
    let title = node.data.title.as_ref();
    title.filter(|title| title.split_whitespace().count() <= 4)
}

/// What a schema is that is no object with properties: one of some words, a list or a map.
fn kind(keywords: &AnySchema) -> Option<String> {
    let words: Option<Vec<&str>> = keywords.enumeration.iter().map(Json::as_str).collect();
    let kind = match words.unwrap_or_default().as_slice() {
        [""] => "empty",
        [only] => only,
        [_, ..] => "keyword",
        [] => match keywords.typ.as_deref() {
            Some("array") => "list",
            Some("object") if keywords.properties.is_empty() => "map",
            Some(_) | None => return None,
        },
    };
    Some(kind.to_owned())
}
