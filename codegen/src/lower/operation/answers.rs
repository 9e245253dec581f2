//! Answers.

use openapiv3::{Content, MediaType, ReferenceOr, Response, Responses, StatusCode};
use serde_json::Value;

use super::content::Offer;
use super::headers::HeaderMap;
use super::media;
use crate::diagnostic::Code;
use crate::ir::{
    Answer, BodyMedia, Docs, Header, Listed, Method, Owner, Status, Stream, Success, Ty,
};
use crate::lower::node::{place_of, read};
use crate::lower::schema::Site;
use crate::lower::{Lowering, docs};
use crate::place::Place;
use crate::specification::Kind;

/// What a call gives when it succeeds.
pub(super) struct Successes {
    pub(super) success: Success,
    /// Whether it is a redirect, which has no body to speak of.
    pub(super) is_redirect: bool,
    /// The same as it arrives, where there is a choice.
    pub(super) stream: Option<Stream>,
    pub(super) headers: Vec<Header>,
}

impl Lowering<'_> {
    /// What a call gives: its success, `None` where that cannot be expressed, and the answers that are not one.
    pub(super) fn answers(
        &mut self,
        node: &Responses,
        method: &Method,
        owner: Owner,
    ) -> (Option<Successes>, Vec<Answer>) {
        let (successes, others): (Vec<_>, Vec<_>) = by_status(node)
            .into_iter()
            .partition(|(status, _)| is_success(*status));
        let (redirects, others): (Vec<_>, Vec<_>) = others
            .into_iter()
            .partition(|(status, _)| successes.is_empty() && is_redirect(*status));
        // A document that states no success says with `default` what every answer is like.
        let defaults = others
            .iter()
            .filter(|(status, _)| *status == Status::Default);
        let successes = match redirects.as_slice() {
            [] if successes.is_empty() => {
                let defaults: Vec<_> = defaults.copied().collect();
                self.successes(&defaults, method, owner)
            }
            [] => self.successes(&successes, method, owner),
            [..] => self.redirects(&redirects, owner),
        };
        let errors = others
            .into_iter()
            .filter_map(|(status, response)| self.error(status, response, method, owner))
            .collect();
        (successes, errors)
    }

    /// Redirects as the success that they are where there is no other. They say where it goes on: what they have of a body is for people.
    fn redirects(
        &mut self,
        answers: &[(Status, &ReferenceOr<Response>)],
        owner: Owner,
    ) -> Option<Successes> {
        let mut headers = HeaderMap::new();
        let mut first = None;
        for (_, response) in answers {
            let (_, response) = self.response(&place_of(response)?)?;
            self.add_headers(&response.headers, owner, &mut headers);
            first.get_or_insert(docs::of(None, Some(&response.description)));
        }
        Some(Successes {
            success: Success::Empty {
                docs: first.unwrap_or_default(),
            },
            is_redirect: true,
            stream: None,
            headers: headers.into_values().collect(),
        })
    }

    fn successes(
        &mut self,
        answers: &[(Status, &ReferenceOr<Response>)],
        method: &Method,
        owner: Owner,
    ) -> Option<Successes> {
        let mut listed = Vec::new();
        let mut streams = Vec::new();
        let mut headers = HeaderMap::new();
        for (status, response) in answers {
            let role = if answers.len() == 1 {
                "response".to_owned()
            } else {
                format!("{} response", role(*status))
            };
            let (place, response) = self.response(&place_of(response)?)?;
            let docs = docs::of(None, Some(&response.description));
            self.add_headers(&response.headers, owner, &mut headers);
            let content = self.body_of(response.content, *status, method, &place);
            let offers = self.offers(content, &place, media::of_answer);
            let (streamed, whole): (Vec<_>, Vec<_>) = offers
                .into_iter()
                .partition(|offer| media::sequence(&offer.name).is_some());
            if !whole.is_empty() || streamed.is_empty() {
                let site = Site::new(owner, role);
                listed.push(self.whole(*status, docs.clone(), &whole, &site));
            }
            streams.extend(streamed.into_iter().map(|offer| (offer, docs.clone())));
        }
        let stream = self.first_stream(streams, owner);
        let (success, stream) = whole_or_stream(listed, stream);
        Some(Successes {
            success,
            is_redirect: false,
            stream,
            headers: headers.into_values().collect(),
        })
    }

    /// The stream to use of those that are offered.
    fn first_stream(&mut self, streams: Vec<(Offer, Docs)>, owner: Owner) -> Option<Stream> {
        let mut streams = streams.into_iter();
        let (used, docs) = streams.next()?;
        let sequence = media::sequence(&used.name)?;
        for (other, _) in streams {
            self.ignore(&other, &used);
        }
        Some(self.stream(sequence, &used, docs, owner))
    }

    fn whole(&mut self, status: Status, docs: Docs, offers: &[Offer], site: &Site) -> Listed {
        let used = self.first_json(offers);
        if let Some(used) = used {
            self.note_bytes(used);
        }
        let body = used.map(|used| (used.media, self.form_type(used, site)));
        Listed {
            status,
            docs,
            content_type: used.map(asked_for),
            body,
        }
    }

    /// The form to use of those that are offered: JSON where there is any, otherwise the first one. `None` where there is no body at all.
    ///
    /// Tools that have a string in JSON beside bytes mean the bytes: nobody sends pictures and archives in quotes.
    fn first_json<'a>(&mut self, offers: &'a [Offer]) -> Option<&'a Offer> {
        let bytes = offers.iter().find(|offer| {
            offer.media == BodyMedia::Bytes && self.is_binary(&offer.place.child("schema"))
        });
        let json = offers
            .iter()
            .find(|offer| offer.media == BodyMedia::Json)
            .filter(|json| bytes.is_none() || !self.is_bare_text(json));
        let used = json.or(bytes).or_else(|| offers.first())?;
        for other in offers.iter().filter(|other| other.name != used.name) {
            if !self.mean_the_same(other, used) {
                self.ignore(other, used);
            }
        }
        Some(used)
    }

    /// Whether all that is said of a body is that it is a string.
    fn is_bare_text(&self, offer: &Offer) -> bool {
        let schema = offer.place.child("schema");
        let node = self.bundle.get(self.bundle.follow(&schema));
        node.and_then(Value::as_object).is_some_and(|node| {
            node.get("type") == Some(&Value::from("string"))
                && !node.contains_key("enum")
                && !node.contains_key("const")
        })
    }

    /// An answer that is not a success: its body is kept as it is and decoded on demand, so that no form of it is in the way.
    fn error(
        &mut self,
        status: Status,
        response: &ReferenceOr<Response>,
        method: &Method,
        owner: Owner,
    ) -> Option<Answer> {
        let (place, response) = self.response(&place_of(response)?)?;
        let docs = docs::of(None, Some(&response.description));
        let content = self.body_of(response.content, status, method, &place);
        let offers = self.offers(content, &place, media::of_answer);
        let json = self.only_json(&offers);
        let schema = json.and_then(|offer| offer.node.schema.as_ref());
        let site = Site::new(owner, format!("{} response", role(status)));
        let untyped_before = self.untyped.len();
        let ty = schema.map(|schema| self.child(schema, &site).into_ty());
        if ty == Some(Ty::Json) {
            // Nothing is made of it: the body is there as it came.
            self.untyped.truncate(untyped_before);
        }
        Some(Answer { status, docs, ty })
    }

    /// The JSON that an error is decoded as: the first of those that are offered, which says of another one that it is not.
    fn only_json<'a>(&mut self, offers: &'a [Offer]) -> Option<&'a Offer> {
        let is_described =
            |offer: &&Offer| offer.media == BodyMedia::Json && offer.node.schema.is_some();
        let mut described = offers.iter().filter(is_described);
        let used = described.next()?;
        for other in described {
            if !self.have_one_schema(other, used) {
                self.ignore(other, used);
            }
        }
        Some(used)
    }

    /// What may come. An answer to a HEAD has no body (RFC 9110, section 9.3.2): it describes what that of the GET would have.
    fn body_of(
        &mut self,
        described: Content,
        status: Status,
        method: &Method,
        response: &Place,
    ) -> Content {
        if *method == Method::Head {
            return Content::default();
        }
        if described.is_empty() || !has_no_body(status) {
            return described;
        }
        let message = format!("an answer of {} has no body; none is read", role(status));
        self.sink
            .report(Code::BodyIgnored, &response.child("content"), message);
        Content::default()
    }

    fn response(&mut self, place: &Place) -> Option<(Place, Response)> {
        let place = self.bundle.follow(place).clone();
        if self.bundle.is_dangling(&place) {
            self.untyped(
                &place,
                "the `$ref` leads nowhere, so that the bytes are given",
            );
            return Some((place, anything()));
        }
        let response = read(self.bundle, &place, Kind::Response, self.sink)?;
        Some((place, response))
    }
}

/// The answers by their status, that of all others at the end.
fn by_status(node: &Responses) -> Vec<(Status, &ReferenceOr<Response>)> {
    let Responses {
        default,
        responses,
        extensions: _,
    } = node;
    let stated = responses.iter().map(|(code, it)| (status(code), it));
    let others = default.iter().map(|it| (Status::Default, it));
    let mut all: Vec<_> = stated.chain(others).collect();
    all.sort_by_key(|(status, _)| *status);
    all
}

/// Whether an answer has no body, whatever it describes (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5).
fn has_no_body(status: Status) -> bool {
    match status {
        Status::Code(code) => [204, 205, 304].contains(&code),
        Status::Range(_) | Status::Default => false,
    }
}

/// An answer of which nothing is known.
fn anything() -> Response {
    let content = [("*/*".to_owned(), MediaType::default())];
    Response {
        content: content.into_iter().collect(),
        ..Response::default()
    }
}

fn status(code: &StatusCode) -> Status {
    match code {
        StatusCode::Code(code) => Status::Code(*code),
        StatusCode::Range(class) => Status::Range(*class),
    }
}

fn is_success(status: Status) -> bool {
    match status {
        Status::Code(code) => (200..300).contains(&code),
        Status::Range(class) => class == 2,
        Status::Default => false,
    }
}

/// Whether an answer says that the call goes on elsewhere; 304 says that nothing has changed (RFC 9110, section 15.4).
fn is_redirect(status: Status) -> bool {
    match status {
        Status::Code(code) => (300..400).contains(&code) && code != 304,
        Status::Range(class) => class == 3,
        Status::Default => false,
    }
}

fn role(status: Status) -> String {
    match status {
        Status::Code(code) => code.to_string(),
        Status::Range(class) => format!("{class}xx"),
        Status::Default => "default".to_owned(),
    }
}

/// The media type to ask for; a pattern will do, where what comes is not read as JSON.
fn asked_for(offer: &Offer) -> String {
    match offer.media {
        BodyMedia::Json => media::concrete(&offer.name, offer.media),
        BodyMedia::Form | BodyMedia::Multipart | BodyMedia::Text | BodyMedia::Bytes => {
            offer.name.clone()
        }
    }
}

/// What a call gives, and the stream beside it: where nothing that comes as a whole has a body, the stream is all there is.
fn whole_or_stream(listed: Vec<Listed>, stream: Option<Stream>) -> (Success, Option<Stream>) {
    match stream {
        Some(stream) if listed.iter().all(|listed| listed.body.is_none()) => {
            (Success::Stream(stream), None)
        }
        stream => (together(listed), stream),
    }
}

/// All successes as one: told apart by their status where they differ.
fn together(listed: Vec<Listed>) -> Success {
    let alike = |other: &Listed| listed.first().is_some_and(|first| first.body == other.body);
    match listed.first().cloned() {
        None => Success::Empty {
            docs: Docs::default(),
        },
        Some(first) if listed.iter().all(alike) => plain(first),
        Some(_) => Success::Several(listed),
    }
}

/// The one success of an operation.
fn plain(listed: Listed) -> Success {
    match listed {
        Listed {
            status: _,
            docs,
            body: Some((media, ty)),
            content_type,
        } => Success::Body {
            media,
            content_type: content_type.unwrap_or_default(),
            ty,
            docs,
        },
        Listed {
            status: _,
            docs,
            body: None,
            content_type: _,
        } => Success::Empty { docs },
    }
}
