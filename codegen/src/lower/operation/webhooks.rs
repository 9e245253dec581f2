//! Calls that the server makes.

use openapiv3::{Operation as OperationNode, RequestBody};
use serde_json::Value;

use super::media;
use crate::diagnostic::{Code, Sink};
use crate::ir::{BodyMedia, Method, Ty, Webhook};
use crate::lower::node::{place_of, read};
use crate::lower::{Lowering, docs, extension};
use crate::place::Place;
use crate::resolve::Kind;

impl Lowering<'_> {
    /// The webhooks whose bodies are JSON, by name; nothing else is read.
    pub(in crate::lower) fn webhooks(&mut self, root: &Place) -> Vec<Webhook> {
        let webhooks = root.child("webhooks");
        let map = self.bundle.get(&webhooks).and_then(Value::as_object);
        let mut names: Vec<&String> = map.into_iter().flat_map(serde_json::Map::keys).collect();
        names.retain(|name| !name.starts_with("x-"));
        names.sort();
        let mut found = Vec::new();
        for name in names {
            let item = self.bundle.follow(&webhooks.child(name)).clone();
            let calls = self.methods(&item);
            for (method, place) in &calls {
                let name = webhook_name(name, method, calls.len());
                found.extend(self.webhook(name, place));
            }
        }
        found
    }

    fn webhook(&mut self, name: String, place: &Place) -> Option<Webhook> {
        // How the server is to be answered is not for a client, so that nobody hears what is wrong with that.
        let unheard = read(self.bundle, place, Kind::Operation, &mut Sink::default());
        let node: OperationNode =
            unheard.or_else(|| read(self.bundle, place, Kind::Operation, self.sink))?;
        let body = node.request_body.as_ref().and_then(place_of)?;
        let ty = self.webhook_body(&body, &name)?;
        let description = node.description.as_deref();
        Some(Webhook {
            origin: place.clone(),
            name,
            pinned: extension::rust_name(&node.extensions),
            docs: docs::of(node.summary.as_deref(), description),
            deprecated: docs::deprecation(node.deprecated, description),
            ty,
        })
    }

    /// The type of a webhook's body, if it has one that is JSON.
    fn webhook_body(&mut self, place: &Place, name: &str) -> Option<Ty> {
        let place = self.bundle.follow(place).clone();
        let node: RequestBody = read(self.bundle, &place, Kind::RequestBody, self.sink)?;
        let offers = self.offers(node.content, &place, media::of_request);
        let Some(json) = offers.iter().find(|offer| offer.media == BodyMedia::Json) else {
            let message = format!("the webhook `{name}` is not JSON; no function reads it");
            self.sink.report(Code::MediaTypeIgnored, &place, message);
            return None;
        };
        Some(match self.stated(&json.place, "schema") {
            Some(schema) => self.named_after(&schema, format!("{name} webhook")),
            None => self.untyped(&json.place, "the document does not say what the body is"),
        })
    }
}

/// The key of a webhook, with the method where one of several is meant.
fn webhook_name(key: &str, method: &Method, calls: usize) -> String {
    match calls {
        0 | 1 => key.to_owned(),
        _ => format!("{key} {}", method.as_str().to_ascii_lowercase()),
    }
}
