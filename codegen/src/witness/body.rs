//! Bodies of requests with sample values, and how these are written.

use serde_json::{Map, Value};

use super::encoding::Encoding;
use super::escape::escaped;
use super::media::{self, Media};
use super::parameter::examples;
use super::parts::{Part, parts};
use super::sample::{Extent, Sampler, Way};
use super::spelling;
use crate::place::Place;
use crate::resolve::Bundle;

/// What stands for bytes of any kind.
const CONTENT: &str = "content";

/// A body in one of the media types that an operation offers.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    pub(crate) media_type: String,
    /// With as much as there is.
    pub(crate) full: Sent,
    /// With what is required alone, where a value of that is found.
    pub(crate) bare: Option<Sent>,
}

/// A value, and how it is written.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    pub(crate) value: Value,
    pub(crate) payload: Payload,
}

/// A body as it is sent.
#[derive(Clone, Debug)]
pub(crate) enum Payload {
    Json(Value),
    /// The pairs of a form.
    Pairs(Vec<String>),
    Parts(Vec<Part>),
    Text(String),
    Bytes(String),
}

/// The forms in which a body may be sent, for those that values are found for.
pub(super) fn forms(bundle: &Bundle, operation: &Place) -> Vec<Form> {
    let body = bundle.follow(&operation.child("requestBody")).clone();
    let content = bundle
        .get(&body.child("content"))
        .and_then(Value::as_object);
    let names = content.into_iter().flat_map(Map::keys);
    names
        .filter_map(|name| form(bundle, name, bundle.follow(&body.below(&["content", name]))))
        .collect()
}

fn form(bundle: &Bundle, media_type: &str, holder: &Place) -> Option<Form> {
    let media = media::described(bundle, media_type, holder);
    let sent = |extent| sent(bundle, media, holder, value(bundle, holder, extent));
    Some(Form {
        media_type: media_type.to_owned(),
        full: sent(Extent::Full)?,
        bare: sent(Extent::Bare).filter(|sent| !sent.payload.is_nothing()),
    })
}

fn sent(bundle: &Bundle, media: Media, holder: &Place, value: Option<Value>) -> Option<Sent> {
    let (value, payload) = match media {
        Media::Json => {
            let value = value?;
            (value.clone(), Payload::Json(value))
        }
        Media::Form => {
            let value = value?;
            let pairs = pairs(bundle, holder, value.as_object()?)?;
            (value, Payload::Pairs(pairs))
        }
        Media::Parts => {
            let value = value?;
            let parts = parts(bundle, holder, value.as_object()?)?;
            (value, Payload::Parts(parts))
        }
        Media::Text => {
            let text = value
                .as_ref()
                .and_then(spelling::text)
                .unwrap_or_else(|| CONTENT.to_owned());
            (Value::String(text.clone()), Payload::Text(text))
        }
        Media::Bytes => (Value::from(CONTENT), Payload::Bytes(CONTENT.to_owned())),
        Media::Any => of_schema(value),
    };
    Some(Sent { value, payload })
}

/// A body whose media type is open is written as its schema suggests.
fn of_schema(value: Option<Value>) -> (Value, Payload) {
    match value {
        Some(Value::String(text)) => (Value::String(text.clone()), Payload::Text(text)),
        Some(value) => (value.clone(), Payload::Json(value)),
        None => (Value::from(CONTENT), Payload::Bytes(CONTENT.to_owned())),
    }
}

impl Payload {
    /// Whether a body of parts or pairs has none of them.
    fn is_nothing(&self) -> bool {
        match self {
            Self::Pairs(pairs) => pairs.is_empty(),
            Self::Parts(parts) => parts.is_empty(),
            Self::Json(_) | Self::Text(_) | Self::Bytes(_) => false,
        }
    }
}

/// A value that the document gives, or one that is made; with what is required alone the latter.
fn value(bundle: &Bundle, holder: &Place, extent: Extent) -> Option<Value> {
    let schema = holder.child("schema");
    if bundle.get(&schema).is_none() {
        return Some(Value::Object(Map::new()));
    }
    let sampler = Sampler::new(bundle, Way::Request, extent);
    match extent {
        Extent::Full => sampler.given_or_made(examples(bundle, holder), &schema),
        Extent::Bare => sampler.sample(&schema),
    }
}

/// The pairs of a form: a list is a pair for each item, an object is JSON, unless the document says otherwise.
fn pairs(bundle: &Bundle, holder: &Place, members: &Map<String, Value>) -> Option<Vec<String>> {
    let mut pairs = Vec::new();
    for (name, value) in members {
        let encoding = Encoding::of(bundle, holder, name);
        match (encoding.style(name), value) {
            (Some(style), value) => pairs.extend(style.query(value)?),
            (None, Value::Null) => {}
            (None, value) if encoding.is_json() => {
                pairs.push(format!(
                    "{}={}",
                    escaped(name),
                    escaped(&spelling::json(value))
                ));
            }
            (None, Value::Array(items)) => {
                pairs.extend(items.iter().filter_map(|item| pair(name, item)))
            }
            (None, value) => pairs.extend(pair(name, value)),
        }
    }
    Some(pairs)
}

fn pair(name: &str, value: &Value) -> Option<String> {
    let text = match value {
        Value::Null => return None,
        Value::Array(_) | Value::Object(_) => spelling::json(value),
        value => spelling::text(value)?,
    };
    Some(format!("{}={}", escaped(name), escaped(&text)))
}
