//! Parameters and headers.

use serde_json::Value;

use super::{Check, Node};
use crate::diagnostic::Code;
use crate::dialect::headers;
use crate::dialect::locations::{self, LOCATIONS};
use crate::place::Place;
use crate::specification::Version;

impl Check<'_> {
    pub(super) fn parameter(&mut self, node: &Node, place: &Place) {
        let text = |keyword| node.get(keyword).and_then(Value::as_str);
        let location = text("in").unwrap_or_default();
        if let Some(name) = text("name") {
            self.parameter_name(name, location, &place.child("name"));
        }
        if !location.is_empty() && !LOCATIONS.contains(&location) {
            self.unknown_location(location, &place.child("in"));
        }
        if locations::is_body(location) && self.bundle.version(place) != Version::V20 {
            return;
        }
        if location == "path" && node.get("required") != Some(&Value::Bool(true)) {
            let message = "a path parameter needs `required: true`".to_owned();
            self.warn(Code::MissingKeyword, place, message);
        }
        if location == "querystring" {
            self.whole_query(node, place);
        }
        if locations::is_second_body(self.bundle.version(place), location) {
            let message = "a request has one body, or the fields of a form; this is not sent";
            self.warn(Code::Exclusive, place, message.to_owned());
        }
        if location == "header" {
            self.header_of_http(text("name").unwrap_or_default().trim(), place);
        }
        self.allow_reserved(node, location, place);
        self.described(node, location, place);
        self.depth(node, place);
    }

    /// What 2.0 has too many of is told as such.
    fn unknown_location(&mut self, location: &str, place: &Place) {
        if locations::is_body(location) {
            if self.bundle.version(place) != Version::V20 {
                let message = format!(
                    "`{location}` is of Swagger 2.0; it is read as the body where an operation has no `requestBody`"
                );
                self.warn(Code::OtherVersion, place, message);
            }
        } else {
            let message =
                format!("`{location}` is no place for a parameter, so that it is not sent");
            self.warn(Code::KeywordIgnored, place, message)
                .help_closest(location, LOCATIONS);
        }
    }

    /// The query as a whole (OpenAPI 3.2.0, "Parameter Object").
    fn whole_query(&mut self, node: &Node, place: &Place) {
        if node.contains_key("schema") {
            let message = "a whole query needs `content` instead of `schema`".to_owned();
            self.warn(Code::Exclusive, &place.child("schema"), message);
        }
        let content = node.get("content").and_then(Value::as_object);
        for (name, media) in content.into_iter().flatten() {
            if media.get("encoding").is_some() {
                let place = place.below(&["content", name, "encoding"]);
                let message = "the members of a whole query are written as those of a form, whatever this says";
                self.warn(Code::KeywordIgnored, &place, message.to_owned());
            }
        }
    }

    fn header_of_http(&mut self, name: &str, place: &Place) {
        if headers::is_header_of_http(self.bundle.version(place), name) {
            let message = format!("a header parameter of the name `{name}` is ignored");
            self.sink
                .report(Code::HeaderIgnored, &place.child("name"), message)
                .help("a security scheme, a media type or the body itself says what it would; a call's options may set it");
        }
    }

    pub(super) fn header(&mut self, node: &Node, place: &Place) {
        self.described(node, "header", place);
    }

    fn parameter_name(&mut self, name: &str, location: &str, place: &Place) {
        match location {
            "header" => self.sent_header_name(name, place),
            _ if name.is_empty() => {
                let message = "a parameter needs a name to be sent under".to_owned();
                self.warn(Code::OddName, place, message);
            }
            "path" if name.contains(['{', '}', '/', '?', '#']) => {
                let message = format!("`{name}` is no name for a variable of a path");
                self.warn(Code::OddName, place, message);
            }
            _ => {}
        }
    }

    fn sent_header_name(&mut self, name: &str, place: &Place) {
        let trimmed = name.trim();
        if trimmed != name && headers::is_token(trimmed) {
            let message = format!("no header has space around its name; this one is `{trimmed}`");
            self.warn(Code::OddName, place, message);
        } else if !headers::is_token(trimmed) {
            let message = format!(
                "`{}` is no name for a header, so that it is not sent",
                name.escape_default()
            );
            self.warn(Code::OddName, place, message);
        }
    }

    fn allow_reserved(&mut self, node: &Node, location: &str, place: &Place) {
        let is_escaped = match location {
            "query" => true,
            "path" => self.minor(place) >= 2,
            "cookie" => {
                self.minor(place) >= 2 && node.get("style").is_none_or(|style| style == "form")
            }
            _ => false,
        };
        if node.contains_key("allowReserved") && !is_escaped {
            let message = format!("`allowReserved` means nothing for a {location} parameter");
            self.warn(Code::KeywordIgnored, &place.child("allowReserved"), message);
        }
    }

    /// How a value is described and written.
    fn described(&mut self, node: &Node, location: &str, place: &Place) {
        let types = node.get("content").and_then(Value::as_object);
        match (node.contains_key("schema"), types) {
            (true, Some(_)) => {
                let message = "`schema` and `content` exclude each other".to_owned();
                self.warn(Code::Exclusive, place, message);
            }
            (false, None) => {
                let message = "a value needs a `schema` or `content`".to_owned();
                self.warn(Code::MissingKeyword, place, message);
            }
            (false, Some(types)) if types.len() != 1 => {
                let message =
                    "`content` should have one media type here, of which the first is used"
                        .to_owned();
                self.warn(Code::MediaTypeIgnored, &place.child("content"), message);
            }
            (true, None) | (false, Some(_)) => {}
        }
        self.content(node, place);
        self.style(node, location, place);
        self.examples(node, place);
    }

    fn style(&mut self, node: &Node, location: &str, place: &Place) {
        let at = place.child("style");
        let Some(style) = node.get("style").and_then(Value::as_str) else {
            return;
        };
        if node.contains_key("content") {
            let message = "`style` and `content` exclude each other".to_owned();
            self.warn(Code::Exclusive, &at, message);
        } else if locations::is_known_style(style) && !locations::is_style_of(style, location) {
            let message =
                format!("`{style}` is no style of a {location} parameter; the usual one is used");
            self.warn(Code::KeywordIgnored, &at, message);
        } else {
            self.style_of_values(node, style, location, place);
        }
    }

    /// Styles for some kinds of values only (OpenAPI 3.0.3, "Style Values").
    fn style_of_values(&mut self, node: &Node, style: &str, location: &str, place: &Place) {
        let explode = node.get("explode").and_then(Value::as_bool);
        let unfit: &[&str] = match (style, location) {
            ("deepObject", _) => &["array", "string", "number", "integer", "boolean"],
            ("spaceDelimited" | "pipeDelimited", _) if self.minor(place) == 0 => {
                &["object", "string", "number", "integer", "boolean"]
            }
            ("spaceDelimited" | "pipeDelimited", _) => &["string", "number", "integer", "boolean"],
            ("form", "cookie") if explode.unwrap_or(true) => &["array", "object"],
            _ => return,
        };
        let types = self.types(&place.child("schema"), 0);
        if let Some(name) = types.iter().find(|name| unfit.contains(&name.as_str())) {
            let message = format!(
                "`{style}` does not say how a value of type `{name}` is written; {}",
                written(style, name)
            );
            self.warn(Code::StyleMismatch, &place.child("style"), message);
        }
    }

    /// No style but `deepObject` says how a list or an object within another one is written (OpenAPI 3.0.3, "Style Values"). For a list in
    /// an object there is one way that everybody takes.
    fn depth(&mut self, node: &Node, place: &Place) {
        let schema = self.bundle.follow(&place.child("schema")).clone();
        let is_deep = node.get("style").and_then(Value::as_str) == Some("deepObject");
        if is_deep || !node.contains_key("schema") {
            return;
        }
        let properties = self.bundle.get(&schema.child("properties"));
        let names = properties.and_then(Value::as_object).map(|map| map.keys());
        let names = names.into_iter().flatten();
        let members = names.map(|name| (schema.below(&["properties", name]), &["object"][..]));
        let mut parts = members.chain([(schema.child("items"), &["object", "array"][..])]);
        let is_nested = |(part, nested): &(Place, &[&str])| {
            let types = self.types(part, 0);
            types.iter().any(|name| nested.contains(&name.as_str()))
        };
        if let Some((part, _)) = parts.find(is_nested) {
            let message = "no style says how a list or an object within another one is written; it is written as JSON";
            self.warn(Code::StyleMismatch, &part, message.to_owned());
        }
    }

    /// The types that values of a schema may have, as far as it states any.
    fn types(&self, place: &Place, depth: usize) -> Vec<String> {
        const DEEPEST: usize = 8;
        let place = self.bundle.follow(place);
        let Some(node) = self.bundle.get(place).filter(|_| depth < DEEPEST) else {
            return Vec::new();
        };
        let mut types: Vec<String> = match node.get("type") {
            Some(Value::String(name)) => vec![name.clone()],
            Some(Value::Array(list)) => list
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
            _ => Vec::new(),
        };
        for keyword in ["allOf", "oneOf", "anyOf"] {
            let parts = self.bundle.elements(&place.child(keyword)).into_iter();
            types.extend(parts.flat_map(|part| self.types(&part, depth + 1)));
        }
        types
    }
}

/// How a value is written of which its style says nothing.
fn written(style: &str, name: &str) -> &'static str {
    match (style, name) {
        ("deepObject", "array") => "items have their numbers, as in `a[0]=b`",
        ("form", _) => "each item or member is a cookie of its own",
        (_, "object") => "names and values are joined as items are",
        (_, _) => "it is `a=b`",
    }
}
