//! The answers that an operation describes, with values that they may hold.

use serde_json::{Map, Value};

use super::media::{self, Media};
use super::parameter::examples;
use super::sample::{Extent, Sampler, Way};
use crate::place::Place;
use crate::resolve::Bundle;

/// So many values of an answer are tried; documents have pages of examples.
const MOST_VALUES: usize = 4;

/// An answer by its status.
#[derive(Clone, Debug)]
pub(crate) struct Described {
    /// The key in the document: a status, a range such as `4XX`, or `default`.
    pub(crate) key: String,
    /// A status that stands for it and for no other.
    pub(crate) status: u16,
    pub(crate) contents: Vec<Content>,
}

/// An answer in one of its media types.
#[derive(Clone, Debug)]
pub(crate) struct Content {
    pub(crate) media_type: String,
    /// What may come, and what of it is declared.
    pub(crate) values: Vec<(Value, Value)>,
}

impl Content {
    pub(crate) fn is_json(&self) -> bool {
        matches!(media::of(&self.media_type), Media::Json | Media::Any)
    }
}

/// All answers of an operation.
pub(super) fn all(bundle: &Bundle, operation: &Place) -> Vec<Described> {
    let responses = bundle.follow(&operation.child("responses")).clone();
    let keys: Vec<&String> = bundle
        .get(&responses)
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(Map::keys)
        .filter(|key| !key.starts_with("x-"))
        .collect();
    let described = keys.iter().filter_map(|key| {
        Some(Described {
            key: (*key).clone(),
            status: status(key, &keys)?,
            contents: contents(bundle, bundle.follow(&responses.child(key))),
        })
    });
    described.collect()
}

/// A status for a key: one that no other key is closer to.
fn status(key: &str, keys: &[&String]) -> Option<u16> {
    if let Ok(code) = key.parse() {
        return Some(code);
    }
    let is_listed = |code: &u16| keys.iter().any(|key| **key == code.to_string());
    let is_in_range = |code: &u16| keys.iter().any(|key| range(key) == Some(code / 100));
    if let Some(class) = range(key) {
        return (class * 100..class * 100 + 100).find(|code| !is_listed(code));
    }
    // Where nothing says what a success is like, `default` does.
    let has_success = keys.iter().any(|key| key.starts_with('2'));
    let usual = if has_success {
        [500, 400, 599, 418]
    } else {
        [200, 201, 299, 207]
    };
    usual
        .into_iter()
        .find(|code| !is_listed(code) && !is_in_range(code))
}

fn range(key: &str) -> Option<u16> {
    key.to_ascii_uppercase().strip_suffix("XX")?.parse().ok()
}

fn contents(bundle: &Bundle, response: &Place) -> Vec<Content> {
    let content = bundle
        .get(&response.child("content"))
        .and_then(Value::as_object);
    let names = content.into_iter().flat_map(Map::keys);
    names
        .map(|name| Content {
            media_type: name.clone(),
            values: values(
                bundle,
                name,
                bundle.follow(&response.below(&["content", name])),
            ),
        })
        .collect()
}

/// Values of a media type: the document's own, the largest that is made, and the smallest.
fn values(bundle: &Bundle, media_type: &str, holder: &Place) -> Vec<(Value, Value)> {
    let full = Sampler::new(bundle, Way::Answer, Extent::Full);
    let bare = Sampler::new(bundle, Way::Answer, Extent::Bare);
    let item = holder.child("itemSchema");
    let schema = if bundle.get(&item).is_some() {
        item
    } else {
        holder.child("schema")
    };
    if bundle.get(&schema).is_none()
        || matches!(media::of(media_type), Media::Bytes | Media::Text) && !is_sequence(media_type)
    {
        return vec![(Value::from("content"), Value::from("content"))];
    }
    let given = examples(bundle, holder)
        .into_iter()
        .filter(|value| full.fits(value, &schema));
    let made = [full.sample(&schema), bare.sample(&schema)];
    let mut values: Vec<(Value, Value)> = Vec::new();
    for value in given
        .cloned()
        .take(MOST_VALUES - 2)
        .chain(made.into_iter().flatten())
    {
        if !values.iter().any(|(known, _)| *known == value) {
            let declared = full.declared(&value, &schema);
            values.push((value, declared));
        }
    }
    values
}

/// Whether a body of the media type is one item after the other.
fn is_sequence(media_type: &str) -> bool {
    ["event-stream", "json-seq", "jsonl", "ndjson", "stream+json"]
        .iter()
        .any(|name| media_type.contains(name))
}
