//! The sum of the schemas that an `allOf` merges.

use std::collections::HashSet;

use openapiv3::{AdditionalProperties, AnySchema, Discriminator, ReferenceOr, Schema};

use super::union::alternatives;
use crate::diagnostic::{Code, Sink};
use crate::lower::node::{place_of, read_schema};
use crate::place::Place;
use crate::resolve::Bundle;

/// A chain of `allOf`s that is longer than this is nobody's.
const DEEPEST: usize = 64;

pub(super) struct Merger<'a> {
    pub(super) bundle: &'a Bundle,
    pub(super) sink: &'a mut Sink,
    /// The schema that is merged into, where conflicts are reported.
    pub(super) place: &'a Place,
    pub(super) sum: AnySchema,
    /// What was met on the way that holds on some condition.
    pub(super) conditional: Vec<Place>,
    /// What tells the parts of a union apart that was added.
    pub(super) discriminator: Option<Discriminator>,
    /// Whether members that no schema declares may be of another kind than `additionalProperties` says.
    pub(super) has_other_members: bool,
    /// The schemas that were added.
    seen: HashSet<Place>,
    /// The schemas that are being added, outermost first.
    pub(super) open: Vec<Place>,
}

impl<'a> Merger<'a> {
    pub(super) fn new(place: &'a Place, bundle: &'a Bundle, sink: &'a mut Sink) -> Self {
        Self {
            bundle,
            sink,
            place,
            sum: AnySchema::default(),
            conditional: Vec::new(),
            discriminator: None,
            has_other_members: false,
            seen: HashSet::new(),
            open: Vec::new(),
        }
    }

    /// What was added, and what holds of it on some condition.
    pub(super) fn finish(mut self) -> Option<AnySchema> {
        if has_two_unions(&self.sum) {
            // A union is of one of these. What the parts of the other one add may be there, or not.
            let parts = std::mem::take(&mut self.sum.any_of);
            self.conditional.extend(parts.iter().filter_map(place_of));
        }
        self.add_conditional()?;
        Some(self.sum)
    }

    /// Adds a schema: what it builds on first, so that its own words come last and win.
    pub(super) fn add(&mut self, mut keywords: AnySchema, depth: usize) -> Option<()> {
        if depth > DEEPEST {
            self.sink.report(
                Code::UnsupportedSchema,
                &self.place.child("allOf"),
                "this `allOf` is too deep",
            );
            return None;
        }
        for part in std::mem::take(&mut keywords.all_of) {
            self.add_part(&part, depth)?;
        }
        self.put(keywords)
    }

    fn add_part(&mut self, part: &ReferenceOr<Schema>, depth: usize) -> Option<()> {
        self.add_schema(&place_of(part)?, depth)
    }

    pub(super) fn add_schema(&mut self, place: &Place, depth: usize) -> Option<()> {
        if self.bundle.is_dangling(place) {
            return Some(());
        }
        if self.open.contains(place) {
            self.conflict("this `allOf` holds itself, which says nothing".to_owned());
            return Some(());
        }
        // Once is enough, however many ways lead here.
        if !self.seen.insert(place.clone()) {
            return Some(());
        }
        let mut node = read_schema(self.bundle, place, self.sink)?;
        if self.lists_an_open_one(&node.keywords) {
            // A base that lists its heirs: which of them a value is says nothing of this one.
            node.keywords.one_of.clear();
            node.keywords.any_of.clear();
        }
        if !alternatives(&node.keywords).is_empty() && self.discriminator.is_none() {
            self.discriminator = node.data.discriminator.take();
        }
        self.conditional.extend(node.conditional());
        self.has_other_members |= node.has_other_members();
        self.open.push(place.clone());
        let added = self.add_whole(node.base(), node.keywords, depth + 1);
        self.open.pop();
        added
    }

    /// What a `$ref` leads to, and what stands beside it.
    pub(super) fn add_whole(
        &mut self,
        base: Option<Place>,
        keywords: AnySchema,
        depth: usize,
    ) -> Option<()> {
        if let Some(base) = base {
            self.add_schema(&base, depth)?;
        }
        self.add(keywords, depth)
    }

    /// Whether a part of the union is a schema that is being added.
    fn lists_an_open_one(&self, keywords: &AnySchema) -> bool {
        let parts = keywords.one_of.iter().chain(&keywords.any_of);
        let mut parts = parts.filter_map(place_of);
        parts.any(|part| self.open.contains(self.bundle.follow(&part)))
    }

    fn put(&mut self, keywords: AnySchema) -> Option<()> {
        let AnySchema {
            typ,
            properties,
            required,
            additional_properties,
            items,
            enumeration,
            format,
            one_of,
            any_of,
            all_of: _,
            // Bounds change no type.
            pattern: _,
            multiple_of: _,
            exclusive_minimum: _,
            exclusive_maximum: _,
            minimum: _,
            maximum: _,
            min_properties: _,
            max_properties: _,
            min_items: _,
            max_items: _,
            unique_items: _,
            min_length: _,
            max_length: _,
            not: _,
        } = keywords;
        self.put_type(typ);
        self.put_union(one_of, |sum| &mut sum.one_of);
        self.put_union(any_of, |sum| &mut sum.any_of);
        self.put_enum(enumeration);
        for (name, property) in properties {
            self.put_property(name, property);
        }
        self.put_items(items);
        let sum = &mut self.sum;
        sum.required.extend(required);
        sum.additional_properties = wider(sum.additional_properties.take(), additional_properties);
        sum.format = format.or(sum.format.take());
        Some(())
    }

    /// No value is of two types at once: one of the parts is a slip.
    fn put_type(&mut self, typ: Option<String>) {
        let Some(now) = typ else { return };
        let Some(before) = self.sum.typ.take() else {
            self.sum.typ = Some(now);
            return;
        };
        if let Some(common) = common_type(&before, &now) {
            self.sum.typ = Some(common.to_owned());
            return;
        }
        self.conflict(format!("`allOf` asks for `{before}` and `{now}` at once"));
        self.sum.typ = Some(now);
    }

    /// A union is of the first list. What the parts of another one add may be there, or not.
    fn put_union(
        &mut self,
        parts: Vec<ReferenceOr<Schema>>,
        list: impl Fn(&mut AnySchema) -> &mut Vec<ReferenceOr<Schema>>,
    ) {
        let sum = list(&mut self.sum);
        if sum.is_empty() {
            *sum = parts;
        } else if *sum != parts {
            self.conditional.extend(parts.iter().filter_map(place_of));
        }
    }

    pub(super) fn conflict(&mut self, message: String) {
        self.sink
            .report(Code::AllOfConflict, &self.place.child("allOf"), message);
    }

    /// A value has to be in every list of values.
    fn put_enum(&mut self, values: Vec<serde_json::Value>) {
        let sum = &mut self.sum.enumeration;
        if sum.is_empty() {
            *sum = values;
        } else if values.iter().any(|value| sum.contains(value)) {
            sum.retain(|value| values.contains(value));
        } else if !values.is_empty() {
            // Whoever writes so means to add the one to the other.
            sum.extend(values);
            let message = "no value is in both of the lists that this `allOf` has; either counts";
            self.conflict(message.to_owned());
        }
    }
}

/// Whether values are of a part of one union, and of a part of another one.
pub(super) fn has_two_unions(keywords: &AnySchema) -> bool {
    !keywords.one_of.is_empty() && !keywords.any_of.is_empty()
}

/// The type of the values that are of two types: every integer is a number.
pub(super) fn common_type<'t>(one: &'t str, other: &'t str) -> Option<&'t str> {
    match (one, other) {
        ("integer", "number") => Some(one),
        ("number", "integer") => Some(other),
        _ => (one == other).then_some(one),
    }
}

/// Members that one part does not declare another one may: a closed part of an `allOf` closes nothing but itself.
fn wider(
    before: Option<AdditionalProperties>,
    now: Option<AdditionalProperties>,
) -> Option<AdditionalProperties> {
    let width = |rest: &Option<AdditionalProperties>| match rest {
        Some(AdditionalProperties::Any(false)) => 0,
        None => 1,
        Some(AdditionalProperties::Any(true)) => 2,
        Some(AdditionalProperties::Schema(_)) => 3,
    };
    if width(&now) >= width(&before) {
        now
    } else {
        before
    }
}
