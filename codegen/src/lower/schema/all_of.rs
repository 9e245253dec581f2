//! `allOf`: one schema out of several.
//!
//! A node's children are references to their places, so that merging is putting plain keywords together.

use std::collections::HashSet;

use openapiv3::{AnySchema, Discriminator};

use super::merger::{Merger, has_two_unions};
use super::wrapper::{add_words, warn_of_type, wrapped};
use crate::diagnostic::Sink;
use crate::lower::node::{SchemaNode, place_of, read_schema};
use crate::place::Place;
use crate::resolve::Bundle;

/// The node with the schemas of its `allOf` merged in; as it is where it only wraps one.
pub(super) fn merge(
    mut node: SchemaNode,
    place: &Place,
    bundle: &Bundle,
    sink: &mut Sink,
) -> Option<SchemaNode> {
    add_words(&mut node, bundle);
    let base = node.base();
    let conditional = node.conditional();
    let has_no_parts = node.keywords.all_of.is_empty() && base.is_none();
    let wrapped = wrapped(&node, place, bundle);
    if let Some(wrapped) = &wrapped {
        warn_of_type(&node, wrapped, place, bundle, sink);
    }
    let has_one = has_no_parts || wrapped.is_some();
    if has_one && !has_two_unions(&node.keywords) && conditional.is_empty() {
        return Some(node);
    }
    let allows_null = parts_allow_null(&node.keywords, bundle);
    let SchemaNode { mut data, keywords } = node;
    data.nullable |= allows_null;
    data.discriminator = data
        .discriminator
        .or_else(|| discriminator_of_parts(&keywords, bundle));
    let parts: Vec<Place> = keywords.all_of.iter().filter_map(place_of).collect();
    let mut merger = Merger::new(place, bundle, sink);
    merger.open.push(place.clone());
    merger.add_whole(base, keywords, 0)?;
    merger.conditional.extend(conditional);
    data.discriminator = data.discriminator.or(merger.discriminator.take());
    let has_other_members = merger.has_other_members;
    let keywords = merger.finish()?;
    let mut merged = SchemaNode { data, keywords };
    if has_other_members {
        merged.add_other_members();
    }
    describe(&mut merged, &parts, bundle);
    Some(merged)
}

/// Takes the description of a text, a number or a flag from its parts, where it has none itself. What a part says of an object is said of what
/// several build on.
fn describe(merged: &mut SchemaNode, parts: &[Place], bundle: &Bundle) {
    let SchemaNode { data, keywords } = merged;
    let name = keywords.typ.as_deref();
    let is_plain = name.is_some_and(|name| PLAIN.contains(&name));
    if data.description.is_none() && is_plain {
        // What is wrong with a part was reported when it was merged.
        let read = |part| read_schema(bundle, bundle.follow(part), &mut Sink::default());
        data.description = parts.iter().find_map(|part| read(part)?.data.description);
    }
}

/// Types of values without parts.
const PLAIN: [&str; 4] = ["string", "integer", "number", "boolean"];

/// Whether a schema that is put together of others alone may be null: where one of them may, and the others say nothing of values.
fn parts_allow_null(keywords: &AnySchema, bundle: &Bundle) -> bool {
    let alone = AnySchema {
        all_of: keywords.all_of.clone(),
        ..AnySchema::default()
    };
    let parts = keywords.all_of.iter().filter_map(place_of);
    // What is wrong with a part is reported when it is merged.
    let read = |part: Place| read_schema(bundle, bundle.follow(&part), &mut Sink::default());
    let parts: Vec<(bool, bool)> = parts
        .filter_map(read)
        .map(|SchemaNode { data, keywords }| (data.nullable, keywords == AnySchema::default()))
        .collect();
    *keywords == alone
        && parts.iter().any(|(may_be_null, _)| *may_be_null)
        && parts
            .iter()
            .all(|(may_be_null, is_silent)| *may_be_null || *is_silent)
}

/// The discriminator that stands in a part of its own, as tools write it that put the properties of an heir there.
fn discriminator_of_parts(keywords: &AnySchema, bundle: &Bundle) -> Option<Discriminator> {
    let parts = keywords.all_of.iter().filter_map(place_of);
    let mut own = parts.filter(|part| bundle.reference(part).is_none());
    own.find_map(|part| {
        let node = read_schema(bundle, &part, &mut Sink::default())?;
        node.data.discriminator
    })
}

/// Two schemas as one.
pub(super) fn both(
    one: AnySchema,
    other: AnySchema,
    place: &Place,
    bundle: &Bundle,
    sink: &mut Sink,
) -> Option<AnySchema> {
    let mut merger = Merger::new(place, bundle, sink);
    merger.add(one, 0)?;
    merger.add(other, 0)?;
    merger.finish()
}

/// Whether a schema has another one among those that its `allOf` puts together.
pub(super) fn builds_on(bundle: &Bundle, place: &Place, base: &Place) -> bool {
    let (mut seen, mut pending) = (HashSet::new(), vec![place.clone()]);
    while let Some(place) = pending.pop() {
        let place = bundle.follow(&place);
        if !seen.insert(place.clone()) {
            continue;
        }
        let parts = bundle.elements(&place.child("allOf"));
        if parts.iter().any(|part| bundle.follow(part) == base) {
            return true;
        }
        pending.extend(parts);
    }
    false
}
