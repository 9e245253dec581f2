//! Parameters as text: the styles of OpenAPI, over plain JSON values.
//!
//! The styles are those of RFC 6570, which OpenAPI refers to, and so is the treatment of what is
//! not there: `null`, the empty list and the empty object leave no trace in queries, headers and
//! cookies.

mod deep_object;
pub(super) mod escape;
mod expand;
mod form;
mod parts;
mod path;
mod shape;

use serde_json::Value;

use super::input::{Input, Style};
use expand::Rules;
use shape::Shape;

pub(super) use form::{form, form_json};
pub(super) use parts::Parts;
pub(super) use path::fill as fill_path;

/// Writes the `name=value` pairs of a query parameter, escaped.
pub(super) fn query(parts: &mut Parts<'_>, input: &Input, value: &Value) {
    let escape = match input.allow_reserved {
        true => escape::reserved,
        false => escape::value,
    };
    let rules = match input.style {
        Style::DeepObject => return deep_object::write(parts, input.name, value, escape),
        Style::SpaceDelimited => Rules::named("%20", escape),
        Style::PipeDelimited => Rules::named("%7C", escape),
        _ => Rules::named(",", escape),
    };
    write(parts, input, value, &rules);
}

/// The names and values of a query parameter's pairs as they are before they are escaped.
pub(super) fn pairs(input: &Input, value: &Value) -> Vec<(String, String)> {
    let mut text = String::new();
    query(&mut Parts::new(&mut text, "", "&"), input, value);
    let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
    pairs
        .map(|(name, value)| (escape::undone(name), escape::undone(value)))
        .collect()
}

/// Writes the `name=value` pairs of a cookie parameter, escaped as far as its style wants.
pub(super) fn cookie(parts: &mut Parts<'_>, input: &Input, value: &Value) {
    let escape = match (input.style, input.allow_reserved) {
        (Style::Cookie, _) => escape::cookie,
        (_, true) => escape::reserved_in_cookie,
        (_, false) => escape::value,
    };
    write(parts, input, value, &Rules::named(",", escape));
}

/// The text of a header, which is not escaped.
pub(super) fn header(input: &Input, value: &Value) -> Option<String> {
    let shape = Shape::of(value)?;
    let mut text = String::new();
    let mut parts = Parts::new(&mut text, "", ",");
    Rules::plain(|text| text.into()).write(&mut parts, input, &shape);
    Some(text)
}

fn write(parts: &mut Parts<'_>, input: &Input, value: &Value, rules: &Rules) {
    if let Some(shape) = Shape::of(value) {
        rules.write(parts, input, &shape);
    }
}
