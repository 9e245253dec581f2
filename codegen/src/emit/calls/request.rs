//! What a call sends.

use super::call::Writer;
use super::input::Body;
use super::literal;
use crate::witness::{Given, Part, Payload, Sent};

impl Writer<'_> {
    /// The rows of a request with these inputs.
    pub(super) fn sends(&self, parameters: &[&Given], body: Option<&Body<'_>>) -> Vec<String> {
        let target = literal::raw(&self.call.target(parameters));
        let mut rows = vec![format!("sends {:?} {target};", self.call.method)];
        let headers = self.call.headers(parameters);
        rows.extend(
            headers
                .iter()
                .map(|(name, value)| format!("header {name:?} = {};", literal::raw(value))),
        );
        rows.extend(body.map(row));
        rows
    }
}

fn row(body: &Body<'_>) -> String {
    let Body { media_type, sent } = body;
    let Sent { value: _, payload } = sent;
    let (word, text) = match payload {
        Payload::Json(value) => ("json", literal::json(value)),
        Payload::Pairs(pairs) => ("form", literal::raw(&pairs.join("&"))),
        Payload::Parts(parts) => ("parts", literal::json(&parts.iter().map(part).collect())),
        Payload::Text(text) => ("text", literal::raw(text)),
        Payload::Bytes(text) => ("bytes", literal::raw(text)),
    };
    format!("body {media_type:?} {word} = {text};")
}

/// A part as its name, media type and content.
fn part(part: &Part) -> serde_json::Value {
    let Part {
        name,
        media_type,
        content,
    } = part;
    [name, media_type, content]
        .map(String::as_str)
        .into_iter()
        .collect()
}
