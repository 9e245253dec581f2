//! What of a value is sent as it is.

use serde_json::{Map, Value};

use super::Sampler;
use super::flat::Flat;
use crate::dialect::bytes::is_of_bytes;
use crate::place::Place;
use crate::specification::Version;
use crate::specification::media_type::is_json;

impl<'a> Sampler<'a> {
    /// Whether a property of a body is bytes as they are, or a list of them; `media_type` is the one that the body gives it.
    pub(in crate::witness) fn is_binary(
        &self,
        whole: &Value,
        schema: &Place,
        name: &str,
        media_type: Option<&str>,
    ) -> bool {
        let Some(flat) = Flat::of(self.bundle, [schema.clone()]) else {
            return false;
        };
        let flat = self.chosen(whole, &flat, 0).flat;
        let declared = flat.property(self.bundle, name);
        let schemas = match declared.is_empty() {
            true => flat.rest().unwrap_or_default(),
            false => declared,
        };
        let is_stated = media_type.is_some_and(|name| is_of_bytes(name, true));
        let value = &whole[name];
        let is_open = |place: &Place| self.is_open_file(place, schema);
        schemas.iter().any(is_open)
            || Flat::of(self.bundle, schemas).is_some_and(|flat| {
                self.holds_bytes(value, &flat, schema) || (is_stated && is_texts(value))
            })
    }

    /// The media type of a property that is a text in an encoding, or a list of such (OpenAPI 3.1.1, "Encoding Object").
    pub(in crate::witness) fn encoded(
        &self,
        whole: &Value,
        schema: &Place,
        name: &str,
    ) -> Option<&'a str> {
        let flat = Flat::of(self.bundle, [schema.clone()])?;
        let flat = self.chosen(whole, &flat, 0).flat;
        let text = Flat::of(self.bundle, flat.property(self.bundle, name))?;
        let item = Flat::of(self.bundle, text.places("items"))?;
        let is_known = self.bundle.version(schema) == Version::V31;
        let mut texts = [text, item].into_iter().filter(|_| is_known);
        texts.find_map(|flat| encoded(&flat))
    }

    fn holds_bytes(&self, value: &Value, flat: &Flat<'a>, body: &Place) -> bool {
        if let Some((_, branches)) = flat.union() {
            // What may be a text as well is taken for one.
            let mut fitting = branches
                .iter()
                .filter(|branch| self.fits_branch(value, branch, 0))
                .filter_map(|branch| flat.with(self.bundle, branch))
                .peekable();
            return fitting.peek().is_some()
                && fitting.all(|flat| self.holds_bytes(value, &flat, body));
        }
        let media_type = flat.text("contentMediaType");
        // What stands in a part is no JSON that has such texts in it, so that a type makes no difference.
        let is_raw = media_type.is_some_and(|name| is_of_bytes(name, true))
            && flat.all("contentEncoding").next().is_none();
        let is_binary = ["format", "contentEncoding"].map(|keyword| flat.text(keyword));
        if is_binary.contains(&Some("binary")) || is_raw {
            return true;
        }
        let items = flat.places("items");
        let item = value.get(0).unwrap_or(&Value::Null);
        items.iter().any(|place| self.is_open_file(place, body))
            || (!items.is_empty()
                && Flat::of(self.bundle, items)
                    .is_some_and(|items| self.holds_bytes(item, &items, body)))
    }

    /// Whether a schema in a body says nothing, and so is a file (OpenAPI 3.1.0, "Considerations for File Uploads").
    fn is_open_file(&self, place: &Place, body: &Place) -> bool {
        const SAYING_NOTHING: [&str; 8] = [
            "$comment",
            "default",
            "deprecated",
            "description",
            "example",
            "examples",
            "title",
            "writeOnly",
        ];
        let node = self.bundle.get(place).and_then(Value::as_object);
        let is_inside = place.file == body.file && place.pointer.is_within(&body.pointer);
        let is_open = |node: &Map<String, Value>| {
            let mut keywords = node.keys();
            keywords.all(|name| SAYING_NOTHING.contains(&name.as_str()))
        };
        is_inside && self.bundle.version(place) == Version::V31 && node.is_some_and(is_open)
    }
}

/// What is encoded, or bytes; JSON in an encoding is not what is called JSON.
fn encoded<'a>(flat: &Flat<'a>) -> Option<&'a str> {
    let encoding = flat.text("contentEncoding")?;
    let stated = flat.text("contentMediaType");
    let stated = stated.filter(|name| !name.contains('*') && !is_json(name));
    (encoding != "binary").then(|| stated.unwrap_or("application/octet-stream"))
}

fn is_texts(value: &Value) -> bool {
    match value {
        Value::String(_) => true,
        Value::Array(items) => items.iter().all(Value::is_string),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    }
}
