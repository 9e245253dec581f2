//! What a schema says of the parts of a value.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::flat::Flat;
use super::{MOST_UNIONS, Sampler, Way};
use crate::place::Place;

/// What holds of a value.
pub(super) struct Chosen<'a> {
    pub(super) flat: Flat<'a>,
    /// The properties that no schema declares and a discriminator does, with the value that stands for the schema.
    tags: Vec<(String, String)>,
}

impl<'a> Sampler<'a> {
    /// The value without the properties that nothing declares, which types leave aside.
    pub(in crate::witness) fn declared(&self, value: &Value, schema: &Place) -> Value {
        let flat = Flat::of(self.bundle, [schema.clone()]);
        flat.map_or_else(|| value.clone(), |flat| self.declared_by(value, &flat, 0))
    }

    pub(super) fn declared_by(&self, value: &Value, flat: &Flat<'a>, depth: usize) -> Value {
        if self.is_of_several(value, flat, depth) {
            return value.clone();
        }
        let Chosen { flat, tags } = self.chosen(value, flat, depth);
        match value {
            Value::Object(members) => {
                let kept = members.iter().filter_map(|(name, value)| {
                    let schemas = self.member(&flat, name)?;
                    let schema = Flat::of(self.bundle, schemas)?;
                    Some((name.clone(), self.declared_by(value, &schema, depth + 1)))
                });
                let mut kept: Map<String, Value> = kept.collect();
                for (name, tag) in tags {
                    let told = members.get(&name).cloned();
                    let told = told.unwrap_or_else(|| Value::String(tag));
                    kept.entry(name).or_insert(told);
                }
                Value::Object(kept)
            }
            Value::Array(items) => {
                let schema = Flat::of(self.bundle, flat.places("items"));
                let item = |item: &Value| {
                    let schema = schema.as_ref();
                    schema.map_or_else(
                        || item.clone(),
                        |schema| self.declared_by(item, schema, depth + 1),
                    )
                };
                items.iter().map(item).collect()
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.clone(),
        }
    }

    /// The schemas of a member; `None` where it is not declared, and nothing says that it may be there all the same.
    fn member(&self, flat: &Flat<'a>, name: &str) -> Option<Vec<Place>> {
        let declared = flat.property(self.bundle, name);
        if !declared.is_empty() {
            let property = Flat::of(self.bundle, declared.clone())?;
            // The types of requests have no place for what only answers carry; those of answers are the whole ones.
            let goes = self.way == Way::Answer || self.travels(&property);
            return goes.then_some(declared);
        }
        // What is required is there, whatever it is.
        if flat.required().contains(&name) {
            return Some(Vec::new());
        }
        let is_open = self.is_open(flat);
        is_open.then(|| flat.rest().unwrap_or_default())
    }

    /// The schemas that hold of a value: of each union the one that it fits and that declares most of it.
    pub(super) fn chosen(&self, value: &Value, flat: &Flat<'a>, depth: usize) -> Chosen<'a> {
        let mut flat = flat.clone();
        let mut tags = Vec::new();
        for _ in 0..MOST_UNIONS {
            let Some((holder, branches)) = flat.union() else {
                break;
            };
            let fitting = branches
                .iter()
                .rev()
                .filter(|branch| self.fits_branch(value, branch, depth));
            let branch = fitting.max_by_key(|branch| self.count_declared(value, branch));
            let other = || branches.iter().find(|branch| self.is_of_values(branch));
            let Some(branch) = branch.or_else(other) else {
                break;
            };
            tags.extend(self.tag_of_its_own(holder, &branches, branch));
            let Some(next) = flat.with(self.bundle, branch) else {
                break;
            };
            flat = next;
        }
        if let Some((heir, property, tag)) = self.heir(value, &flat) {
            tags.push((property, tag));
            return Chosen { flat: heir, tags };
        }
        Chosen { flat, tags }
    }

    /// The heir of a base that a value says it is, with the discriminator and what that says (OpenAPI 3.0.3, "Discriminator Object").
    fn heir(&self, value: &Value, flat: &Flat<'a>) -> Option<(Flat<'a>, String, String)> {
        let (base, property) = flat.base(self.bundle)?;
        let tag = value.get(property)?.as_str()?;
        let mapped = self
            .bundle
            .mapped(base, tag)
            .map(|heir| self.bundle.follow(heir));
        let heirs = self.bundle.heirs(base).iter().chain([base]);
        let mut named = heirs.filter(|heir| self.own_tag(heir).as_deref() == Some(tag));
        let default = self.bundle.mapped_by_default(base);
        let heir = mapped.or_else(|| named.next()).or(default)?;
        let heir = Flat::of(self.bundle, [heir.clone()])?;
        Some((heir, property.to_owned(), tag.to_owned()))
    }

    /// The discriminator of a union that some branch does not declare, or need not have: whoever writes the value has to write that too,
    /// but for a branch that values without it are of.
    fn tag_of_its_own(
        &self,
        holder: &Place,
        branches: &[Place],
        branch: &Place,
    ) -> Option<(String, String)> {
        let (property, tag) = self.tag(holder, branch)?;
        let is_told = |branch: &&Place| !self.bundle.is_mapped_by_default(holder, branch);
        let lacks = |flat: Flat<'a>| {
            let has = flat.required().contains(&property.as_str())
                && !flat.property(self.bundle, &property).is_empty();
            !flat.has_unions() && !has
        };
        let mut told = branches.iter().filter(is_told);
        let is_lacking =
            told.any(|branch| Flat::of(self.bundle, [branch.clone()]).is_some_and(lacks));
        (is_lacking && is_told(&branch)).then_some((property, tag))
    }

    /// Whether a value is of several schemas of a union at once, each of which declares what the others do not: it is kept as it is.
    fn is_of_several(&self, value: &Value, flat: &Flat<'a>, depth: usize) -> bool {
        let (Some((_, branches)), Value::Object(members)) = (flat.union(), value) else {
            return false;
        };
        let fitting = branches
            .iter()
            .filter(|branch| self.fits_branch(value, branch, depth))
            .filter_map(|branch| flat.with(self.bundle, branch));
        let declared: Vec<HashSet<&String>> = fitting
            .map(|flat| {
                let names = members.keys();
                names
                    .filter(|name| !flat.property(self.bundle, name).is_empty())
                    .collect()
            })
            .collect();
        let all: HashSet<&String> = declared.iter().flatten().copied().collect();
        !declared.is_empty() && declared.iter().all(|names| names.len() < all.len())
    }

    /// How many members of a value a schema declares.
    fn count_declared(&self, value: &Value, schema: &Place) -> usize {
        let names = value
            .as_object()
            .into_iter()
            .flat_map(|members| members.keys());
        let Some(flat) = Flat::of(self.bundle, [schema.clone()]) else {
            return 0;
        };
        names
            .filter(|name| !flat.property(self.bundle, name).is_empty())
            .count()
    }

    /// Whether a schema is of more than null.
    fn is_of_values(&self, schema: &Place) -> bool {
        let flat = Flat::of(self.bundle, [schema.clone()]);
        flat.is_some_and(|flat| flat.kind() != Some("null"))
    }

    /// Whether properties that are not declared are kept.
    fn is_open(&self, flat: &Flat<'a>) -> bool {
        const OPEN: [&str; 3] = [
            "additionalProperties",
            "unevaluatedProperties",
            "patternProperties",
        ];
        let says = |keyword: &&str| flat.all(keyword).any(|value| *value != Value::Bool(false));
        flat.properties(self.bundle).is_empty() || OPEN.iter().any(says)
    }
}
