//! The heirs of a base, which its discriminator tells apart.

use indexmap::{IndexMap, IndexSet};
use openapiv3::Discriminator;

use super::super::own_name;
use super::parts::{Part, Parts};
use crate::lower::Lowering;
use crate::lower::node::SchemaNode;
use crate::place::Place;

impl Lowering<'_> {
    /// The schemas that the discriminator of a base type stands for: where the base is asked for, one of them comes (OpenAPI 3.0.3,
    /// "Composition and Inheritance"). `None` where the base itself is one of them, or there are none.
    pub(super) fn heirs(&mut self, node: &SchemaNode, place: &Place) -> Option<Parts> {
        let Discriminator {
            property_name,
            mapping,
            extensions: _,
        } = node.data.discriminator.as_ref()?;
        let places = self.places_of_heirs(mapping, place)?;
        let part = |place| Part {
            place,
            inline: None,
            role: None,
        };
        let mut parts: Vec<_> = places.into_iter().map(part).collect();
        if parts.is_empty() {
            return None;
        }
        let is_default = self.bundle.mapped_by_default(place) == Some(place);
        if is_default || self.is_of_its_own_kind(property_name, mapping.is_empty(), place) {
            parts.push(itself(node, place));
        }
        Some(Parts {
            parts,
            shared: None,
        })
    }

    /// The heirs that the mapping names, and those that it leaves out: they go by their own names. `None` where it names the base.
    fn places_of_heirs(
        &self,
        mapping: &IndexMap<String, String>,
        base: &Place,
    ) -> Option<IndexSet<Place>> {
        // One that leads nowhere has its warning; the others are heirs all the same.
        let mapped = mapping
            .keys()
            .filter_map(|value| self.bundle.mapped(base, value));
        let mapped: Vec<_> = mapped.collect();
        if mapped.contains(&base) {
            return None;
        }
        let default = self.bundle.mapped_by_default(base);
        let default = default.filter(|default| *default != base);
        let others = default.into_iter().chain(self.bundle.heirs(base));
        Some(mapped.into_iter().chain(others).cloned().collect())
    }

    /// Whether values may be of a base and of none of its heirs: others name it among their kinds, or nothing says which kinds there are.
    fn is_of_its_own_kind(&mut self, property: &str, is_open: bool, place: &Place) -> bool {
        let name = own_name(self.bundle, place);
        let told = self.told(property, place);
        let is_told = |told: &String| told.eq_ignore_ascii_case(&name);
        let is_open = is_open && (told.is_empty() || told.iter().any(is_told));
        is_open || !self.names(place).is_empty()
    }
}

/// A base as one of its own kinds, with its properties and without its heirs.
fn itself(node: &SchemaNode, place: &Place) -> Part {
    let mut node = node.clone();
    node.data.discriminator = None;
    Part {
        place: place.clone(),
        inline: Some(node),
        role: Some("base".to_owned()),
    }
}
