//! Bodies that carry nothing.

use serde_json::{Map, Value};

use super::content::Offer;
use crate::diagnostic::Code;
use crate::ir::{BodyMedia, Method};
use crate::lower::Lowering;
use crate::place::Place;

impl Lowering<'_> {
    /// Whether a body is a form without members that nobody has to send, of a method that gives bodies no meaning: with it a call would say
    /// what it says without.
    ///
    /// An empty object in JSON is two bytes more than nothing, and a POST of an empty form has a media type that a server may ask for.
    pub(super) fn leaves_body_out(
        &mut self,
        offers: &[Offer],
        required: bool,
        method: &Method,
        place: &Place,
    ) -> bool {
        let carries_nothing = |offer: &Offer| {
            offer.media == BodyMedia::Form && self.has_no_members(&offer.place.child("schema"))
        };
        let is_left_out = !required
            && !gives_bodies_meaning(method)
            && !offers.is_empty()
            && offers.iter().all(carries_nothing);
        if is_left_out {
            let message = "a form without members says nothing here; it is not asked for";
            self.sink.report(Code::BodyIgnored, place, message);
        }
        is_left_out
    }

    /// Whether a schema without a name is an object that has no members, declared or not.
    fn has_no_members(&self, schema: &Place) -> bool {
        let node = self.bundle.get(schema).and_then(Value::as_object);
        node.is_some_and(|node| {
            let is_closed = node.get("additionalProperties") == Some(&Value::Bool(false));
            is_closed && node.iter().all(|(key, value)| adds_none(key, value))
        })
    }
}

/// Whether a keyword of an object brings no member with it.
fn adds_none(keyword: &str, value: &Value) -> bool {
    match keyword {
        "type" => value.as_str() == Some("object"),
        "title" | "description" => true,
        "properties" => value.as_object().is_some_and(Map::is_empty),
        "required" => value.as_array().is_some_and(Vec::is_empty),
        "additionalProperties" => *value == Value::Bool(false),
        _ => false,
    }
}

/// RFC 9110, sections 9.3.1, 9.3.2 and 9.3.5. OpenAPI 3.0 has such bodies ignored altogether; 3.1 does not, and servers read them.
fn gives_bodies_meaning(method: &Method) -> bool {
    match method {
        Method::Get | Method::Head | Method::Delete => false,
        Method::Put | Method::Post | Method::Options | Method::Patch | Method::Trace => true,
        Method::Other(_) => true,
    }
}
