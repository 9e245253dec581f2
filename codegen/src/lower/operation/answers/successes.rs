//! Answers of success.

use openapiv3::{ReferenceOr, Response};

use super::status::role;
use crate::ir::{BodyMedia, Docs, Header, Listed, Method, Owner, Status, Stream, Success};
use crate::lower::node::place_of;
use crate::lower::operation::content::Offer;
use crate::lower::operation::headers::HeaderMap;
use crate::lower::operation::media;
use crate::lower::schema::Site;
use crate::lower::{Lowering, docs};

/// What a call gives when it succeeds.
pub(in crate::lower::operation) struct Successes {
    pub(in crate::lower::operation) success: Success,
    /// Whether it is a redirect, which has no body to speak of.
    pub(in crate::lower::operation) is_redirect: bool,
    /// The same as it arrives, where there is a choice.
    pub(in crate::lower::operation) stream: Option<Stream>,
    pub(in crate::lower::operation) headers: Vec<Header>,
}

impl Lowering<'_> {
    /// Redirects as the success that they are where there is no other. They say where it goes on: what they have of a body is for people.
    pub(super) fn redirects(
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

    /// Answers of success as one.
    pub(super) fn successes(
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
            content_type: used.map(|used| self.asked_for(used, offers)),
            body,
        }
    }

    /// The media types to ask for; a pattern will do, where what comes is not read as JSON.
    ///
    /// A string in JSON may come as text too, which is read as well: so servers that have one of the two send what they have.
    fn asked_for(&self, used: &Offer, offers: &[Offer]) -> String {
        let name = match used.media {
            BodyMedia::Json => media::concrete(&used.name, used.media),
            BodyMedia::Form | BodyMedia::Multipart | BodyMedia::Text | BodyMedia::Bytes => {
                used.name.clone()
            }
        };
        let too = offers.iter().filter(|offer| self.reads_too(used, offer));
        let too = too.map(|offer| offer.name.clone());
        std::iter::once(name)
            .chain(too)
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// Whether an answer is read that comes in another form than the one that is used.
    fn reads_too(&self, used: &Offer, other: &Offer) -> bool {
        used.media == BodyMedia::Json && other.media == BodyMedia::Text && self.is_bare_text(used)
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
            if !self.mean_the_same(other, used) && !self.reads_too(used, other) {
                self.ignore(other, used);
            }
        }
        Some(used)
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
