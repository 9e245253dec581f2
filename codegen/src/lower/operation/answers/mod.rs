//! Answers.

mod errors;
mod status;
mod successes;

use openapiv3::{Content, MediaType, ReferenceOr, Response, Responses};

use crate::diagnostic::Code;
use crate::ir::{Answer, Method, Owner, Status};
use crate::lower::Lowering;
use crate::lower::node::read_referred;
use crate::place::Place;
use crate::specification::Kind;

use status::{has_no_body, is_redirect, is_success, role, status};

pub(super) use successes::Successes;

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

    fn response(&mut self, listed: &Place) -> Option<(Place, Response)> {
        let place = self.bundle.follow(listed).clone();
        if self.bundle.is_dangling(&place) {
            self.untyped(
                &place,
                "the `$ref` leads nowhere, so that the bytes are given",
            );
            return Some((place, anything()));
        }
        let response = read_referred(self.bundle, listed, Kind::Response, self.sink)?;
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

/// An answer of which nothing is known.
fn anything() -> Response {
    let content = [("*/*".to_owned(), MediaType::default())];
    Response {
        content: content.into_iter().collect(),
        ..Response::default()
    }
}
