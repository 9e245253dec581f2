//! Discriminators, and what else tells the parts of a union apart.

use std::collections::{HashMap, HashSet};

use openapiv3::{Discriminator, ReferenceOr, Schema};
use serde_json::Value as Json;

use super::super::composed::all;
use super::super::own_name;
use super::kinds::Kinds;
use super::parts::{Part, alternatives};
use crate::diagnostic::Sink;
use crate::lower::node::{SchemaNode, place_of, read_schema};
use crate::lower::{Lowering, extension};
use crate::place::Place;

impl Lowering<'_> {
    /// What a schema is called by others: by the mappings of its own bases, and by an extension.
    pub(super) fn names(&self, place: &Place) -> Vec<String> {
        let value = self
            .bundle
            .get(&place.child(extension::DISCRIMINATOR_VALUE));
        let own = value.and_then(Json::as_str).map(str::to_owned);
        let mut names = self.bundle.names_in_mappings(place);
        names.extend(own.filter(|own| !names.contains(own)));
        names
    }

    /// The discriminator of the base that all parts of a union build on or are, and where it stands: tools that write it there leave it out
    /// of the unions.
    pub(super) fn discriminator_of_base(
        &mut self,
        parts: &[Part],
    ) -> Option<(Discriminator, Place)> {
        let targets: Vec<Place> = parts
            .iter()
            .map(|part| self.bundle.reference(&part.place).cloned())
            .collect::<Option<_>>()?;
        let base = self.bundle.base_of(&targets)?.clone();
        let node = self.merged(&base)?;
        Some((node.data.discriminator?, base))
    }

    /// The strings that a property may be, where its schemas list any.
    pub(super) fn strings(&self, property: &ReferenceOr<Box<Schema>>) -> Vec<String> {
        let lists = all(property).into_iter().map(|place| self.values(&place));
        let narrower =
            |wide: Vec<String>, list: Vec<String>| match (wide.is_empty(), list.is_empty()) {
                (true, _) => list,
                (false, true) => wide,
                (false, false) => wide
                    .into_iter()
                    .filter(|value| list.contains(value))
                    .collect(),
            };
        lists.fold(Vec::new(), narrower)
    }

    /// The strings that an enum lists.
    fn values(&self, place: &Place) -> Vec<String> {
        let node = read_schema(self.bundle, self.bundle.follow(place), &mut Sink::default());
        let values = node
            .map(|node| node.keywords.enumeration)
            .unwrap_or_default();
        values
            .iter()
            .filter_map(Json::as_str)
            .map(str::to_owned)
            .collect()
    }

    /// The values of the discriminator that stand for each of the parts.
    pub(super) fn tags_of(
        &mut self,
        parts: &[Part],
        discriminator: Option<&(Discriminator, Place)>,
    ) -> Vec<Vec<String>> {
        let Some((by, place)) = discriminator else {
            return vec![Vec::new(); parts.len()];
        };
        let parts = parts.iter().map(|part| &part.place);
        let kinds = Kinds::new(by, place, self.bundle);
        let all: Vec<_> = parts
            .clone()
            .map(|part| self.tags(&kinds, part, &mut HashSet::new()))
            .collect();
        let mut shares: HashMap<&[String], usize> = HashMap::new();
        for tags in &all {
            *shares.entry(tags).or_default() += 1;
        }
        let own = parts.zip(&all).map(|(part, tags)| {
            // A list that several parts share says which kinds there are, not which of them one is.
            let is_shared = shares[tags.as_slice()] > 1;
            let own = is_shared.then(|| self.own_tag(part, tags)).flatten();
            own.map_or_else(|| tags.clone(), |own| vec![own])
        });
        own.collect()
    }

    /// The one of the values that a part is called itself.
    fn own_tag(&self, part: &Place, tags: &[String]) -> Option<String> {
        let name = own_name(self.bundle, self.bundle.reference(part)?);
        let mut tags = tags.iter();
        tags.find(|tag| tag.eq_ignore_ascii_case(&name)).cloned()
    }

    /// The values of the discriminator that stand for a part: those of the mapping, that of an extension, those that the part itself lists,
    /// those of its own parts, or else its name, if it has one (OpenAPI 3.0.3, "Discriminator Object").
    fn tags(&mut self, kinds: &Kinds<'_>, place: &Place, met: &mut HashSet<Place>) -> Vec<String> {
        let target = self.bundle.reference(place).unwrap_or(place).clone();
        let name = own_name(self.bundle, &target);
        let end = self.bundle.follow(&target);
        let mut tags = kinds.mapped(end, &name);
        if tags.is_empty() {
            tags = self.names(end);
        }
        if tags.is_empty() {
            tags = self.told(kinds.property, &target);
            // What a base lists says nothing of an heir, unless it is called so.
            let is_of_base = target == *kinds.union || kinds.heirs.contains(&target);
            if is_of_base && tags == *self.told_by_union(kinds) {
                tags.retain(|tag| tag.eq_ignore_ascii_case(&name));
            }
        }
        // A base is one of its own kinds, and of none of its heirs.
        if tags.is_empty() && end != kinds.union {
            tags = self.tags_within(kinds.property, end, met);
        }
        // "Inline schemas will not be considered": none has a name.
        if tags.is_empty() && !self.bundle.is_inline(&target) {
            tags.push(name);
        }
        tags
    }

    /// The values that stand for the parts of a schema which is a union by the same property.
    fn tags_within(
        &mut self,
        property: &str,
        place: &Place,
        met: &mut HashSet<Place>,
    ) -> Vec<String> {
        if !met.insert(place.clone()) {
            return Vec::new();
        }
        let Some(node) = self.merged(place) else {
            return Vec::new();
        };
        let own = node.data.discriminator.as_ref();
        let Some(by) = own.filter(|by| by.property_name == property) else {
            return Vec::new();
        };
        let listed = alternatives(&node.keywords).iter().filter_map(place_of);
        let mut parts: Vec<Place> = listed.collect();
        if parts.is_empty() {
            let heirs = self.heirs(&node, place).map(|heirs| heirs.parts);
            parts.extend(heirs.into_iter().flatten().map(|heir| heir.place));
            parts.retain(|heir| heir != place);
        }
        let kinds = Kinds::new(by, place, self.bundle);
        let parts = parts.iter();
        parts
            .flat_map(|part| self.tags(&kinds, part, met))
            .collect()
    }

    /// The values that the schema at a discriminator lists itself, asked for once.
    fn told_by_union<'k>(&mut self, kinds: &'k Kinds<'_>) -> &'k Vec<String> {
        let told = &kinds.told;
        told.get_or_init(|| self.told(kinds.property, kinds.union))
    }

    pub(super) fn told(&mut self, property: &str, place: &Place) -> Vec<String> {
        let mut told = Vec::new();
        self.add_told(property, place, &mut HashSet::new(), &mut told);
        told
    }

    /// The values that a schema lists for a property; those that its parts list where it is a union itself.
    fn add_told(
        &mut self,
        property: &str,
        place: &Place,
        met: &mut HashSet<Place>,
        tags: &mut Vec<String>,
    ) {
        if !met.insert(place.clone()) {
            return;
        }
        let Some(SchemaNode { data: _, keywords }) = self.resolved(place) else {
            return;
        };
        let declared = keywords.properties.get(property);
        match declared.map(|declared| self.strings(declared)) {
            Some(values) => {
                let new = values.into_iter().filter(|value| !tags.contains(value));
                tags.extend(new.collect::<Vec<_>>());
            }
            None => {
                for part in alternatives(&keywords).iter().filter_map(place_of) {
                    self.add_told(property, &part, met, tags);
                }
            }
        }
    }
}
