//! Values of one of several schemas.

use std::cell::Cell;

use serde_json::Value;

use super::flat::Flat;
use super::{At, Sampler};
use crate::place::Place;

/// So many schemas of a list are tried.
const MOST_TRIED: usize = 8;

impl<'a> Sampler<'a> {
    /// A value of each schema that a value may be of, if there are several; else one.
    pub(super) fn each(&self, schema: &Place) -> Vec<Value> {
        let nodes = Cell::new(0);
        let at = At {
            depth: 0,
            nodes: &nodes,
        };
        let Some(flat) = Flat::of(self.bundle, [schema.clone()]).filter(Flat::has_unions) else {
            return self.sample(schema).into_iter().collect();
        };
        let made = self.of_branches(&flat, at);
        made.filter(|value| self.fits_flat(value, &flat)).collect()
    }

    /// A value of the first schema that has one.
    pub(super) fn of_union(&self, flat: &Flat<'a>, at: At<'_>) -> Option<Value> {
        let mut made = self.of_branches(flat, at);
        let first = made.next()?;
        if self.fits_flat(&first, flat) {
            return Some(first);
        }
        // Schemas that are told apart by too little: any value is better than none.
        made.find(|value| self.fits_flat(value, flat))
            .or(Some(first))
    }

    /// A value of each schema of the first union that has one.
    fn of_branches(&self, flat: &Flat<'a>, at: At<'_>) -> impl Iterator<Item = Value> {
        let union = flat
            .union()
            .map(|(holder, branches)| (holder.clone(), branches));
        let branches = union.into_iter().flat_map(|(holder, branches)| {
            let branches = branches.into_iter().take(MOST_TRIED);
            branches.map(move |branch| (holder.clone(), branch))
        });
        let made = move |(holder, branch): (Place, Place)| {
            let value = self.sample_flat(&flat.with(self.bundle, &branch)?, at.below())?;
            Some(self.tagged(value, &holder, &branch))
        };
        branches.filter_map(made).filter(|value| !value.is_null())
    }

    /// The value with the discriminator that stands for its schema.
    fn tagged(&self, mut value: Value, holder: &Place, branch: &Place) -> Value {
        let tag = self.tag(holder, branch);
        if let (Some((property, tag)), Some(members)) = (tag, value.as_object_mut()) {
            let tag = Value::String(tag);
            if self.may_be(branch, &property, &tag) || !members.contains_key(&property) {
                members.insert(property, tag);
            }
        }
        value
    }

    /// The discriminator of a union, and its value for one of the schemas (OpenAPI 3.0.3, "Discriminator Object").
    pub(super) fn tag(&self, holder: &Place, branch: &Place) -> Option<(String, String)> {
        let own = self.bundle.get(holder)?.get("discriminator");
        let base = self.base(holder);
        let holder = base.filter(|_| own.is_none()).unwrap_or(holder);
        let node = self.bundle.get(holder)?.get("discriminator")?;
        let property = node.get("propertyName")?.as_str()?.to_owned();
        let target = self.bundle.follow(branch);
        let mapping = node.get("mapping").and_then(Value::as_object);
        let mut mapped = mapping.into_iter().flat_map(|map| map.keys());
        let stands_for = |name: &&String| {
            self.bundle
                .mapped(holder, name)
                .map(|place| self.bundle.follow(place))
                == Some(target)
        };
        let name = mapped.find(stands_for).cloned();
        let name = name.or_else(|| self.own_tag(target));
        Some((property, name?))
    }

    /// What a schema is called where no mapping names it: by an extension of Azure's, or by its own name, if it has one.
    pub(super) fn own_tag(&self, schema: &Place) -> Option<String> {
        let value = self.bundle.get(&schema.child("x-ms-discriminator-value"));
        let told = value.and_then(Value::as_str).map(str::to_owned);
        let name = || schema.pointer.last().map(Into::into);
        told.or_else(|| name().filter(|_| !self.bundle.is_inline(schema)))
    }

    /// The base that all schemas of a union build on: a discriminator may stand there alone.
    fn base(&self, holder: &Place) -> Option<&'a Place> {
        let node = self.bundle.get(holder)?;
        let keywords = ["oneOf", "anyOf"].into_iter();
        let (keyword, list) = keywords
            .filter_map(|keyword| Some((keyword, node.get(keyword)?.as_array()?)))
            .next()?;
        let parts = (0..list.len()).map(|index| holder.child(keyword).element(index));
        let targets: Vec<Place> = parts
            .map(|part| self.bundle.reference(&part).cloned())
            .collect::<Option<_>>()?;
        self.bundle.base_of(&targets)
    }

    /// Whether a property may be any text, or one of several that the tag is among.
    fn may_be(&self, branch: &Place, property: &str, tag: &Value) -> bool {
        let flat = Flat::of(self.bundle, [branch.clone()]);
        let places = flat
            .map(|flat| flat.property(self.bundle, property))
            .unwrap_or_default();
        let flat = Flat::of(self.bundle, places);
        flat.is_some_and(|flat| {
            let is_free = !flat.is_listed() && !flat.has_unions();
            is_free || self.fits_flat(tag, &flat)
        })
    }
}
