//! Paths, path items and operations.

use std::collections::HashMap;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::{Check, Node};
use crate::diagnostic::Code;
use crate::place::Place;
use crate::resolve::{Bundle, Template};
use crate::specification::{Child, Kind, children};

impl Check<'_> {
    /// Templates that mean the same path (OpenAPI 3.0.3, "Paths Object"), and those that mean none.
    pub(super) fn paths(&mut self, place: &Place) {
        let paths = self.bundle.get(place).and_then(Value::as_object);
        let mut known: HashMap<String, &String> = HashMap::new();
        let templates = paths.into_iter().flat_map(|map| map.keys());
        for template in templates.filter(|path| !path.starts_with("x-")) {
            let place = place.child(template);
            let read = Template::read(template, |_| None);
            let Some((shape, variables)) = shape(&read.text) else {
                let message = format!("the braces of the path `{template}` do not match");
                self.warn(Code::OddName, &place, message);
                continue;
            };
            for (index, name) in variables.iter().enumerate() {
                if variables[..index].contains(name) {
                    let message =
                        format!("the variable `{name}` stands twice in the path `{template}`");
                    self.warn(Code::Duplicate, &place, message);
                }
            }
            // Patterns and fragments are there to tell paths apart.
            let is_plain = read.foreign.is_empty() && read.fragment.is_none();
            let shape = if is_plain { shape } else { template.clone() };
            match known.get(&shape) {
                Some(first) => {
                    let message = format!("`{template}` is the same path as `{first}`");
                    self.warn(Code::Duplicate, &place, message);
                }
                None => drop(known.insert(shape, template)),
            }
        }
    }

    pub(super) fn path_item(&mut self, node: &Node, place: &Place) {
        let additional = node.get("additionalOperations").and_then(Value::as_object);
        for name in additional.into_iter().flat_map(|map| map.keys()) {
            let lower = name.to_ascii_lowercase();
            if children(Kind::PathItem).contains(&(&lower, Child::One(Kind::Operation))) {
                let message = format!("`{name}` is a method with a keyword of its own");
                let place = place.below(&["additionalOperations", name]);
                self.warn(Code::OddName, &place, message)
                    .help(format!("call it `{lower}`, beside `additionalOperations`"));
            }
        }
        self.servers(node, place);
        self.query_strings(place);
    }

    pub(super) fn operation(&mut self, node: &Node, place: &Place) {
        if !node.contains_key("responses") && self.minor(place) == 0 {
            let message = "an operation needs answers; any success is taken as an empty one";
            self.warn(Code::MissingResponses, place, message.to_owned());
        }
        self.servers(node, place);
        self.query_strings(place);
    }

    /// A parameter that is the whole query leaves room for no other one (OpenAPI 3.2.0, "Parameter Object").
    fn query_strings(&mut self, place: &Place) {
        let places = self.bundle.elements(&place.child("parameters"));
        let of = |location: &str| {
            let mut places = places.iter();
            let is_there = |place: &&Place| {
                let node = self.bundle.get(self.bundle.follow(place));
                node.and_then(|node| node.get("in")) == Some(&Value::from(location))
            };
            let first = places.find(is_there);
            (first.cloned(), places.find(is_there).cloned())
        };
        let (whole, second) = of("querystring");
        let (part, _) = of("query");
        if let (Some(_), Some(other)) = (whole, second.or(part)) {
            let message = "the query has another parameter, which is all of it".to_owned();
            self.warn(Code::Exclusive, &other, message);
        }
    }

    /// An `operationId` stands once in the whole document, webhooks and callbacks included. Those of paths are told of where they are named.
    pub(super) fn operation_ids(&mut self) {
        for (id, places) in shared_ids(self.bundle) {
            let is_uncalled = |place: &&&Place| {
                let mut tokens = place.pointer.tokens();
                tokens.any(|token| token == "webhooks" || token == "callbacks")
            };
            // The first one has the name by right, and those of paths are told of elsewhere.
            let uncalled = places.iter().skip(1).filter(is_uncalled);
            for place in uncalled {
                let message = format!("another operation is called `{id}` too");
                self.warn(
                    Code::DuplicateOperationId,
                    &place.child("operationId"),
                    message,
                );
            }
        }
    }
}

/// The values of `operationId` that several operations have, with these.
fn shared_ids(bundle: &Bundle) -> Vec<(&str, Vec<&Place>)> {
    let mut known: HashMap<&str, Vec<&Place>> = HashMap::new();
    for (place, kind) in bundle.nodes() {
        let node = bundle.get(place).filter(|_| kind == Kind::Operation);
        let id = node.and_then(|node| node.get("operationId"));
        if let Some(id) = id.and_then(Value::as_str) {
            known.entry(id).or_default().push(place);
        }
    }
    let shared = known.into_iter().filter(|(_, places)| places.len() > 1);
    let mut shared: Vec<_> = shared.collect();
    shared.sort_unstable();
    shared
}

/// A path with its variables left out, and their names; `None` where braces do not match.
fn shape(template: &str) -> Option<(String, Vec<&str>)> {
    let mut shape = String::new();
    let mut variables = Vec::new();
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        let (name, after) = behind.split_once('}')?;
        if before.contains('}') || name.contains('{') {
            return None;
        }
        shape.push_str(before);
        shape.push_str("{}");
        variables.push(name);
        rest = after;
    }
    if rest.contains('}') {
        return None;
    }
    shape.push_str(rest);
    let shape = percent_decode_str(&shape).decode_utf8_lossy().into_owned();
    Some((shape, variables))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_of_one_shape_are_one_path() {
        let shape = |template| shape(template).map(|(shape, _)| shape);
        assert_eq!(shape("/a/{b}/c"), shape("/a/{d}/c"));
        assert_eq!(shape("/%61"), shape("/a"));
        assert_ne!(shape("/a/{b}"), shape("/a/b"));
        assert_eq!(shape("/a/{b"), None);
        assert_eq!(shape("/a}/{b}"), None);
    }
}
