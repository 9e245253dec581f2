//! What a document says in a way that the specification does not allow, and that is in nobody's way: a named warning each.
//!
//! Nothing is changed here. What is mended has its place in `dialect`, what stops generation in `resolve` and `lower`.

mod examples;
mod keywords;
mod names;
mod operations;
mod parameters;
mod schemas;
mod security;
mod servers;
mod values;

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::dialect::locations;
use crate::place::{FileId, Place};
use crate::resolve::Bundle;
use crate::specification::{Kind, Minor, Version};

/// Looks at every node that the document reaches.
pub(crate) fn document(bundle: &Bundle, sink: &mut Sink) {
    let mut check = Check {
        bundle,
        sink,
        minors: HashMap::new(),
    };
    for (place, kind) in bundle.nodes() {
        check.node(place, kind);
    }
    check.operation_ids();
}

struct Check<'a> {
    bundle: &'a Bundle,
    sink: &'a mut Sink,
    /// The minor version of each file.
    minors: HashMap<FileId, Minor>,
}

type Node = Map<String, Value>;

impl Check<'_> {
    fn node(&mut self, place: &Place, kind: Kind) {
        let node = match self.bundle.get(place) {
            Some(Value::Object(node)) => node,
            Some(Value::Null) => return self.empty(place, kind),
            // A schema may be true or false; nothing is read of anything else.
            Some(Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_)) => {
                return self.other(place, kind);
            }
            None => return,
        };
        // What 2.0 was rewritten to has other keywords than what people wrote.
        let is_rewritten = self.bundle.version(place) == Version::V20;
        // A body of 2.0 in a later version is told as such, whatever keywords it has.
        let location = node.get("in").and_then(Value::as_str);
        let is_body = kind == Kind::Parameter && location.is_some_and(locations::is_body);
        self.keywords(node, place, kind, is_rewritten || is_body);
        if node.contains_key("$ref") && kind != Kind::Schema {
            return;
        }
        match kind {
            Kind::Document => self.document(node, place, is_rewritten),
            Kind::Components => self.components(node, place),
            Kind::PathItem => self.path_item(node, place),
            Kind::Operation => self.operation(node, place),
            Kind::Parameter => self.parameter(node, place),
            Kind::Header => self.header(node, place),
            Kind::RequestBody => self.content(node, place),
            Kind::Response => self.response(node, place),
            Kind::MediaType => self.media_type(node, place),
            Kind::Encoding => self.encodings(node, place),
            Kind::Schema => self.schema(node, place),
            Kind::SecurityScheme => self.security_scheme(node, place),
            Kind::Responses => self.responses(node, place),
            Kind::Callback => {}
        }
    }

    fn empty(&mut self, place: &Place, kind: Kind) {
        let message = format!("{} should stand here, and nothing does", kind.name());
        self.sink.report(Code::NothingThere, place, message);
    }

    fn other(&mut self, place: &Place, kind: Kind) {
        let value = self.bundle.get(place);
        let is_allowed =
            kind == Kind::Schema && value.is_some_and(Value::is_boolean) && self.minor(place) > 0;
        if !is_allowed {
            let message = format!("{} should stand here; nothing is read of it", kind.name());
            self.warn(Code::OtherForm, place, message);
        }
    }

    fn document(&mut self, node: &Node, place: &Place, is_rewritten: bool) {
        let holders = ["paths", "components", "webhooks"];
        let is_whole = match self.minor(place) {
            0 => node.contains_key("paths"),
            _ => holders.iter().any(|keyword| node.contains_key(*keyword)),
        };
        if !is_whole && !is_rewritten {
            let message = match self.minor(place) {
                0 => "the document needs `paths`",
                _ => "the document needs `paths`, `components` or `webhooks`",
            };
            self.warn(Code::MissingKeyword, place, message.to_owned());
        }
        self.servers(node, place);
        self.paths(&place.child("paths"));
    }

    fn warn(&mut self, code: Code, place: &Place, message: String) -> &mut Diagnostic {
        self.sink.report(code, place, message)
    }

    /// The minor version that a node is written in.
    fn minor(&mut self, place: &Place) -> Minor {
        if let Some(minor) = self.minors.get(&place.file) {
            return *minor;
        }
        let minor = self.bundle.minor(place);
        self.minors.insert(place.file, minor);
        minor
    }
}

#[cfg(test)]
mod tests;
