//! Objects.

use serde_json::{Map, Value};

use super::flat::Flat;
use super::{At, DEEPEST_OPTIONAL, Extent, MOST_NODES, Sampler, Way, text};
use crate::place::Place;
use crate::resolve::Bundle;

impl<'a> Flat<'a> {
    /// The names of the declared properties, in the document's order.
    pub(super) fn properties(&self, bundle: &'a Bundle) -> Vec<&'a str> {
        let mut names: Vec<&str> = Vec::new();
        for map in self
            .maps(bundle)
            .iter()
            .filter_map(|place| bundle.get(place)?.as_object())
        {
            for name in map.keys() {
                if !names.contains(&name.as_str()) {
                    names.push(name);
                }
            }
        }
        names
    }

    /// The schemas of a property.
    pub(super) fn property(&self, bundle: &Bundle, name: &str) -> Vec<Place> {
        let schemas = self.maps(bundle).into_iter().map(|map| map.child(name));
        schemas
            .filter(|schema| bundle.get(schema).is_some())
            .collect()
    }

    /// Where properties are declared; some documents have a `$ref` in place of all of them.
    fn maps(&self, bundle: &Bundle) -> Vec<Place> {
        let maps = self.places("properties").into_iter();
        maps.map(|place| bundle.follow(&place).clone()).collect()
    }

    pub(super) fn required(&self) -> Vec<&'a str> {
        let lists = self.all("required").filter_map(Value::as_array);
        lists.flatten().filter_map(Value::as_str).collect()
    }

    /// What properties that are not declared hold, where the schema says that there may be any.
    pub(super) fn rest(&self) -> Option<Vec<Place>> {
        let stated = self.all("additionalProperties");
        let is_open = stated.clone().next().is_some()
            && stated.clone().all(|value| *value != Value::Bool(false));
        is_open.then(|| self.places("additionalProperties"))
    }
}

impl<'a> Sampler<'a> {
    pub(super) fn object(&self, flat: &Flat<'a>, at: At<'_>) -> Option<Value> {
        if let Some(value) = self.of_heir(flat, at) {
            return Some(value);
        }
        // A base says which of its heirs a value is, and no reader knows one that does not.
        let kind = flat.base(self.bundle).map(|(_, property)| property);
        let required = flat.required();
        let least = flat.least("minProperties").unwrap_or_default();
        let mut members = Map::new();
        for name in flat.properties(self.bundle) {
            let property = Flat::of(self.bundle, flat.property(self.bundle, name));
            // What a value is it says whichever way it goes.
            let goes = |property: &Flat<'a>| kind == Some(name) || self.travels(property);
            let property = property.filter(goes);
            let is_required = required.contains(&name) || kind == Some(name);
            let is_wanted =
                is_required || self.takes_optional(at) || (members.len() as f64) < least;
            let Some(property) = property.filter(|_| is_wanted) else {
                continue;
            };
            match self.sample_flat(&property, at.below()) {
                Some(value) if is_required || self.is_worth(&value, &property) => {
                    members.insert(name.to_owned(), value);
                }
                None if is_required => return None,
                Some(_) | None => {}
            }
        }
        self.add_rest(flat, &required, &mut members, at)?;
        if let Some((base, property)) = flat.base(self.bundle)
            && flat.property(self.bundle, property).is_empty()
        {
            let kind = self.own_tag(base).map(Value::String);
            members.entry(property).or_insert(kind.unwrap_or_default());
        }
        Some(Value::Object(members))
    }

    /// A value of a base that says which heir it is with a property that the base does not declare: one of the first heir by its mapping.
    fn of_heir(&self, flat: &Flat<'a>, at: At<'_>) -> Option<Value> {
        let (base, property) = flat.base(self.bundle)?;
        if !flat.property(self.bundle, property).is_empty() {
            return None;
        }
        let mapping = self
            .bundle
            .get(&base.below(&["discriminator", "mapping"]))?;
        let tag = mapping.as_object()?.keys().next()?;
        let heir = self.bundle.mapped(base, tag)?.clone();
        let mut value = self.sample_flat(&Flat::of(self.bundle, [heir])?, at.below())?;
        let members = value.as_object_mut()?;
        members.insert(property.to_owned(), Value::from(tag.as_str()));
        Some(value)
    }

    /// Whether a value is one for a property that may be absent: what is cut off too early to fit is not.
    fn is_worth(&self, value: &Value, property: &Flat<'a>) -> bool {
        !value.is_null() && self.fits_flat(value, property)
    }

    fn takes_optional(&self, at: At<'_>) -> bool {
        self.extent == Extent::Full && at.depth < DEEPEST_OPTIONAL && at.nodes.get() < MOST_NODES
    }

    /// Whether a property goes the way of the sample.
    pub(super) fn travels(&self, property: &Flat<'_>) -> bool {
        let (own, other) = match self.way {
            Way::Request => ("writeOnly", "readOnly"),
            Way::Answer => ("readOnly", "writeOnly"),
        };
        // Both at once contradicts itself (OpenAPI 3.0.3, "Schema Object"); the property then travels both ways.
        property.is_marked(own) || !property.is_marked(other)
    }

    /// Members that are not declared: those that are required, and one where any may be.
    fn add_rest(
        &self,
        flat: &Flat<'a>,
        required: &[&str],
        members: &mut Map<String, Value>,
        at: At<'_>,
    ) -> Option<()> {
        let places = flat.rest();
        let value = |places: &Vec<Place>| {
            self.sample_flat(&Flat::of(self.bundle, places.clone())?, at.below())
        };
        if let Some(places) = &places {
            let declared = flat.properties(self.bundle);
            for name in required.iter().filter(|name| !declared.contains(name)) {
                members.insert((*name).to_owned(), value(places)?);
            }
            if members.is_empty()
                && self.takes_optional(at)
                && let Some(value) = value(places)
            {
                members.insert(self.key(flat), value);
            }
        }
        self.fill(flat, members, value)
    }

    /// Adds members until there are as many as there have to be; a request can hold only what is declared.
    fn fill(
        &self,
        flat: &Flat<'a>,
        members: &mut Map<String, Value>,
        value: impl Fn(&Vec<Place>) -> Option<Value>,
    ) -> Option<()> {
        let places = flat.rest();
        let least = flat.least("minProperties").unwrap_or_default();
        if places.is_none() && self.way == Way::Request {
            return Some(());
        }
        for number in 1..=MOST_NODES {
            if members.len() as f64 >= least {
                break;
            }
            let value = places.as_ref().map_or(Some(Value::from("text")), &value)?;
            members.insert(format!("{}{number}", self.key(flat)), value);
        }
        Some(())
    }

    /// A name that the schema says nothing of.
    fn key(&self, flat: &Flat<'a>) -> String {
        let names = Flat::of(self.bundle, flat.places("propertyNames"));
        let listed = names.as_ref().and_then(|names| self.listed(names));
        let listed = listed.and_then(|value| value.as_str().map(str::to_owned));
        listed
            .or_else(|| {
                names
                    .as_ref()
                    .filter(|names| !names.nodes().is_empty())
                    .and_then(text::sample)
            })
            .unwrap_or_else(|| "key".to_owned())
    }
}
