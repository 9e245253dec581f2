//! Values that a schema allows: those that the document gives, and those that are made of its keywords.

mod array;
mod declared;
mod event;
mod files;
mod fit;
mod flat;
mod format;
mod number;
mod object;
mod text;
mod union;

use std::cell::Cell;

use serde_json::Value;

use crate::place::Place;
use crate::resolve::Bundle;
use flat::Flat;

/// Deeper than this only what is required is made, or samples of large documents would be as large.
const DEEPEST_OPTIONAL: usize = 3;

/// Deeper than this nothing is made: a schema that requires itself has no value.
const DEEPEST: usize = 12;

/// More nodes than these hold what is required, and no more.
const MOST_NODES: usize = 60;

/// More nodes than these are not tried: schemas of one of several can have more values than anyone waits for.
const MOST_TRIES: usize = 2_000;

/// After so many comparisons of values with schemas everything fits.
const MOST_COMPARISONS: usize = 200_000;

/// So many schemas of one of several may hold one in the other.
const MOST_UNIONS: usize = 32;

/// Which way a value goes: `readOnly` properties are of answers, `writeOnly` ones of requests.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Way {
    Request,
    Answer,
}

/// How much of what is optional a sample has.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Extent {
    /// As much as there is, within bounds.
    Full,
    /// Nothing.
    Bare,
}

/// Makes values that go one way.
pub(super) struct Sampler<'a> {
    bundle: &'a Bundle,
    way: Way,
    extent: Extent,
    comparisons: Cell<usize>,
}

/// How far a sample has come.
#[derive(Clone, Copy)]
struct At<'n> {
    depth: usize,
    nodes: &'n Cell<usize>,
}

impl At<'_> {
    fn below(self) -> Self {
        Self {
            depth: self.depth + 1,
            nodes: self.nodes,
        }
    }
}

impl<'a> Sampler<'a> {
    pub(super) fn new(bundle: &'a Bundle, way: Way, extent: Extent) -> Self {
        Self {
            bundle,
            way,
            extent,
            comparisons: Cell::new(0),
        }
    }

    /// A value of the schema; `None` where none is found.
    pub(super) fn sample(&self, schema: &Place) -> Option<Value> {
        let nodes = Cell::new(0);
        let at = At {
            depth: 0,
            nodes: &nodes,
        };
        self.sample_at(schema, at)
    }

    /// The first of the given values that the schema allows and declares as a whole, or one that is made.
    pub(super) fn given_or_made(&self, given: Vec<&Value>, schema: &Place) -> Option<Value> {
        let is_whole =
            |value: &&Value| self.fits(value, schema) && self.declared(value, schema) == **value;
        let found = given.into_iter().find(is_whole).cloned();
        found.or_else(|| self.sample(schema))
    }

    /// Whether the schema allows a value, as far as can be told.
    pub(super) fn fits(&self, value: &Value, schema: &Place) -> bool {
        self.fits_at(value, schema, 0)
    }

    fn sample_at(&self, schema: &Place, at: At<'_>) -> Option<Value> {
        let flat = Flat::of(self.bundle, [schema.clone()])?;
        self.sample_flat(&flat, at)
    }

    /// A value that the document gives, or one that is made.
    fn sample_flat(&self, flat: &Flat<'a>, at: At<'_>) -> Option<Value> {
        at.nodes.set(at.nodes.get() + 1);
        if at.depth > DEEPEST || at.nodes.get() > MOST_TRIES {
            return None;
        }
        let given = flat.given().into_iter();
        let mut fitting =
            given.filter(|value| self.fits_flat(value, flat) && self.can_go(value, flat));
        let given = (self.extent == Extent::Full)
            .then(|| fitting.next())
            .flatten();
        given
            .cloned()
            .or_else(|| self.listed(flat))
            .or_else(|| self.made(flat, at))
    }

    /// Whether all of a value goes the way of the sample: a request can hold only what is declared.
    fn can_go(&self, value: &Value, flat: &Flat<'a>) -> bool {
        self.way == Way::Answer || self.declared_by(value, flat, 0) == *value
    }

    /// One of the values that a schema lists.
    fn listed(&self, flat: &Flat<'a>) -> Option<Value> {
        let listed = flat.listed();
        let mut fitting = listed
            .into_iter()
            .filter(|value| !value.is_null() && self.fits_flat(value, flat));
        fitting.next().cloned()
    }

    fn made(&self, flat: &Flat<'a>, at: At<'_>) -> Option<Value> {
        if flat.is_listed() {
            return None;
        }
        if flat.has_unions() {
            return self.of_union(flat, at);
        }
        match flat.kind()? {
            "object" => self.object(flat, at),
            "array" => self.array(flat, at),
            "string" => text::sample(flat).map(Value::String),
            "integer" => number::integer(flat),
            "number" => number::number(flat),
            "boolean" => Some(Value::Bool(true)),
            _ => Some(Value::Null),
        }
    }
}
