//! `then`, `else` and `dependentSchemas`: what a value has on some condition.
//!
//! A type is the same on every condition, so that a property that some condition adds is one that need not be there.

use std::collections::{HashMap, HashSet, VecDeque};

use openapiv3::{AnySchema, ReferenceOr, Schema, SchemaData, SchemaKind};

use super::all_of::Merger;
use super::{Site, Use};
use crate::diagnostic::Sink;
use crate::lower::Lowering;
use crate::lower::node::{SchemaNode, place_of, read_schema};
use crate::place::Place;
use crate::resolve::Bundle;

impl Merger<'_> {
    /// Adds the properties that a value has on some condition. One that is declared without a condition is what that says.
    pub(super) fn add_conditional(&mut self) -> Option<()> {
        let mut found: HashMap<String, Vec<Place>> = HashMap::new();
        let mut order = Vec::new();
        let mut seen = HashSet::new();
        let mut rest = VecDeque::from(std::mem::take(&mut self.conditional));
        while let Some(place) = rest.pop_front() {
            if !seen.insert(place.clone()) {
                continue;
            }
            let mut branch = Merger::new(self.place, self.bundle, self.sink);
            branch.add_schema(&place, 0)?;
            rest.extend(branch.conditional);
            for (name, property) in branch.sum.properties {
                let places = found.entry(name.clone()).or_insert_with(|| {
                    order.push(name);
                    Vec::new()
                });
                places.extend(place_of(&property));
            }
        }
        for name in order {
            let places = found.remove(&name).unwrap_or_default();
            let property = property(distinct(places, self.bundle));
            self.sum.properties.entry(name).or_insert(property);
        }
        Some(())
    }
}

/// The places of schemas that differ in what they are.
fn distinct(places: Vec<Place>, bundle: &Bundle) -> Vec<Place> {
    let mut known = Vec::new();
    let differs = |place: &Place| {
        // What is wrong with the schema is reported when it is lowered.
        let node = read_schema(bundle, place, &mut Sink::default());
        let said = (
            bundle.reference(place).cloned(),
            node.map(|node| unbounded(node.keywords)),
        );
        let is_new = !known.contains(&said);
        known.push(said);
        is_new
    };
    places.into_iter().filter(differs).collect()
}

/// The keywords without those that change no type.
fn unbounded(keywords: AnySchema) -> AnySchema {
    AnySchema {
        pattern: None,
        multiple_of: None,
        exclusive_minimum: None,
        exclusive_maximum: None,
        minimum: None,
        maximum: None,
        min_properties: None,
        max_properties: None,
        min_items: None,
        max_items: None,
        unique_items: None,
        min_length: None,
        max_length: None,
        ..keywords
    }
}

/// A property that is one of these.
fn property(places: Vec<Place>) -> ReferenceOr<Box<Schema>> {
    let mut references: Vec<ReferenceOr<Schema>> = places
        .iter()
        .map(|place| ReferenceOr::ref_(&place.to_string()))
        .collect();
    match (references.pop(), references.is_empty()) {
        (Some(ReferenceOr::Reference { reference }), true) => ReferenceOr::Reference { reference },
        (last, _) => {
            references.extend(last);
            ReferenceOr::boxed_item(Schema {
                schema_data: SchemaData::default(),
                schema_kind: SchemaKind::AnyOf { any_of: references },
            })
        }
    }
}

impl Lowering<'_> {
    /// The type of a property that several conditions describe, each in its way, and the first of their places.
    pub(super) fn one_of_conditions(
        &mut self,
        schema: &Schema,
        site: Site,
    ) -> Option<(Place, Use)> {
        let SchemaKind::AnyOf { any_of } = &schema.schema_kind else {
            return None;
        };
        let place = any_of.first().and_then(place_of)?;
        let node = SchemaNode {
            data: SchemaData::default(),
            keywords: AnySchema {
                any_of: any_of.clone(),
                ..AnySchema::default()
            },
        };
        let used = self.inline(&node, &place, &site.made());
        Some((place, used))
    }
}
