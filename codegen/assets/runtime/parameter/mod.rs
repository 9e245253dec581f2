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

use super::error::Error;
use super::input::{Input, Style};
use expand::Rules;
use shape::Shape;

pub(super) use form::{form, form_json};
pub(super) use parts::Parts;
pub(super) use path::fill as fill_path;

/// Writes the `name=value` pairs of a query parameter, escaped.
pub(super) fn query(parts: &mut Parts<'_>, input: &Input, value: &Value) -> Result<(), Error> {
    let escape = match input.allow_reserved {
        true => escape::reserved,
        false => escape::value,
    };
    let rules = match input.style {
        Style::DeepObject => {
            deep_object::write(parts, input.name, value, escape);
            return Ok(());
        }
        Style::SpaceDelimited => Rules::named("%20", escape),
        Style::PipeDelimited => Rules::named("%7C", escape),
        _ => Rules::named(",", escape),
    };
    write(parts, input, value, &rules)
}

/// The names and values of a query parameter's pairs as they are before they are escaped.
pub(super) fn pairs(input: &Input, value: &Value) -> Result<Vec<(String, String)>, Error> {
    let mut text = String::new();
    query(&mut Parts::new(&mut text, "", "&"), input, value)?;
    let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
    Ok(pairs
        .map(|(name, value)| (escape::undone(name), escape::undone(value)))
        .collect())
}

/// Writes the `name=value` pairs of a cookie parameter, escaped.
pub(super) fn cookie(parts: &mut Parts<'_>, input: &Input, value: &Value) -> Result<(), Error> {
    write(parts, input, value, &Rules::named(",", escape::value))
}

/// The text of a header, which is not escaped.
pub(super) fn header(input: &Input, value: &Value) -> Result<Option<String>, Error> {
    let Some(shape) = shape_of(input, value)? else {
        return Ok(None);
    };
    let mut text = String::new();
    let mut parts = Parts::new(&mut text, "", ",");
    Rules::plain(|text| text.into()).write(&mut parts, input, &shape);
    Ok(Some(text))
}

fn write(parts: &mut Parts<'_>, input: &Input, value: &Value, rules: &Rules) -> Result<(), Error> {
    if let Some(shape) = shape_of(input, value)? {
        rules.write(parts, input, &shape);
    }
    Ok(())
}

fn shape_of<'a>(input: &Input, value: &'a Value) -> Result<Option<Shape<'a>>, Error> {
    Shape::of(value).map_err(|shape::Nested| {
        Error::request(format!(
            "{} has a list or object within another",
            input.describe()
        ))
    })
}
