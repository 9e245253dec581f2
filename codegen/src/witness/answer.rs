//! The answers that an operation describes, with values that they may hold.

use serde_json::{Map, Value};

use super::media::{self, Media};
use super::parameter::examples;
use super::sample::{Extent, Sampler, Way};
use super::stream;
use crate::place::Place;
use crate::resolve::Bundle;

/// So many examples of an answer are tried; some documents have pages of them.
const MOST_EXAMPLES: usize = 2;

/// The status of an answer that says that nothing has changed.
const NOT_MODIFIED: u16 = 304;

/// Answers without a body, whatever is described (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5).
const BODILESS: [u16; 3] = [204, 205, NOT_MODIFIED];

/// An answer by its status.
#[derive(Clone, Debug)]
pub(crate) struct Described {
    /// The key in the document: a status, a range such as `4XX`, or `default`.
    pub(crate) key: String,
    /// A status that stands for it and for no other.
    pub(crate) status: u16,
    pub(crate) contents: Vec<Content>,
    /// Whether it is what the call is for: a 2xx, or a redirect where there is no other.
    pub(crate) is_success: bool,
}

/// An answer in one of its media types.
#[derive(Clone, Debug)]
pub(crate) struct Content {
    pub(crate) media_type: String,
    /// Whether the document says what it is like.
    pub(crate) has_schema: bool,
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
    // An answer to a HEAD has no body (RFC 9110, section 9.3.2).
    let is_head = operation.pointer.last().as_deref() == Some("head");
    let content = |key: &str| contents(bundle, bundle.follow(&responses.child(key)));
    let described = keys.iter().filter_map(|key| {
        let status = status(key, &keys)?;
        let has_body = !is_head && !BODILESS.contains(&status);
        Some(Described {
            key: (*key).clone(),
            status,
            is_success: status / 100 == success_class(&keys) && status != NOT_MODIFIED,
            contents: if has_body { content(key) } else { Vec::new() },
        })
    });
    described.collect()
}

/// A status for a key: one that no other key is closer to.
fn status(key: &str, keys: &[&String]) -> Option<u16> {
    if let Ok(code) = key.parse() {
        return Some(code).filter(|code| (100..1000).contains(code));
    }
    let is_listed = |code: &u16| keys.iter().any(|key| **key == code.to_string());
    let is_in_range = |code: &u16| keys.iter().any(|key| range(key) == Some(code / 100));
    if let Some(class) = range(key) {
        return (class * 100..class * 100 + 100).find(|code| !is_listed(code));
    }
    // Where nothing says what a success is like, `default` does.
    let has_success = keys
        .iter()
        .any(|key| class_of(key) == Some(success_class(keys)));
    let usual = if has_success {
        [500, 400, 599, 418]
    } else {
        [200, 201, 299, 207]
    };
    usual
        .into_iter()
        .find(|code| !is_listed(code) && !is_in_range(code))
}

/// The class of statuses that are a success: redirects, where the document lists no other.
fn success_class(keys: &[&String]) -> u16 {
    let lists = |class| keys.iter().any(|key| class_of(key) == Some(class));
    if lists(3) && !lists(2) { 3 } else { 2 }
}

/// The class of a status or a range; that nothing was modified is no redirect.
fn class_of(key: &str) -> Option<u16> {
    let status: Option<u16> = key.parse().ok().filter(|status| *status != NOT_MODIFIED);
    status.map(|status| status / 100).or_else(|| range(key))
}

fn range(key: &str) -> Option<u16> {
    let class = key.to_ascii_uppercase().strip_suffix("XX")?.parse().ok();
    class.filter(|class| (1..10).contains(class))
}

fn contents(bundle: &Bundle, response: &Place) -> Vec<Content> {
    let content = bundle
        .get(&response.child("content"))
        .and_then(Value::as_object);
    let names = content.into_iter().flat_map(Map::keys);
    let content = |name: &String| {
        let holder = response.below(&["content", name]);
        let holder = bundle.follow(&holder);
        Content {
            media_type: name.clone(),
            has_schema: bundle.get(&holder.child("schema")).is_some(),
            values: values(bundle, name, holder),
        }
    };
    names.map(content).collect()
}

/// Values of a media type: the document's own, the largest that is made, and the smallest.
fn values(bundle: &Bundle, media_type: &str, holder: &Place) -> Vec<(Value, Value)> {
    if stream::is_sequence(media_type) {
        let items = stream::items(bundle, media_type, holder).into_iter();
        return items.map(|item| (item.clone(), item)).collect();
    }
    let schema = holder.child("schema");
    let media = media::described(bundle, media_type, holder);
    let is_raw = matches!(media, Media::Bytes | Media::Text);
    if is_raw || bundle.get(&schema).is_none() {
        return vec![(Value::from("content"), Value::from("content"))];
    }
    let full = Sampler::new(bundle, Way::Answer, Extent::Full);
    let bare = Sampler::new(bundle, Way::Answer, Extent::Bare);
    let given = examples(bundle, holder).into_iter();
    let given = given
        .filter(|value| full.fits(value, &schema))
        .take(MOST_EXAMPLES)
        .cloned();
    let made = [full.sample(&schema), bare.sample(&schema)]
        .into_iter()
        .flatten();
    let mut values: Vec<(Value, Value)> = Vec::new();
    for value in given.chain(made) {
        if !values.iter().any(|(known, _)| *known == value) {
            let declared = full.declared(&value, &schema);
            values.push((value, declared));
        }
    }
    values
}
