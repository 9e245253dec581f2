//! Answers.

use openapiv3::{ReferenceOr, Response, Responses, StatusCode};

use super::body::Form;
use super::media;
use crate::ir::{Answer, BodyMedia, Docs, Listed, Owner, Status, Success};
use crate::lower::node::{place_of, read};
use crate::lower::schema::Site;
use crate::lower::{Lowering, docs};
use crate::place::Place;
use crate::resolve::Kind;

impl Lowering<'_> {
    /// What a call gives: its success, `None` where that cannot be expressed, and the answers that are not one.
    pub(super) fn answers(
        &mut self,
        node: &Responses,
        owner: Owner,
    ) -> (Option<Success>, Vec<Answer>) {
        let Responses {
            default,
            responses,
            extensions: _,
        } = node;
        let mut all: Vec<(Status, &ReferenceOr<Response>)> = responses
            .iter()
            .map(|(code, response)| (status(code), response))
            .collect();
        all.extend(default.iter().map(|response| (Status::Default, response)));
        all.sort_by_key(|(status, _)| *status);
        let (successes, others): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|(status, _)| is_success(*status));
        // A document that states no success says with `default` what every answer is like.
        let successes = if successes.is_empty() {
            others
                .iter()
                .filter(|(status, _)| *status == Status::Default)
                .copied()
                .collect()
        } else {
            successes
        };
        let errors = others
            .into_iter()
            .filter_map(|(status, response)| self.error(status, response, owner))
            .collect();
        (self.success(&successes, owner), errors)
    }

    fn success(
        &mut self,
        answers: &[(Status, &ReferenceOr<Response>)],
        owner: Owner,
    ) -> Option<Success> {
        let mut listed = Vec::new();
        for (status, response) in answers {
            let role = if answers.len() == 1 {
                "response".to_owned()
            } else {
                format!("{} response", role(*status))
            };
            listed.push(self.success_of(*status, &place_of(response)?, &Site::new(owner, role))?);
        }
        let alike = |other: &Listed| listed.first().is_some_and(|first| first.body == other.body);
        match listed.first().cloned() {
            None => Some(Success::Empty {
                docs: Docs::default(),
            }),
            Some(first) if listed.iter().all(alike) => Some(plain(first)),
            Some(_) => Some(Success::Several(listed)),
        }
    }

    fn success_of(&mut self, status: Status, place: &Place, site: &Site) -> Option<Listed> {
        let (place, response) = self.response(place)?;
        let docs = docs::of(None, Some(&response.description));
        if response.content.is_empty() {
            return Some(Listed {
                status,
                docs,
                body: None,
                content_type: None,
            });
        }
        let Form {
            media,
            content_type,
            ty,
        } = self.form(
            &response.content,
            &place.child("content"),
            site,
            media::of_answer,
        )?;
        Some(Listed {
            status,
            docs,
            body: Some((media, ty)),
            content_type: Some(content_type),
        })
    }

    /// An answer that is not a success: its body is kept as it is and decoded on demand, so that no form of it is in the way.
    fn error(
        &mut self,
        status: Status,
        response: &ReferenceOr<Response>,
        owner: Owner,
    ) -> Option<Answer> {
        let (_, response) = self.response(&place_of(response)?)?;
        let docs = docs::of(None, Some(&response.description));
        let json = response
            .content
            .iter()
            .find(|(name, _)| media::of_answer(name) == BodyMedia::Json);
        let schema = json.and_then(|(_, media)| media.schema.as_ref());
        let site = Site::new(owner, format!("{} response", role(status)));
        let ty = schema.map(|schema| self.child(schema, &site).into_ty());
        Some(Answer { status, docs, ty })
    }

    fn response(&mut self, place: &Place) -> Option<(Place, Response)> {
        let place = self.bundle.follow(place).clone();
        let response = read(self.bundle, &place, Kind::Response, self.sink)?;
        Some((place, response))
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

fn role(status: Status) -> String {
    match status {
        Status::Code(code) => code.to_string(),
        Status::Range(class) => format!("{class}xx"),
        Status::Default => "default".to_owned(),
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
