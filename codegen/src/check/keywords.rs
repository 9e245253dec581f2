//! Keywords: those that an object does not have, those that it lacks, and those of another form or version.

use serde_json::Value;

use super::{Check, Node};
use crate::diagnostic::{Code, closest};
use crate::dialect::references;
use crate::place::Place;
use crate::specification::{Field, Form, Kind, Object, Version, object};

impl Check<'_> {
    pub(super) fn keywords(&mut self, node: &Node, place: &Place, kind: Kind, is_rewritten: bool) {
        let Some(object) = object(kind) else { return };
        if node.contains_key("$ref") {
            match kind {
                Kind::Schema => return self.beside_reference(node, place),
                Kind::PathItem => {}
                _ => return,
            }
        }
        self.members(object, node, place, is_rewritten);
    }

    fn members(&mut self, object: &'static Object, node: &Node, place: &Place, is_rewritten: bool) {
        for (keyword, value) in node {
            match object.field(keyword) {
                Some(field) => self.member(field, value, &place.child(keyword), is_rewritten),
                None if keyword.starts_with("x-") || is_rewritten => {}
                None => self.unknown(object, keyword, place),
            }
        }
        let lacking = object
            .fields
            .iter()
            .filter(|field| field.is_required && !node.contains_key(field.keyword));
        for field in lacking.filter(|_| !is_rewritten) {
            let message = format!("{} needs `{}`", object.name, field.keyword);
            self.warn(Code::MissingKeyword, place, message);
        }
    }

    fn unknown(&mut self, object: &'static Object, keyword: &str, place: &Place) {
        let known = || object.fields.iter().map(|field| field.keyword);
        // JSON Schema lets everybody have keywords of their own, so that only a typing slip is one.
        let is_free = object.is_open && self.minor(place) > 0;
        if is_free && closest(keyword, known()).is_none() {
            return;
        }
        let message = format!("`{keyword}` is not a keyword of {}", object.name);
        self.warn(Code::UnknownKeyword, &place.child(keyword), message)
            .help_closest(keyword, known());
    }

    fn member(&mut self, field: &Field, value: &Value, place: &Place, is_rewritten: bool) {
        let minor = self.minor(place);
        if !is_rewritten && !(field.since..=field.until).contains(&minor) {
            let of = if minor < field.since {
                field.since
            } else {
                field.until
            };
            let message = format!(
                "`{}` is a keyword of OpenAPI 3.{of}; it is read all the same",
                field.keyword
            );
            self.warn(Code::OtherVersion, place, message);
        }
        self.form(field, value, place);
        match (field.form, value) {
            (Form::Part(object), Value::Object(node)) => {
                self.part(object, node, place, is_rewritten);
            }
            (Form::Parts(object), Value::Array(list)) => {
                for (index, node) in list.iter().enumerate() {
                    self.part_of_list(object, node, &place.element(index), is_rewritten);
                }
            }
            (Form::PartMap(object), Value::Object(map)) => {
                for (key, node) in map.iter().filter(|(key, _)| !key.starts_with("x-")) {
                    self.part_of_list(object, node, &place.child(key), is_rewritten);
                }
            }
            _ => {}
        }
    }

    fn part(&mut self, object: &'static Object, node: &Node, place: &Place, is_rewritten: bool) {
        if !node.contains_key("$ref") {
            self.members(object, node, place, is_rewritten);
        }
    }

    fn part_of_list(
        &mut self,
        object: &'static Object,
        node: &Value,
        place: &Place,
        is_rewritten: bool,
    ) {
        match node {
            Value::Object(node) => self.part(object, node, place, is_rewritten),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_) => {
                let message = format!("{} should stand here", object.name);
                self.warn(Code::OtherForm, place, message);
            }
        }
    }

    /// Tells what `dialect` mends or leaves out where a node is read. What says which nodes there are was mended and told before
    /// (`dialect::slips`).
    fn form(&mut self, field: &Field, value: &Value, place: &Place) {
        let Field {
            keyword,
            form,
            is_required: _,
            since: _,
            until: _,
        } = field;
        if form.fits(value) {
            return;
        }
        let is_text = matches!(form, Form::Text | Form::Texts | Form::TextMap);
        if form.is_blank(value) {
            let message = format!("`{keyword}` is empty, and is ignored");
            self.warn(Code::KeywordIgnored, place, message);
        } else if is_text && is_nearly_text(value) {
            let message = format!(
                "`{keyword}` should be {}, and is taken as such",
                form.name()
            );
            self.warn(Code::TakenAsText, place, message);
        } else if form.is_dispensable() {
            self.warn(Code::KeywordIgnored, place, form.ignored(keyword));
        }
    }

    /// OpenAPI 3.0 ignores what stands beside a `$ref`, 3.1 does not.
    fn beside_reference(&mut self, node: &Node, place: &Place) {
        let version = self.bundle.version(place);
        let unread = node.keys().filter(|keyword| {
            let keyword = keyword.as_str();
            let is_prose =
                ["title", "example", "examples", "xml", "externalDocs"].contains(&keyword);
            !is_prose
                && !keyword.starts_with("x-")
                && !references::is_name(keyword)
                && !references::is_read(version, keyword)
        });
        for keyword in unread {
            let written = match version {
                Version::V20 => "Swagger 2.0",
                Version::V30 | Version::V31 => "OpenAPI 3.0",
            };
            let message = format!("`{keyword}` beside a `$ref` is ignored in {written}");
            self.warn(Code::BesideReference, &place.child(keyword), message)
                .help("put the `$ref` into an `allOf` and the rest beside that");
        }
    }
}

/// A number or a flag, or a list or map of such.
fn is_nearly_text(value: &Value) -> bool {
    match value {
        Value::String(_) | Value::Number(_) | Value::Bool(_) => true,
        Value::Array(list) => list.iter().all(is_nearly_text),
        Value::Object(map) => map.values().all(is_nearly_text),
        Value::Null => false,
    }
}
