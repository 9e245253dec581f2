//! Whether null is one of the values of a schema.

use std::collections::HashSet;

use serde_json::Value as Json;

use super::union::{alternatives, is_null};
use crate::diagnostic::Sink;
use crate::lower::Lowering;
use crate::lower::node::{SchemaNode, place_of, read_schema};
use crate::place::Place;
use crate::resolve::Bundle;

/// What a schema says about null.
#[derive(Debug, Default)]
pub(in crate::lower) struct Nulls {
    /// Whether it says by itself that null is one of its values.
    itself: bool,
    /// Whether it has no other value.
    alone: bool,
    /// The schemas of which any may say so instead.
    alternatives: Vec<Place>,
}

impl Nulls {
    fn of(node: &SchemaNode, bundle: &Bundle) -> Self {
        let SchemaNode { data, keywords } = node;
        let alone = is_null(keywords);
        let alternatives = alternatives(keywords).iter().filter_map(place_of);
        let alternatives: Vec<Place> = alternatives
            .map(|place| bundle.follow(&place).clone())
            .collect();
        // Of the empty schema is everything.
        let is_empty = |place: &Place| {
            let node = bundle.get(place).and_then(Json::as_object);
            node.is_some_and(serde_json::Map::is_empty)
        };
        Self {
            itself: data.nullable
                || alone
                || keywords.enumeration.iter().any(Json::is_null)
                || alternatives.iter().any(is_empty),
            alone,
            alternatives,
        }
    }
}

impl Lowering<'_> {
    /// Whether null is one of the values of a schema.
    pub(super) fn has_null(&mut self, node: &SchemaNode) -> bool {
        let Nulls {
            itself,
            alone: _,
            alternatives,
        } = Nulls::of(node, self.bundle);
        itself || self.any_allows_null(alternatives)
    }

    /// Whether null is one of the values of the schema at the end of the chain that starts at `place`.
    pub(super) fn allows_null(&mut self, place: &Place) -> bool {
        self.any_allows_null(vec![self.bundle.follow(place).clone()])
    }

    /// Whether the type that a `$ref` leads to has to be said to be null too: one that has no other value is not.
    pub(super) fn is_named_nullable(&mut self, target: &Place) -> bool {
        self.allows_null(target) && !self.is_only_null(target)
    }

    /// Whether a schema has null and no other value, at the end of the chain that starts at `place`.
    pub(super) fn is_only_null(&mut self, place: &Place) -> bool {
        self.nulls(self.bundle.follow(place)).alone
    }

    fn any_allows_null(&mut self, places: Vec<Place>) -> bool {
        let mut seen = HashSet::new();
        let mut pending = places;
        while let Some(place) = pending.pop() {
            if !seen.insert(place.clone()) {
                continue;
            }
            let Nulls {
                itself,
                alone: _,
                alternatives,
            } = self.nulls(&place);
            if *itself {
                return true;
            }
            pending.extend_from_slice(alternatives);
        }
        false
    }

    /// What the schema at a place says, read once however many refer to it.
    fn nulls(&mut self, place: &Place) -> &Nulls {
        let bundle = self.bundle;
        self.memo.nulls.entry(place.clone()).or_insert_with(|| {
            // What is wrong with the schema is reported when it is lowered.
            let node = read_schema(bundle, place, &mut Sink::default());
            node.map(|node| Nulls::of(&node, bundle))
                .unwrap_or_default()
        })
    }
}
