//! Examples: how they are given, and whether they are examples of what they stand beside.

use serde_json::Value;

use super::{Check, Node};
use crate::diagnostic::Code;
use crate::place::{Place, Pointer};

/// The ways to give a value that exclude each other (OpenAPI 3.2.0, "Example Object").
const EXCLUSIVE: [(&str, &str); 4] = [
    ("value", "externalValue"),
    ("value", "dataValue"),
    ("value", "serializedValue"),
    ("serializedValue", "externalValue"),
];

impl Check<'_> {
    /// The examples of a parameter, a header or a media type.
    pub(super) fn examples(&mut self, node: &Node, place: &Place) {
        if node.contains_key("example") && node.contains_key("examples") {
            let message = "`example` and `examples` exclude each other".to_owned();
            self.warn(Code::Exclusive, &place.child("examples"), message);
        }
        let schema = Some(place.child("schema")).filter(|_| node.contains_key("schema"));
        if let (Some(value), Some(schema)) = (node.get("example"), &schema) {
            self.example(value, schema, &place.child("example"));
        }
        let named = node.get("examples").and_then(Value::as_object);
        for (name, example) in named.into_iter().flatten() {
            let at = place.below(&["examples", name]);
            self.example_object(example, schema.as_ref(), &at);
        }
    }

    /// The examples that a document shares.
    pub(super) fn shared_examples(&mut self, node: &Node, place: &Place) {
        let named = node.get("examples").and_then(Value::as_object);
        for (name, example) in named.into_iter().flatten() {
            self.example_object(example, None, &place.below(&["examples", name]));
        }
    }

    fn example_object(&mut self, example: &Value, schema: Option<&Place>, place: &Place) {
        if let Some(reference) = example.get("$ref").and_then(Value::as_str) {
            return self.example_reference(reference, place);
        }
        for (one, other) in EXCLUSIVE {
            if example.get(one).is_some() && example.get(other).is_some() {
                let message = format!("`{one}` and `{other}` exclude each other");
                self.warn(Code::Exclusive, place, message);
            }
        }
        for keyword in ["value", "dataValue"] {
            if let (Some(value), Some(schema)) = (example.get(keyword), schema) {
                self.example(value, schema, &place.child(keyword));
            }
        }
    }

    fn example(&mut self, value: &Value, schema: &Place, place: &Place) {
        if let Some(misfit) = self.misfit(value, schema) {
            self.warn(
                Code::ExampleMismatch,
                place,
                format!("the example does not fit: {misfit}"),
            );
        }
    }

    /// Nothing is made of examples, so that their references are followed in their own file only.
    fn example_reference(&mut self, reference: &str, place: &Place) {
        let at = place.child("$ref");
        if !reference.starts_with('#') {
            if reference.chars().any(char::is_control) {
                let message = format!("`{}` is no reference", reference.escape_default());
                self.warn(Code::RefDangling, &at, message);
            }
            return;
        }
        let target = Pointer::of_reference(reference).map(|pointer| Place {
            file: place.file,
            pointer,
        });
        match target {
            Some(target) if target == *place => {
                let message = "this `$ref` leads back to itself".to_owned();
                self.warn(Code::RefDangling, &at, message);
            }
            Some(target) if self.bundle.get(&target).is_some() => {}
            Some(_) | None => {
                let message = format!("`{reference}` is not defined");
                self.warn(Code::RefDangling, &at, message);
            }
        }
    }

    pub(super) fn media_type(&mut self, node: &Node, place: &Place) {
        self.examples(node, place);
        self.encodings(node, place);
        let names = node.get("encoding").and_then(Value::as_object);
        let Some(properties) = self.properties(&place.child("schema")) else {
            return;
        };
        for name in names.into_iter().flat_map(|map| map.keys()) {
            if !properties.contains(name) {
                let message = format!("`{name}` is no property of the schema");
                self.warn(
                    Code::KeywordIgnored,
                    &place.below(&["encoding", name]),
                    message,
                )
                .help_closest(name, properties.iter().map(String::as_str));
            }
        }
    }

    /// How parts are written, by name or by position (OpenAPI 3.2.0, "Encoding By Position").
    pub(super) fn encodings(&mut self, node: &Node, place: &Place) {
        for keyword in ["prefixEncoding", "itemEncoding"] {
            if node.contains_key("encoding") && node.contains_key(keyword) {
                let message = format!("`encoding` and `{keyword}` exclude each other");
                self.warn(Code::Exclusive, &place.child(keyword), message);
            }
        }
    }

    /// The properties of a schema that is nothing but an object.
    fn properties(&self, schema: &Place) -> Option<Vec<String>> {
        let node = self.bundle.get(self.bundle.follow(schema))?.as_object()?;
        let is_composed = [
            "allOf",
            "anyOf",
            "oneOf",
            "additionalProperties",
            "patternProperties",
        ]
        .iter()
        .any(|keyword| node.contains_key(*keyword));
        let properties = node
            .get("properties")?
            .as_object()
            .filter(|_| !is_composed)?;
        Some(properties.keys().cloned().collect())
    }
}
