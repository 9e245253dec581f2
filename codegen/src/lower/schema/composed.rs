//! Properties that several schemas describe, none of which is the property's own.
//!
//! A child is called by its place, and these have none: they stand in their parent as a composition of the places that they come from.

use std::borrow::Borrow;
use std::collections::HashSet;

use openapiv3::{AnySchema, ReferenceOr, Schema, SchemaData, SchemaKind};
use serde_json::Value;

use super::merger::Merger;
use super::{Class, Site, Use};
use crate::diagnostic::Sink;
use crate::ir::{Ty, TypeId};
use crate::lower::Lowering;
use crate::lower::node::{SchemaNode, place_of, read_schema};
use crate::place::Place;
use crate::resolve::Bundle;

/// A property that is what one of these says.
pub(super) fn any_of(places: &[Place]) -> ReferenceOr<Box<Schema>> {
    composed(places, |any_of| SchemaKind::AnyOf { any_of })
}

/// A property that is what all of these say, the last one having the last word.
pub(super) fn all_of(places: &[Place]) -> ReferenceOr<Box<Schema>> {
    composed(places, |all_of| SchemaKind::AllOf { all_of })
}

fn composed(
    places: &[Place],
    kind: impl Fn(Vec<ReferenceOr<Schema>>) -> SchemaKind,
) -> ReferenceOr<Box<Schema>> {
    if let [only] = places {
        return ReferenceOr::Reference {
            reference: only.to_string(),
        };
    }
    let references = places
        .iter()
        .map(|place| ReferenceOr::ref_(&place.to_string()))
        .collect();
    ReferenceOr::boxed_item(Schema {
        schema_data: SchemaData::default(),
        schema_kind: kind(references),
    })
}

/// The places that a property comes from: its own, or those of a composition.
pub(super) fn places<S: Borrow<Schema>>(property: &ReferenceOr<S>) -> Vec<Place> {
    match property {
        ReferenceOr::Reference { reference } => reference.parse().into_iter().collect(),
        ReferenceOr::Item(schema) => match &schema.borrow().schema_kind {
            SchemaKind::AllOf { all_of: parts } | SchemaKind::AnyOf { any_of: parts } => {
                parts.iter().filter_map(place_of).collect()
            }
            SchemaKind::Type(_)
            | SchemaKind::OneOf { one_of: _ }
            | SchemaKind::Not { not: _ }
            | SchemaKind::Any(_) => Vec::new(),
        },
    }
}

/// The places of the schemas that all hold of a property.
pub(super) fn all(property: &ReferenceOr<Box<Schema>>) -> Vec<Place> {
    match is_choice(property) {
        true => Vec::new(),
        false => places(property),
    }
}

/// Whether the schemas of a property hold one or another of it, in place of all together.
pub(super) fn is_choice(property: &ReferenceOr<Box<Schema>>) -> bool {
    let kind = property.as_item().map(|schema| &schema.schema_kind);
    matches!(kind, Some(SchemaKind::AnyOf { any_of: _ }))
}

/// All schemas that hold of a value together: those at the places, what they refer to, and the parts of their `allOf`.
pub(in crate::lower) fn holding<'a>(bundle: &'a Bundle, places: &[Place]) -> Vec<&'a Value> {
    let mut seen = HashSet::new();
    let mut pending = places.to_vec();
    let mut nodes = Vec::new();
    while let Some(place) = pending.pop() {
        if !seen.insert(place.clone()) {
            continue;
        }
        let Some(node) = bundle.get(&place) else {
            continue;
        };
        pending.extend(bundle.reference(&place).cloned());
        pending.extend(bundle.elements(&place.child("allOf")));
        nodes.push(node);
    }
    nodes
}

/// The places of schemas that differ in what they are.
pub(super) fn distinct(places: Vec<Place>, bundle: &Bundle) -> Vec<Place> {
    let mut known = Vec::new();
    let is_new = |place: &Place| {
        let said = said(place, bundle);
        let is_new = !known.contains(&said);
        known.push(said);
        is_new
    };
    places.into_iter().filter(is_new).collect()
}

/// What a schema says of types: where it refers to, and its keywords without those that change none.
pub(super) fn said(place: &Place, bundle: &Bundle) -> (Option<Place>, AnySchema) {
    // What is wrong with the schema is reported when it is lowered.
    let node = read_schema(bundle, place, &mut Sink::default());
    let keywords = node.map(|node| node.keywords).unwrap_or_default();
    let said = AnySchema {
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
        not: None,
        ..keywords
    };
    (bundle.reference(place).cloned(), said)
}

impl Lowering<'_> {
    /// The type of a composed property, and the place that has the last word on it.
    pub(super) fn composed(&mut self, schema: &Schema, site: Site) -> Option<(Place, Use)> {
        let mut keywords = AnySchema::default();
        match &schema.schema_kind {
            SchemaKind::AnyOf { any_of } => keywords.any_of.clone_from(any_of),
            SchemaKind::AllOf { all_of } => keywords.all_of.clone_from(all_of),
            SchemaKind::Type(_)
            | SchemaKind::OneOf { one_of: _ }
            | SchemaKind::Not { not: _ }
            | SchemaKind::Any(_) => return None,
        }
        let is_all = !keywords.all_of.is_empty();
        let parts = keywords.all_of.iter().chain(&keywords.any_of);
        let places: Vec<Place> = parts.filter_map(place_of).collect();
        let place = places.last()?.clone();
        let data = read_schema(self.bundle, &place, &mut Sink::default())
            .filter(|_| is_all)
            .map(|node| node.data)
            .unwrap_or_default();
        let mut merger = Merger::new(&place, self.bundle, self.sink);
        merger.add(keywords, 0)?;
        let keywords = merger.finish()?;
        let node = SchemaNode { data, keywords };
        let used = match self.composed_type(&places, &node, &place, &site) {
            Some(id) => self.used(&node, &place, Ty::Named(id), false),
            None => self.inline(&node, &place, &site.made()),
        };
        Some((place, used))
    }

    /// The type of a composition that needs one of its own. It is one for the same places, since one may hold itself.
    fn composed_type(
        &mut self,
        places: &[Place],
        node: &SchemaNode,
        place: &Place,
        site: &Site,
    ) -> Option<TypeId> {
        if let Some(&id) = self.memo.compositions.get(places) {
            return Some(id);
        }
        let parts = match self.classify(node, place) {
            Class::Definition => None,
            Class::Union(parts) => Some(parts),
            Class::Plain(_)
            | Class::Wrapped(_)
            | Class::Named(_)
            | Class::Listed(_)
            | Class::List
            | Class::Map => return None,
        };
        let id = self.reserve_inline(node, place, &site.clone().made());
        self.memo.compositions.insert(places.to_vec(), id);
        let shape = match parts {
            Some(parts) => self.union(node, parts, id),
            None => self.definition(node, place, id),
        };
        self.types.get_mut(id).shape = shape;
        Some(id)
    }
}
