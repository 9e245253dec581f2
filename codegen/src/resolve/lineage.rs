//! The discriminators that name a schema, and the bases that it builds on: by the schema, so that each is found without asking all.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::Bundle;
use crate::place::{Place, Pointer};

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Lineage {
    names: HashMap<Place, BTreeSet<String>>,
    bases: HashMap<Place, Vec<Place>>,
    /// The inline members of unions that a `$ref` leads to.
    members: HashSet<Place>,
}

impl Lineage {
    /// Asks every reference and every base once.
    pub(super) fn of(bundle: &Bundle) -> Self {
        let mut lineage = Self::default();
        for (at, schema) in &bundle.references {
            if is_in_union(schema) {
                lineage.members.insert(schema.clone());
            }
            if let Some(name) = name_in_mapping(at) {
                let names = lineage.names.entry(schema.clone()).or_default();
                names.insert(name);
            }
        }
        for (base, heirs) in &bundle.heirs {
            for schema in heirs.iter().chain([base]) {
                let bases = lineage.bases.entry(schema.clone()).or_default();
                bases.push(base.clone());
            }
        }
        lineage
    }

    /// The values that mappings of discriminators have for a schema.
    pub(super) fn names(&self, schema: &Place) -> Vec<String> {
        let names = self.names.get(schema);
        names.into_iter().flatten().cloned().collect()
    }

    /// Whether a schema is an inline member of a union, to which a `$ref` leads.
    pub(super) fn is_member(&self, schema: &Place) -> bool {
        self.members.contains(schema)
    }

    /// The bases that a schema builds on, or is.
    fn bases(&self, schema: &Place) -> &[Place] {
        self.bases.get(schema).map_or(&[], Vec::as_slice)
    }

    /// The bases that all of some schemas build on, or are.
    pub(super) fn common_bases<'a>(
        &'a self,
        schemas: &'a [Place],
    ) -> impl Iterator<Item = &'a Place> {
        let (first, others) = schemas.split_first().unzip();
        let bases = first.map_or(&[][..], |first| self.bases(first));
        let is_common = move |base: &&Place| {
            let mut others = others.into_iter().flatten();
            others.all(|other| self.bases(other).contains(base))
        };
        bases.iter().filter(is_common)
    }
}

fn is_in_union(schema: &Place) -> bool {
    let list = schema.pointer.parent();
    let keyword = list.as_ref().and_then(Pointer::last);
    keyword.is_some_and(|keyword| matches!(&*keyword, "oneOf" | "anyOf"))
}

/// The value of a discriminator that stands at a place of its mapping.
fn name_in_mapping(at: &Place) -> Option<String> {
    let mapping = at.pointer.parent()?;
    let is_mapping = mapping.as_str().ends_with("/discriminator/mapping");
    is_mapping.then(|| at.pointer.last().map(Cow::into_owned))?
}
