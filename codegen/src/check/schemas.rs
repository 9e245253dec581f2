//! Schemas that contradict themselves.

use std::collections::HashSet;

use serde_json::Value;

use super::{Check, Node};
use crate::diagnostic::Code;
use crate::dialect::types::{Meant, TYPES, meant};
use crate::place::Place;
use crate::resolve::{named, named_at};
use crate::specification::json_type::is_of;

/// Bounds from below and from above.
const BOUNDS: [(&str, &str); 4] = [
    ("minimum", "maximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
];

impl Check<'_> {
    pub(super) fn schema(&mut self, node: &Node, place: &Place) {
        if node.contains_key("$ref") {
            return;
        }
        self.type_names(node, place);
        self.bounds(node, place);
        self.exclusive_bounds(node, place);
        self.enumeration(node, place);
        self.constant(node, place);
        self.values(node, place);
        self.mapping(node, place);
        let items = node.get("items").and_then(Value::as_array);
        if items.is_some_and(|list| !list.is_empty()) {
            let message =
                "a list of schemas is `prefixItems` since OpenAPI 3.1; it is read as such";
            self.warn(
                Code::OtherVersion,
                &place.child("items"),
                message.to_owned(),
            );
        }
        let is_list = node.get("type").is_some_and(|name| name == "array");
        if is_list && !node.contains_key("items") && self.minor(place) == 0 {
            let message = "a list needs `items` to say what is in it".to_owned();
            self.warn(Code::MissingKeyword, place, message);
        }
        let is_true = |keyword: &str| node.get(keyword) == Some(&Value::Bool(true));
        if is_true("readOnly") && is_true("writeOnly") {
            let message =
                "`readOnly` and `writeOnly` exclude each other; neither counts".to_owned();
            self.warn(Code::Exclusive, place, message);
        }
        for keyword in ["attribute", "wrapped"] {
            let xml = node.get("xml").and_then(Value::as_object);
            if xml.is_some_and(|xml| xml.contains_key("nodeType") && xml.contains_key(keyword)) {
                let message = format!("`nodeType` and `{keyword}` exclude each other");
                self.warn(Code::Exclusive, &place.child("xml"), message);
            }
        }
    }

    fn type_names(&mut self, node: &Node, place: &Place) {
        if node.get("type").is_some_and(Value::is_array) && self.minor(place) == 0 {
            let message = "a list of types is of OpenAPI 3.1; it is read all the same";
            self.warn(Code::OtherVersion, &place.child("type"), message.to_owned());
        }
        let at = place.child("type");
        match node.get("type") {
            None => {}
            Some(Value::Array(list)) => list.iter().for_each(|name| self.listed_type(name, &at)),
            Some(name) => self.type_name(name, &at),
        }
    }

    fn listed_type(&mut self, name: &Value, at: &Place) {
        if name.is_null() {
            let message = "`null` needs quotes to be the name of a type; it is taken as one";
            self.warn(Code::UnknownType, at, message.to_owned());
        } else {
            self.type_name(name, at);
        }
    }

    fn type_name(&mut self, name: &Value, at: &Place) {
        match name.as_str() {
            Some(text) if TYPES.contains(&text) => {}
            Some(text) => {
                let message = format!("`{text}` is not a type; {}", taken(meant(text)));
                self.warn(Code::UnknownType, at, message)
                    .help_closest(text, TYPES);
            }
            None => {
                let message = format!("`{name}` is not the name of a type; {}", taken(None));
                self.warn(Code::UnknownType, at, message);
            }
        }
    }

    fn bounds(&mut self, node: &Node, place: &Place) {
        let number = |keyword: &str| node.get(keyword).and_then(Value::as_f64);
        for (least, most) in BOUNDS {
            if let (Some(low), Some(high)) = (number(least), number(most))
                && low > high
            {
                let message = format!("no value is at least {low} and at most {high}");
                self.warn(Code::Bounds, &place.child(least), message);
            }
        }
        if number("multipleOf").is_some_and(|number| number <= 0.0) {
            let message = "`multipleOf` should be larger than 0".to_owned();
            self.warn(Code::Bounds, &place.child("multipleOf"), message);
        }
    }

    /// Until 3.0 these say whether a bound is excluded itself (OpenAPI 3.0.3, "Schema Object", by JSON Schema's draft 5), since 3.1 they are
    /// bounds (JSON Schema 2020-12, sections 6.2.3 and 6.2.5).
    fn exclusive_bounds(&mut self, node: &Node, place: &Place) {
        let is_old = self.minor(place) == 0;
        for keyword in ["exclusiveMaximum", "exclusiveMinimum"] {
            let (what, minor) = match node.get(keyword) {
                Some(Value::Number(_)) if is_old => ("a number", 1),
                Some(Value::Bool(_)) if !is_old => ("true or false", 0),
                Some(_) | None => continue,
            };
            let message =
                format!("{what} as `{keyword}` is of OpenAPI 3.{minor}; it is read all the same");
            self.warn(Code::OtherVersion, &place.child(keyword), message);
        }
    }

    /// The value of a `const` that is not of its type; it is read as the one of a list is.
    fn constant(&mut self, node: &Node, place: &Place) {
        let name = node.get("type").and_then(Value::as_str);
        let (Some(value), Some(name)) = (node.get("const"), name) else {
            return;
        };
        if !is_type(name) || is_of(value, name) {
            return;
        }
        let at = place.child("const");
        if value.is_object() || value.is_array() {
            let message = format!("the constant is not of the type `{name}`, and is ignored");
            self.warn(Code::EnumValueType, &at, message);
            return;
        }
        let values = std::slice::from_ref(value);
        let mut listing = node.clone();
        listing.insert("enum".to_owned(), Value::from(values));
        if let Some(message) = self.strange("the constant", name, values, &listing, place) {
            self.warn(Code::EnumValueType, &at, message);
        }
    }

    fn enumeration(&mut self, node: &Node, place: &Place) {
        let Some(values) = node.get("enum").and_then(Value::as_array) else {
            return;
        };
        let at = place.child("enum");
        if values.is_empty() {
            let message = "no value is one of an empty list".to_owned();
            self.warn(Code::Bounds, &at, message);
        }
        let mut seen = HashSet::new();
        let twice = |value: &&Value| !seen.insert(value.to_string());
        if let Some(value) = values.iter().find(twice) {
            let message = format!("`{value}` stands twice in this list");
            self.warn(Code::Duplicate, &at, message);
        }
        let Some(name) = node.get("type").and_then(Value::as_str) else {
            return;
        };
        if TYPES.contains(&name)
            && let Some(message) = self.strange("the list", name, values, node, place)
        {
            self.warn(Code::EnumValueType, &at, message);
        }
    }

    /// The values that a schema gives: its default and its examples.
    fn values(&mut self, node: &Node, place: &Place) {
        if let Some(value) = node.get("default")
            && let Some(misfit) = self.misfit(value, place)
        {
            let message = format!("the default does not fit: {misfit}");
            self.warn(Code::DefaultMismatch, &place.child("default"), message);
        }
        let listed = node.get("examples").and_then(Value::as_array);
        let listed = listed.into_iter().flatten().enumerate();
        let listed = listed.map(|(index, value)| (place.child("examples").element(index), value));
        let single = node
            .get("example")
            .map(|value| (place.child("example"), value));
        for (at, value) in single.into_iter().chain(listed) {
            if let Some(misfit) = self.misfit(value, place) {
                let message = format!("the example does not fit: {misfit}");
                self.warn(Code::ExampleMismatch, &at, message);
            }
        }
    }

    /// What a discriminator names.
    fn mapping(&mut self, node: &Node, place: &Place) {
        let Some(discriminator) = node.get("discriminator") else {
            return;
        };
        for (value, reference) in named(discriminator, self.minor(place)) {
            let at = named_at(place, value);
            if self.bundle.reference(&at).is_none() {
                self.warn(
                    Code::RefDangling,
                    &at,
                    format!("{reference} is not defined"),
                );
            }
        }
    }
}

/// What becomes of a type that JSON Schema does not have.
fn taken(meant: Option<Meant>) -> String {
    match meant.and_then(|Meant { name, format: _ }| name) {
        Some(name) => format!("it is taken as `{name}`"),
        None => "any value is taken".to_owned(),
    }
}

pub(super) fn is_type(name: &str) -> bool {
    TYPES.contains(&name)
}
