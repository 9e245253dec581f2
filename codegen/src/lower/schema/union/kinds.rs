//! A discriminator made ready to be asked by each of many parts.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use openapiv3::Discriminator;

use crate::place::Place;
use crate::resolve::Bundle;

/// A value of a mapping, with its place among all.
type Listed<'a> = (usize, &'a String);

/// What a discriminator says of kinds.
pub(super) struct Kinds<'a> {
    pub(super) property: &'a str,
    /// Where it stands, unless it comes from a part of that.
    pub(super) union: &'a Place,
    /// The values of the mapping by the schemas that these name.
    by_schema: HashMap<&'a Place, Vec<Listed<'a>>>,
    /// Those that lead nowhere, since the discriminator comes from elsewhere, by the last word of what they name.
    by_name: HashMap<&'a str, Vec<Listed<'a>>>,
    /// What builds on the schema that it stands at.
    pub(super) heirs: HashSet<&'a Place>,
    /// The values that this schema itself lists.
    pub(super) told: OnceCell<Vec<String>>,
}

impl<'a> Kinds<'a> {
    pub(super) fn new(by: &'a Discriminator, union: &'a Place, bundle: &'a Bundle) -> Self {
        let Discriminator {
            property_name,
            mapping,
            extensions: _,
        } = by;
        let mut kinds = Self {
            property: property_name,
            union,
            by_schema: HashMap::new(),
            by_name: HashMap::new(),
            heirs: bundle.heirs(union).iter().collect(),
            told: OnceCell::new(),
        };
        for (index, (value, reference)) in mapping.iter().enumerate() {
            let listed = match bundle.mapped(union, value) {
                Some(named) => kinds.by_schema.entry(bundle.follow(named)).or_default(),
                None => {
                    let name = reference.rsplit(['/', '#']).next().unwrap_or_default();
                    kinds.by_name.entry(name).or_default()
                }
            };
            listed.push((index, value));
        }
        kinds
    }

    /// The values of the mapping that stand for a schema of that name, in the order of the document.
    pub(super) fn mapped(&self, schema: &Place, name: &str) -> Vec<String> {
        let by_schema = self.by_schema.get(schema).into_iter();
        let all = by_schema.chain(self.by_name.get(name)).flatten();
        let mut all: Vec<&Listed<'_>> = all.collect();
        all.sort_unstable();
        all.into_iter().map(|(_, value)| (*value).clone()).collect()
    }
}
