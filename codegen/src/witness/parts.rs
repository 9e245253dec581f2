//! The parts of a body (RFC 7578).

use serde_json::{Map, Value};

use super::encoding::Encoding;
use super::sample::{Extent, Sampler, Way};
use super::spelling;
use crate::place::Place;
use crate::resolve::Bundle;
use crate::specification::Version;
use crate::specification::media_type::is_xml;

/// A part of a body.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) content: String,
}

/// The parts of a body, each of the media type that it has by its kind, or that the document gives.
pub(super) fn parts(
    bundle: &Bundle,
    holder: &Place,
    members: &Map<String, Value>,
) -> Option<Vec<Part>> {
    let whole = Value::Object(members.clone());
    // OpenAPI 3.0.3, "Encoding Object": a style is one of forms alone, where `form` is the usual one. Tools write that for every part.
    let is_for_forms = bundle.version(holder) == Version::V30;
    let mut parts = Vec::new();
    for (name, value) in members {
        let encoding = Encoding::of(bundle, holder, name);
        let is_file = is_file(bundle, holder, &encoding, &whole, name);
        let style = encoding.style(name).filter(|_| !is_file);
        let style = style.filter(|style| !(is_for_forms && style.is_exploded_form()));
        match style {
            Some(style) => parts.extend(style.unescaped(value)?.into_iter().map(text)),
            None => {
                let media_type = media_type(bundle, holder, &encoding, &whole, name);
                parts.extend(plain(name, value, &encoding, media_type, is_file));
            }
        }
    }
    Some(parts)
}

/// Whether a property is sent as it is: its schema says so, or its media type.
fn is_file(
    bundle: &Bundle,
    holder: &Place,
    encoding: &Encoding<'_>,
    whole: &Value,
    name: &str,
) -> bool {
    let sampler = Sampler::new(bundle, Way::Request, Extent::Full);
    sampler.is_binary(whole, &holder.child("schema"), name, encoding.first())
}

/// The media type that the document gives to a property: its encoding does, or its schema.
fn media_type<'a>(
    bundle: &'a Bundle,
    holder: &Place,
    encoding: &Encoding<'a>,
    whole: &Value,
    name: &str,
) -> Option<&'a str> {
    let sampler = Sampler::new(bundle, Way::Request, Extent::Full);
    let encoded = || sampler.encoded(whole, &holder.child("schema"), name);
    encoding.stated().or_else(encoded)
}

/// A list is a part for each item, unless it is to be JSON.
fn plain(
    name: &str,
    value: &Value,
    encoding: &Encoding<'_>,
    media_type: Option<&str>,
    is_file: bool,
) -> Vec<Part> {
    let values = match value {
        Value::Array(items) if !encoding.is_json() => items.iter().collect(),
        value => vec![value],
    };
    values
        .into_iter()
        .filter_map(|value| part(name, value, media_type, is_file))
        .collect()
}

fn part(name: &str, value: &Value, stated: Option<&str>, is_file: bool) -> Option<Part> {
    let media_type = match value {
        Value::Null => return None,
        _ if is_file => stated.unwrap_or("application/octet-stream"),
        // What is written as JSON is no XML.
        Value::Object(_) => stated
            .filter(|name| !is_xml(name))
            .unwrap_or("application/json"),
        Value::Array(_) => stated.unwrap_or("application/json"),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => stated.unwrap_or("text/plain"),
    };
    Some(Part {
        name: quoted(name),
        media_type: media_type.to_owned(),
        content: spelling::text(value).unwrap_or_else(|| spelling::json(value)),
    })
}

fn text((name, content): (String, String)) -> Part {
    Part {
        name: quoted(&name),
        media_type: "text/plain".to_owned(),
        content,
    }
}

/// A name as it stands between quotes (HTML, "Multipart form data").
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}
