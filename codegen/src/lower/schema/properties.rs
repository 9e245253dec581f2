//! Properties that several parts of an `allOf` describe.

use openapiv3::{AnySchema, ReferenceOr, Schema};
use serde_json::Value;

use super::composed::{all_of, places, said};
use super::merger::{Merger, common_type};
use crate::lower::node::place_of;
use crate::place::Place;

type Property = ReferenceOr<Box<Schema>>;

impl Merger<'_> {
    /// Adds a property. One that is there already is what both say: the last one has the last word, and objects have the properties of
    /// both.
    pub(super) fn put_property(&mut self, name: String, property: Property) {
        let property = match self.sum.properties.get(&name) {
            Some(before) if *before != property => self.both(&name, &before.clone(), property),
            Some(_) | None => property,
        };
        self.sum.properties.insert(name, property);
    }

    /// Adds what is said of the items of a list, as is done with a property.
    pub(super) fn put_items(&mut self, items: Option<Property>) {
        self.sum.items = match (self.sum.items.take(), items) {
            (Some(before), Some(now)) if before != now => Some(self.both("items", &before, now)),
            (before, now) => now.or(before),
        };
    }

    fn both(&mut self, name: &str, before: &Property, now: Property) -> Property {
        let (mut places_before, places_now) = (places(before), places(&now));
        let (Some(one), [other]) = (places_before.last(), places_now.as_slice()) else {
            return now;
        };
        let (one, other) = (said(one, self.bundle), said(other, self.bundle));
        if one == other || says_nothing(&one) {
            return now;
        }
        if self.narrows(&one, &other) {
            return before.clone();
        }
        let confirms = self.only_confirms(&other, &one);
        if confirms && (other.1.required.is_empty() || !self.is_object(&one)) {
            return before.clone();
        }
        if let (Some(type_before), Some(type_now)) = (self.stated(&one), self.stated(&other))
            && type_before != type_now
        {
            let common = self.common_type(name, &type_before, &type_now);
            if common == Some(&type_before) {
                return before.clone();
            }
        } else if confirms || self.have_parts(&one, &other) && !self.builds_on(&other, &one) {
            places_before.retain(|place| !places_now.contains(place));
            places_before.extend(places_now);
            return all_of(&places_before);
        }
        now
    }

    /// The type of what is of two types in two parts; a conflict, where there is none.
    fn common_type<'t>(&mut self, name: &str, before: &'t str, now: &'t str) -> Option<&'t str> {
        let common = common_type(before, now);
        if common.is_none() {
            self.conflict(format!(
                "`{name}` is of type `{before}` in one part of this `allOf` and `{now}` in another; the last one counts"
            ));
        }
        common
    }

    /// Whether a schema lists some of the values that another one lists: a value has to be in both lists.
    fn narrows(&self, one: &Said, other: &Said) -> bool {
        let (some, all) = (self.listed(one), self.listed(other));
        let has = |value| all.contains(value);
        !some.is_empty() && some.len() < all.len() && some.iter().all(has)
    }

    /// The values that a schema lists, by itself or by what it refers to.
    fn listed(&self, (reference, keywords): &Said) -> Vec<Value> {
        match reference {
            Some(target) => self.listed(&said(self.bundle.follow(target), self.bundle)),
            None => keywords.enumeration.clone(),
        }
    }

    /// Whether a schema says nothing of a value, or no more than another one does: its type, and what an object has to have.
    fn only_confirms(&self, (reference, keywords): &Said, other: &Said) -> bool {
        let more = AnySchema {
            typ: None,
            required: Vec::new(),
            ..keywords.clone()
        };
        let is_stated = keywords.typ.is_none() || keywords.typ == self.stated(other);
        says_nothing(&(reference.clone(), more)) && is_stated
    }

    /// The type that a schema states, by itself or by what it refers to.
    fn stated(&self, (reference, keywords): &Said) -> Option<String> {
        let target = reference.as_ref().map(|target| self.bundle.follow(target));
        let own = keywords.typ.clone();
        own.or_else(|| self.stated(&said(target?, self.bundle)))
    }

    /// Whether what one schema says of the parts of a value is to be put beside what another one says: of properties, or of items.
    fn have_parts(&self, one: &Said, other: &Said) -> bool {
        (self.is_object(one) && self.is_object(other)) || (self.is_list(one) && self.is_list(other))
    }

    fn is_list(&self, (reference, keywords): &Said) -> bool {
        match reference {
            Some(target) => self.is_list(&said(self.bundle.follow(target), self.bundle)),
            None => keywords.items.is_some(),
        }
    }

    /// Whether a schema says what an object has, by itself or by what it refers to.
    fn is_object(&self, (reference, keywords): &Said) -> bool {
        match reference {
            Some(target) => self.is_object(&said(self.bundle.follow(target), self.bundle)),
            None => {
                !keywords.properties.is_empty()
                    || !keywords.all_of.is_empty()
                    || keywords.additional_properties.is_some()
            }
        }
    }

    /// Whether a schema has all that another one says by referring to it.
    fn builds_on(&self, (reference, keywords): &Said, base: &Said) -> bool {
        let Some(base) = base.0.as_ref().map(|base| self.bundle.follow(base)) else {
            return false;
        };
        let own = AnySchema::clone(keywords);
        let mut pending: Vec<(Option<Place>, AnySchema)> = vec![(reference.clone(), own)];
        let mut seen = Vec::new();
        while let Some((reference, keywords)) = pending.pop() {
            if let Some(target) = reference.map(|target| self.bundle.follow(&target).clone()) {
                if target == *base {
                    return true;
                }
                if !seen.contains(&target) {
                    pending.push(said(&target, self.bundle));
                    seen.push(target);
                }
            }
            let parts = keywords.all_of.iter();
            pending.extend(
                parts
                    .filter_map(place_of)
                    .map(|part| said(&part, self.bundle)),
            );
        }
        false
    }
}

type Said = (Option<Place>, AnySchema);

fn says_nothing((reference, keywords): &Said) -> bool {
    reference.is_none() && *keywords == AnySchema::default()
}
