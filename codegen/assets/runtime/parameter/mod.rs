//! Parameters as text: the styles of OpenAPI, over plain JSON values.
//!
//! The styles are those of RFC 6570, which OpenAPI refers to, and so is the treatment of what is
//! not there: `null`, the empty list and the empty object leave no trace in queries, headers and
//! cookies.

mod deep_object;
pub(super) mod escape;
mod expand;
mod form;
mod path;
mod shape;

use serde_json::Value;

use super::error::Error;
use super::input::{Input, Style};
use expand::Rules;
use shape::Shape;

pub(super) use form::form;
pub(super) use path::fill as fill_path;

/// The `name=value` pairs of a query parameter, escaped.
pub(super) fn query(input: &Input, value: &Value) -> Result<Vec<String>, Error> {
    let escape = match input.allow_reserved {
        true => escape::reserved,
        false => escape::value,
    };
    let rules = match input.style {
        Style::DeepObject => return Ok(deep_object::pairs(input.name, value, escape)),
        Style::SpaceDelimited => Rules::named("%20", escape),
        Style::PipeDelimited => Rules::named("%7C", escape),
        _ => Rules::named(",", escape),
    };
    expanded(input, value, &rules)
}

/// The `name=value` pairs of a cookie parameter, escaped.
pub(super) fn cookie(input: &Input, value: &Value) -> Result<Vec<String>, Error> {
    expanded(input, value, &Rules::named(",", escape::value))
}

/// The text of a header, which is not escaped.
pub(super) fn header(input: &Input, value: &Value) -> Result<Option<String>, Error> {
    let items = expanded(input, value, &Rules::plain(|text| text.into()))?;
    // An empty text is a header without a value, no text is no header.
    Ok(Some(items.join(",")).filter(|_| !items.is_empty()))
}

fn expanded(input: &Input, value: &Value, rules: &Rules) -> Result<Vec<String>, Error> {
    let shape = shape_of(input, value)?;
    Ok(shape
        .map(|shape| rules.expand(input.name, input.exploded(), &shape))
        .unwrap_or_default())
}

fn shape_of<'a>(input: &Input, value: &'a Value) -> Result<Option<Shape<'a>>, Error> {
    Shape::of(value).map_err(|shape::Nested| {
        Error::request(format!(
            "{} has a list or object within another",
            input.describe()
        ))
    })
}
