//! Discriminators, and what else tells the parts of a union apart.

use openapiv3::{AnySchema, Discriminator};
use serde_json::Value as Json;

use super::super::own_name;
use super::parts::{Part, Parts};
use crate::diagnostic::Sink;
use crate::lower::Lowering;
use crate::lower::node::{SchemaNode, place_of, read_schema};
use crate::place::Place;

impl Lowering<'_> {
    /// The schemas that the discriminator of a base type stands for: where the base is asked for, one of them comes (OpenAPI 3.0.3,
    /// "Composition and Inheritance"). `None` where the base itself is one of them, or there are none.
    pub(super) fn heirs(&self, node: &SchemaNode, place: &Place) -> Option<Parts> {
        let Discriminator {
            property_name: _,
            mapping,
            extensions: _,
        } = node.data.discriminator.as_ref()?;
        let mut places: Vec<Place> = Vec::new();
        for value in mapping.keys() {
            let heir = self.bundle.mapped(place, value)?;
            if heir == place {
                return None;
            }
            if !places.contains(heir) {
                places.push(heir.clone());
            }
        }
        let part = |place| Part {
            place,
            inline: None,
            role: None,
        };
        let parts: Vec<_> = places.into_iter().map(part).collect();
        (!parts.is_empty()).then_some(Parts {
            parts,
            shared: None,
        })
    }

    /// What an inline part is called: by its title, by the value that tells it from the others, or by its number.
    pub(super) fn role(
        &mut self,
        node: &SchemaNode,
        place: &Place,
        tags: &[String],
        index: usize,
    ) -> String {
        if let Some(target) = self.bundle.reference(place) {
            return own_name(self.bundle, target);
        }
        let title = node
            .data
            .title
            .as_ref()
            .filter(|title| title.split_whitespace().count() <= 4);
        let tag = tags
            .first()
            .cloned()
            .or_else(|| self.constant(&node.keywords));
        title
            .cloned()
            .or(tag)
            .unwrap_or_else(|| format!("variant {}", index + 1))
    }

    /// The one value that a property of the schema may have.
    fn constant(&self, keywords: &AnySchema) -> Option<String> {
        keywords
            .properties
            .values()
            .filter_map(place_of)
            .find_map(|place| match self.values(&place).as_slice() {
                [only] => Some(only.clone()),
                _ => None,
            })
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

    /// The values of the discriminator that stand for a part: those of the mapping, those that the part itself lists, or else its name
    /// (OpenAPI 3.0.3, "Discriminator Object"). The discriminator stands at `union`, unless it comes from a part of that.
    pub(super) fn tags(&mut self, by: &Discriminator, union: &Place, place: &Place) -> Vec<String> {
        let Discriminator {
            property_name,
            mapping,
            extensions: _,
        } = by;
        let target = self.bundle.reference(place).unwrap_or(place).clone();
        let name = own_name(self.bundle, &target);
        let names_it = |(value, reference): &(&String, &String)| {
            let is_called_so = reference.rsplit(['/', '#']).next() == Some(name.as_str());
            is_called_so || self.bundle.mapped(union, value) == Some(&target)
        };
        let mut tags: Vec<String> = mapping
            .iter()
            .filter(names_it)
            .map(|(tag, _)| tag.clone())
            .collect();
        if tags.is_empty() {
            let node = self.merged(&self.bundle.follow(&target).clone());
            let property = node.and_then(|node| {
                node.keywords
                    .properties
                    .get(property_name)
                    .and_then(place_of)
            });
            tags = property
                .map(|property| self.values(&property))
                .unwrap_or_default();
        }
        if tags.is_empty() { vec![name] } else { tags }
    }
}
