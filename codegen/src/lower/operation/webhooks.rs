//! Calls that the server makes.

use openapiv3::{Operation as OperationNode, RequestBody};

use super::media;
use crate::diagnostic::{Code, Sink};
use crate::ir::{BodyMedia, Method, Ty, Webhook};
use crate::lower::node::{place_of, read};
use crate::lower::{Lowering, docs, extension};
use crate::place::Place;
use crate::specification::Kind;

impl Lowering<'_> {
    /// The selected webhooks whose bodies are JSON, by name; nothing else is read.
    pub(in crate::lower) fn webhooks(&mut self) -> Vec<Webhook> {
        let listed = self.bundle.webhooks();
        let mut selected: Vec<_> = listed.iter().filter(|listed| listed.selected).collect();
        selected.sort_by_key(|listed| &listed.path);
        let mut found = Vec::new();
        for call in selected {
            let calls = listed.iter().filter(|other| other.path == call.path);
            let name = webhook_name(&call.path, &Method::new(&call.method), calls.count());
            found.extend(self.webhook(name, &call.place));
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
