//! Names that have a grammar: of components, headers, media types and answers.

use super::{Check, Node};
use crate::diagnostic::Code;
use crate::dialect::headers::is_token;
use crate::place::Place;

impl Check<'_> {
    /// The keys of components are made of letters, digits, `.`, `-` and `_` (OpenAPI 3.0.3, "Components Object"). One warning for a
    /// section: where one name has another form, all tend to.
    pub(super) fn components(&mut self, node: &Node, place: &Place) {
        self.shared_examples(node, place);
        for (section, names) in node
            .iter()
            .filter(|(section, _)| !section.starts_with("x-"))
        {
            let names = names.as_object().into_iter().flat_map(|map| map.keys());
            let mut odd = names.filter(|name| !is_component_name(name) && *name != "$ref");
            let Some(first) = odd.next() else { continue };
            let more = match odd.count() {
                0 => String::new(),
                more => format!(", and so are {more} more names here"),
            };
            let message = format!("`{first}` is no name for a component{more}");
            self.warn(Code::OddName, &place.below(&[section, first]), message)
                .help("such names are made of letters, digits, `.`, `-` and `_`");
        }
    }

    pub(super) fn response(&mut self, node: &Node, place: &Place) {
        if !node.contains_key("description") && self.minor(place) < 2 {
            let message = "an answer needs a description".to_owned();
            self.warn(Code::MissingDescription, place, message);
        }
        let headers = node.get("headers").and_then(|headers| headers.as_object());
        let mut seen: Vec<String> = Vec::new();
        for name in headers.into_iter().flat_map(|map| map.keys()) {
            let place = place.below(&["headers", name]);
            self.header_name(name, &place);
            let lower = name.to_ascii_lowercase();
            if seen.contains(&lower) {
                let message =
                    format!("the header `{name}` stands twice, since case does not count");
                self.warn(Code::Duplicate, &place, message);
            }
            seen.push(lower);
        }
        self.content(node, place);
    }

    fn header_name(&mut self, name: &str, place: &Place) {
        if !is_token(name) {
            let message = format!("`{}` is no name for a header", name.escape_default());
            self.warn(Code::OddName, place, message);
        }
    }

    pub(super) fn content(&mut self, node: &Node, place: &Place) {
        let content = node.get("content").and_then(|content| content.as_object());
        for name in content.into_iter().flat_map(|map| map.keys()) {
            if !is_media_type(name) && !name.starts_with("x-") {
                let message = format!("`{name}` is no media type");
                self.warn(Code::OddName, &place.below(&["content", name]), message);
            }
        }
    }

    /// The keys of answers are statuses, ranges of them, or `default`.
    pub(super) fn responses(&mut self, node: &Node, place: &Place) {
        let answers = || node.keys().filter(|key| !key.starts_with("x-"));
        if answers().next().is_none() {
            let message = "an operation needs at least one answer".to_owned();
            self.warn(Code::MissingResponses, place, message);
        }
        for key in answers().filter(|key| !is_status(key)) {
            let message =
                format!("`{key}` is no status, no range such as `2XX`, and not `default`");
            self.warn(Code::OddName, &place.child(key), message);
        }
    }
}

fn is_component_name(name: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
    !name.is_empty() && name.bytes().all(fits)
}

/// A type, a range of types, or several with commas between (RFC 9110, section 12.5.1).
fn is_media_type(name: &str) -> bool {
    name.split(',').all(|one| {
        let essence = one.split(';').next().unwrap_or_default().trim();
        let parts = essence.split_once('/');
        parts.is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype))
    })
}

fn is_status(key: &str) -> bool {
    let bytes = key.as_bytes();
    let is_class = bytes
        .first()
        .is_some_and(|first| (b'1'..=b'5').contains(first));
    let rest = bytes.get(1..).unwrap_or_default();
    let is_code = rest.len() == 2 && (rest.iter().all(u8::is_ascii_digit) || rest == b"XX");
    key == "default" || (is_class && is_code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_and_media_types_are_told_from_other_names() {
        for (key, expected) in [
            ("200", true),
            ("4XX", true),
            ("default", true),
            ("20", false),
            ("XX", false),
            ("600", false),
        ] {
            assert_eq!(is_status(key), expected, "{key}");
        }
        for (name, expected) in [
            ("application/json; charset=utf-8", true),
            ("*/*", true),
            ("image/png, image/jpeg", true),
            (";", false),
            ("json", false),
        ] {
            assert_eq!(is_media_type(name), expected, "{name}");
        }
    }
}
