//! Parameters with sample values, and how these are written.

use serde_json::{Map, Value};

use super::escape::Reserved;
use super::media::{self, Media};
use super::sample::{Extent, Sampler, Way};
use super::spelling;
use super::style::Style;
use crate::dialect::headers::sent_header;
use crate::ir::Location;
use crate::place::{Place, Pointer};
use crate::resolve::{Bundle, Template};

/// A parameter with a value.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    pub(crate) location: Location,
    pub(crate) name: String,
    pub(crate) value: Value,
    pub(crate) written: Written,
}

impl Given {
    /// Whether it is the same parameter as one that was described before.
    fn replaces(&self, known: &Self) -> bool {
        let is_named = match self.location {
            // RFC 9110, section 5.1
            Location::Header => self.name.eq_ignore_ascii_case(&known.name),
            Location::Path | Location::Query | Location::Cookie => self.name == known.name,
        };
        is_named && self.location == known.location
    }
}

/// How a value is written at its place.
#[derive(Clone, Debug)]
pub(crate) enum Written {
    /// The text that takes the place of the parameter in the path.
    Path(String),
    /// The pairs of the query.
    Query(Vec<String>),
    Header(String),
    /// The pairs of the cookie.
    Cookie(Vec<String>),
}

/// The parameters of an operation that values are found for; those of its path item that it does not replace included.
pub(super) fn all(
    bundle: &Bundle,
    item: &Place,
    operation: &Place,
    template: &Template,
) -> Vec<Given> {
    let mut found: Vec<Given> = Vec::new();
    let described = described(bundle, [item, operation]);
    let given = |place| given(bundle, place, template);
    for given in described.iter().filter_map(given) {
        found.retain(|known| !given.replaces(known));
        found.push(given);
    }
    for name in undescribed(bundle, &template.text, &described) {
        let value = Value::from("text");
        found.push(Given {
            location: Location::Path,
            name,
            value,
            written: Written::Path("text".to_owned()),
        });
    }
    found
}

/// The parameters that these list, in order; those that they refer to where these stand.
fn described(bundle: &Bundle, holders: [&Place; 2]) -> Vec<Place> {
    let lists = holders.map(|holder| bundle.elements(&holder.child("parameters")));
    lists
        .iter()
        .flatten()
        .map(|place| bundle.follow(place).clone())
        .collect()
}

/// The variables of a template that no parameter describes; any text will do.
fn undescribed(bundle: &Bundle, template: &str, described: &[Place]) -> Vec<String> {
    let variables = template
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'));
    let is_described = |name: &str| {
        let mut nodes = described.iter().filter_map(|place| bundle.get(place));
        nodes.any(|node| node["in"] == "path" && node["name"] == name)
    };
    variables
        .map(|(name, _)| name.to_owned())
        .filter(|name| !is_described(name))
        .collect()
}

fn given(bundle: &Bundle, place: &Place, template: &Template) -> Option<Given> {
    let node = bundle.get(place)?.as_object()?;
    let mut name = node.get("name")?.as_str()?;
    let location = match node.get("in")?.as_str()? {
        "path" => Location::Path,
        "query" | "querystring" => Location::Query,
        "cookie" => Location::Cookie,
        "header" => {
            name = sent_header(bundle.version(place), name)?;
            Location::Header
        }
        _ => return None,
    };
    // They exclude each other; where both are there, the schema counts.
    let content = node
        .get("content")
        .filter(|_| !node.contains_key("schema"))
        .and_then(Value::as_object)
        .and_then(|content| content.keys().next());
    let holder = content.map_or_else(|| place.clone(), |name| place.below(&["content", name]));
    let value = value(bundle, &holder, location)?;
    let reserved = match location {
        Location::Path if template.spans(name) => Reserved::InPath,
        Location::Path | Location::Query | Location::Header | Location::Cookie => {
            reserved(node, location, bundle.minor(place))
        }
    };
    let written = written(node, name, location, content, &value, reserved)?;
    Some(Given {
        location,
        name: name.to_owned(),
        value,
        written,
    })
}

/// A value that the document gives for a parameter or a media type, or one that its schema allows.
fn value(bundle: &Bundle, holder: &Place, location: Location) -> Option<Value> {
    let sampler = Sampler::new(bundle, Way::Request, Extent::Full);
    let Some(schema) = schema(bundle, holder) else {
        return Some(Value::from("text"));
    };
    let mut given = examples(bundle, holder)
        .into_iter()
        .filter(|value| sampler.fits(value, &schema) && can_be_sent(value, location));
    given.next().cloned().or_else(|| {
        let sample = sampler.sample(&schema);
        sample.filter(|value| can_be_sent(value, location))
    })
}

/// The schema of a parameter or a media type: in documents that mix versions the parameter itself may be one.
fn schema(bundle: &Bundle, holder: &Place) -> Option<Place> {
    let schema = holder.child("schema");
    if bundle.get(&schema).is_some() {
        return Some(schema);
    }
    let has_type = bundle.get(&holder.child("type")).is_some();
    has_type.then(|| holder.clone())
}

/// Whether a call can have a value in a parameter. Examples of headers are set out in lines at times, which no header can have (RFC 9110,
/// section 5.5).
fn can_be_sent(value: &Value, location: Location) -> bool {
    let is_broken = |text: &str| location == Location::Header && text.contains(char::is_control);
    !is_blank(value) && !value.as_str().is_some_and(is_broken)
}

/// What leaves no trace in a parameter, or is none in a path.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Bool(_) | Value::Number(_) => false,
        Value::String(text) => {
            text.is_empty() || text.split('/').any(|part| part == "." || part == "..")
        }
        Value::Array(items) => items.is_empty() || items.iter().any(is_blank),
        Value::Object(members) => members.is_empty() || members.values().any(is_blank),
    }
}

/// The examples of a parameter or a media type.
pub(super) fn examples<'a>(bundle: &'a Bundle, holder: &Place) -> Vec<&'a Value> {
    let Some(node) = bundle.get(holder) else {
        return Vec::new();
    };
    let named = node.get("examples").and_then(Value::as_object);
    let named = named
        .into_iter()
        .flat_map(Map::values)
        .filter_map(|example| {
            let example = referred(bundle, example, holder).unwrap_or(example);
            example.get("value").or_else(|| example.get("dataValue"))
        });
    node.get("example").into_iter().chain(named).collect()
}

/// The example that another one refers to in its own file.
fn referred<'a>(bundle: &'a Bundle, example: &Value, holder: &Place) -> Option<&'a Value> {
    let pointer = Pointer::of_reference(example.get("$ref")?.as_str()?)?;
    bundle.get(&Place {
        file: holder.file,
        pointer,
    })
}

/// What the value of a parameter may hold as it is: in a path and in a cookie since 3.2, and where Azure's documents say so.
fn reserved(node: &Map<String, Value>, location: Location, minor: u8) -> Reserved {
    let says = |keyword: &str| node.get(keyword) == Some(&Value::Bool(true));
    let is_plain = minor >= 2 && node.get("style") == Some(&Value::from("cookie"));
    match location {
        Location::Cookie if is_plain => Reserved::AllOfCookie,
        Location::Cookie if minor >= 2 && says("allowReserved") => Reserved::InCookie,
        Location::Query if says("allowReserved") => Reserved::InQuery,
        Location::Path if says("x-ms-skip-url-encoding") || minor >= 2 && says("allowReserved") => {
            Reserved::InPath
        }
        Location::Query | Location::Path | Location::Header | Location::Cookie => Reserved::Nothing,
    }
}

/// The style that a parameter states, or that of its location.
fn style<'a>(
    node: &'a Map<String, Value>,
    name: &'a str,
    location: Location,
    reserved: Reserved,
) -> Style<'a> {
    let says = |keyword: &str| node.get(keyword).and_then(Value::as_str);
    let style = says("style").unwrap_or(match location {
        Location::Path | Location::Header => "simple",
        Location::Query | Location::Cookie => "form",
    });
    let is_whole = says("in") == Some("querystring");
    let explode = node.get("explode").and_then(Value::as_bool);
    Style {
        name,
        style,
        // So it is for the style `cookie` too (OpenAPI 3.2.0, "Parameter Object").
        explode: explode.unwrap_or(matches!(style, "form" | "cookie")) || is_whole,
        reserved,
    }
}

fn written(
    node: &Map<String, Value>,
    name: &str,
    location: Location,
    content: Option<&String>,
    value: &Value,
    reserved: Reserved,
) -> Option<Written> {
    let style = style(node, name, location, reserved);
    // A `content` is written as it is, as one text. Of any media type, what has parts is JSON.
    let is_json = |name: &&String| match media::of(name) {
        Media::Json => true,
        Media::Any => value.is_object() || value.is_array(),
        Media::Form | Media::Parts | Media::Text | Media::Bytes => false,
    };
    let text = content
        .filter(is_json)
        .map(|_| Value::String(spelling::json(value)));
    let value = text.as_ref().unwrap_or(value);
    Some(match location {
        Location::Path => Written::Path(style.path(value)?),
        Location::Query => Written::Query(style.query(value)?),
        Location::Header => Written::Header(style.header(value)?),
        Location::Cookie => Written::Cookie(style.query(value)?),
    })
}
