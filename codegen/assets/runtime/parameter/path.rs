//! Path templates and the values in them.

use serde_json::Value;

use super::expand::{Escape, Rules};
use super::{Parts, Shape, escape};
use crate::runtime::error::Error;
use crate::runtime::input::{Input, Place, Style};

/// Puts values into a path template, and into a query that it may have, behind what the URL is so
/// far.
///
/// No value can change which path it is: each is escaped, unless the document lets it go on over
/// several segments, and one that leaves its segment empty, `.` or `..` is an error, since clients,
/// proxies and servers resolve those.
pub(in crate::runtime) fn fill(
    url: &mut String,
    template: &str,
    inputs: &[(Input, Value)],
) -> Result<(), Error> {
    let (path, query) = template.split_once('?').unwrap_or((template, ""));
    for (index, segment) in path.split('/').enumerate() {
        if index > 0 {
            url.push('/');
        }
        fill_segment(url, segment, inputs)?;
    }
    if !query.is_empty() {
        url.push('?');
        fill_text(url, query, inputs, escape::query)?;
    }
    Ok(())
}

fn fill_segment(url: &mut String, segment: &str, inputs: &[(Input, Value)]) -> Result<(), Error> {
    let start = url.len();
    let last = fill_text(url, segment, inputs, escape::literal)?;
    // A value that may hold slashes makes several segments, and may have escaped its dots.
    let mut segments = url[start..].split('/');
    let dots = last.and_then(|input| Some((input, segments.find(|it| escape::is_dots(it))?)));
    match dots {
        Some(((input, _), dots)) => Err(Error::request(format!(
            "{} makes a path segment `{}`, which would lead to another path",
            input.describe(),
            escape::undone(dots)
        ))),
        None => Ok(()),
    }
}

/// Writes a text with values in it, and gives the last of them.
fn fill_text<'a>(
    url: &mut String,
    text: &str,
    inputs: &'a [(Input, Value)],
    literal: Escape,
) -> Result<Option<&'a (Input, Value)>, Error> {
    let mut last = None;
    let mut rest = text;
    while let Some((before, name, after)) = next_parameter(rest) {
        let input = find(name, inputs)?;
        *url += &literal(before);
        write(url, input)?;
        last = Some(input);
        rest = after;
    }
    *url += &literal(rest);
    Ok(last)
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
    let Some(shape) = Shape::of(value).filter(|shape| !is_blank(shape)) else {
        return Err(Error::request(format!("{} is empty", input.describe())));
    };
    let escape = match input.allow_reserved {
        true => escape::segments,
        false => escape::value,
    };
    let (prefix, between, rules) = match input.style {
        Style::Label => (".", ".", Rules::plain(escape)),
        Style::Matrix => (";", ";", Rules::matrix(escape)),
        _ => ("", ",", Rules::plain(escape)),
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
