//! Path templates and the values in them.

use serde_json::Value;

use super::expand::Rules;
use super::{Parts, Shape, escape, shape_of};
use crate::runtime::error::Error;
use crate::runtime::input::{Input, Place, Style};

/// Puts values into a path template, behind what the URL is so far.
///
/// No value can change which path it is: each is escaped, and one that leaves its segment empty,
/// `.` or `..` is an error, since clients, proxies and servers resolve those.
pub(in crate::runtime) fn fill(
    url: &mut String,
    template: &str,
    inputs: &[(Input, Value)],
) -> Result<(), Error> {
    let start = url.len();
    let mut rest = template;
    while let Some((before, name, after)) = next_parameter(rest) {
        *url += &escape::literal(before);
        write(url, find(name, inputs)?)?;
        rest = after;
    }
    *url += &escape::literal(rest);
    let begins_with_dot = |pair: &[u8]| pair == b"/.";
    match url.as_bytes()[start..].windows(2).any(begins_with_dot) {
        true => keep_to_path(&url[start..], template, inputs),
        false => Ok(()),
    }
}

/// Compares segment by segment, since no value adds one.
fn keep_to_path(path: &str, template: &str, inputs: &[(Input, Value)]) -> Result<(), Error> {
    let mut segments = path.split('/').zip(template.split('/'));
    match segments.find_map(|(filled, segment)| astray(filled, segment)) {
        None => Ok(()),
        Some((filled, name)) => Err(Error::request(format!(
            "{} makes a path segment `{filled}`, which would lead to another path",
            find(name, inputs)?.0.describe()
        ))),
    }
}

/// A segment that would lead elsewhere, and the parameter that is to blame.
fn astray<'a>(filled: &'a str, segment: &'a str) -> Option<(&'a str, &'a str)> {
    match filled {
        "." | ".." => next_parameter(segment).map(|(_, name, _)| (filled, name)),
        _ => None,
    }
}

/// The text before the next parameter, its name, and the text behind it.
fn next_parameter(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

fn find<'a>(name: &str, inputs: &'a [(Input, Value)]) -> Result<&'a (Input, Value), Error> {
    let named = |(input, _): &&(Input, Value)| input.place == Place::Path && input.name == name;
    inputs
        .iter()
        .find(named)
        .ok_or_else(|| Error::request(format!("path parameter `{name}` has no value")))
}

fn write(url: &mut String, (input, value): &(Input, Value)) -> Result<(), Error> {
    let Some(shape) = shape_of(input, value)?.filter(|shape| !is_blank(shape)) else {
        return Err(Error::request(format!("{} is empty", input.describe())));
    };
    let (prefix, between, rules) = match input.style {
        Style::Label => (".", ".", Rules::plain(escape::value)),
        Style::Matrix => (";", ";", Rules::matrix(escape::value)),
        _ => ("", ",", Rules::plain(escape::value)),
    };
    rules.write(&mut Parts::new(url, prefix, between), input, &shape);
    Ok(())
}

/// Whether nothing would stand where the parameter does.
fn is_blank(shape: &Shape<'_>) -> bool {
    match shape {
        Shape::Text(text) => text.is_empty(),
        Shape::List(items) => items.iter().all(|item| item.is_empty()),
        Shape::Map(_) => false,
    }
}
