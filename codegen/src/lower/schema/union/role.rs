//! What the parts of a union are called.

use std::cell::OnceCell;
use std::collections::HashMap;

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

/// The parts of a union, with what tells them apart where a name asks for that.
pub(super) struct Siblings {
    places: Vec<Place>,
    /// How many parts a value of the discriminator stands for.
    tagged: HashMap<String, usize>,
    told: OnceCell<Told>,
}

/// What the parts of a union have, and how many of them have it.
struct Told {
    properties: Vec<Properties>,
    /// How many parts have a property.
    having: HashMap<String, usize>,
    /// How many parts have a property of this one value.
    constant: HashMap<(String, String), usize>,
    /// How many parts have any property.
    filled: usize,
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
    pub(super) fn new(parts: &[Part], tags: &[Vec<String>]) -> Self {
        let mut tagged = HashMap::new();
        for tag in tags.iter().flatten() {
            *tagged.entry(tag.clone()).or_default() += 1;
        }
        Self {
            places: parts.iter().map(|part| part.place.clone()).collect(),
            tagged,
            told: OnceCell::new(),
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
        // What also stands for others says little of a part.
        let is_own = |tag: &&String| seat.siblings.tagged.get(*tag) == Some(&1);
        let mut tags = seat.tags.iter();
        if let Some(stated) = title(node).or_else(|| tags.find(is_own)) {
            return stated.clone();
        }
        let SchemaNode { data: _, keywords } = node;
        let constants = self.constants(keywords);
        self.own_constant(&constants, seat)
            .or_else(|| self.only_property(keywords))
            .or_else(|| kind(keywords))
            .or_else(|| self.own_property(&keywords.required, seat))
            .or_else(|| constants.first().map(|(_, value)| value.clone()))
            .or_else(|| self.rare_property(seat))
            .unwrap_or_else(|| format!("variant {}", seat.index + 1))
    }

    /// The one value that a property may have here and in no other part.
    fn own_constant(&mut self, constants: &[(&String, String)], seat: &Seat<'_>) -> Option<String> {
        if constants.is_empty() {
            return None;
        }
        let told = self.told_of(seat);
        // What all parts share is no part's own.
        let own = told.properties.get(seat.index)?;
        let is_own = |(name, value): &&(&String, String)| {
            let here = own.get(*name).and_then(|child| self.only_string(child));
            let here = usize::from(here.as_ref() == Some(value));
            let all = told.constant.get(&((*name).clone(), value.clone()));
            own.contains_key(*name) && all.copied().unwrap_or_default() == here
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
        let told = self.told_of(seat);
        let own = told.properties.get(seat.index)?;
        let others = told.filled - usize::from(!own.is_empty());
        if others == 0 {
            return (!own.is_empty()).then(|| "object".to_owned());
        }
        let is_own = |name: &&String| own.contains_key(*name) && told.having.get(*name) == Some(&1);
        let mut names = required.iter().chain(own.keys());
        names.find(is_own).cloned()
    }

    /// The first of the properties that the fewest other parts have, but for one with a list of values. A part without any but those of all is
    /// what they build on.
    fn rare_property(&mut self, seat: &Seat<'_>) -> Option<String> {
        let told = self.told_of(seat);
        let own = told.properties.get(seat.index)?;
        let all = told.properties.len();
        let count = |name: &String| told.having.get(name).copied().unwrap_or_default();
        let is_least = told.properties.iter().any(|other| other.len() > own.len());
        if is_least && !own.is_empty() && own.keys().all(|name| count(name) == all) {
            return Some("base".to_owned());
        }
        let speaking = own
            .iter()
            .filter(|(_, child)| self.strings(child).is_empty());
        let rarest = speaking
            .map(|(name, _)| name)
            .min_by_key(|name| count(name))?;
        (count(rarest) < all).then(|| rarest.clone())
    }

    /// What the parts have, asked for once.
    fn told_of<'a>(&mut self, seat: &Seat<'a>) -> &'a Told {
        let Siblings {
            places,
            tagged: _,
            told,
        } = seat.siblings;
        told.get_or_init(|| self.told_by(places))
    }

    fn told_by(&mut self, places: &[Place]) -> Told {
        let own = |place: &Place| {
            let node = self.resolved(place);
            node.map(|node| node.keywords.properties)
                .unwrap_or_default()
        };
        let properties: Vec<Properties> = places.iter().map(own).collect();
        let (mut having, mut constant) = (HashMap::new(), HashMap::new());
        for (name, child) in properties.iter().flatten() {
            *having.entry(name.clone()).or_default() += 1;
            if let Some(value) = self.only_string(child) {
                *constant.entry((name.clone(), value)).or_default() += 1;
            }
        }
        Told {
            filled: properties.iter().filter(|own| !own.is_empty()).count(),
            properties,
            having,
            constant,
        }
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
