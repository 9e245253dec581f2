//! Answers that lead elsewhere (RFC 9110, section 15.4).

use http::StatusCode;

use super::Execution;
use super::attempt::Answer;
use super::way::{Hint, Way};
use crate::runtime::error::Error;
use crate::runtime::request::{Arrival, bare};
use crate::runtime::security::has_added;
use crate::runtime::transport::RequestBody;

/// Redirects beyond this many are taken for a circle, as browsers do.
const MOST_REDIRECTS: usize = 10;

impl Execution<'_> {
    /// The answer at the end of redirects. Within the origin credentials go along; to another host, where
    /// files lie that an API gives away, nothing does that could be one. Where the document takes a
    /// redirect for the success, it is the answer.
    pub(super) async fn followed(
        &mut self,
        mut answer: Answer,
    ) -> Result<(Answer, Option<Hint>), Error> {
        let mut way: Option<Way> = None;
        for _ in 0..MOST_REDIRECTS {
            if self.request.is_success(answer.status()) || !is_redirect(answer.status()) {
                self.arrival = way.as_ref().map_or(Arrival::Direct, Way::arrival);
                let hint = way.and_then(|way| way.hint(self.request));
                return Ok((answer, hint));
            }
            let way = way.get_or_insert_with(|| Way::Home(Box::new(self.request.clone())));
            let led = way.lead(self.request, &answer);
            if let Err(unfollowed) = led.and_then(|()| self.safe(way)) {
                return Ok((answer, Some(unfollowed)));
            }
            drop(answer); // so that its connection is free
            let request = self.onward(way).await?;
            answer = self.sent(request).await?;
        }
        let is_circle = is_redirect(answer.status());
        Ok((
            answer,
            is_circle.then_some("the redirects do not end".into()),
        ))
    }

    /// Refuses a link to another host that has a credential in it, or what may be one: servers that send all
    /// calls on to a new host put the query of the call behind it.
    fn safe(&self, way: &Way) -> Result<(), Hint> {
        let uri = match way {
            Way::Home(_) => return Ok(()),
            Way::Abroad(uri) => uri,
        };
        let url = uri.to_string();
        let taken = if self.shared.credentials.are_in(&url, &self.fetched) {
            "a credential"
        } else if has_added(&url, &self.request.options.query) {
            "what the call adds to its query"
        } else {
            return Ok(());
        };
        let there = self.request.abroad(uri);
        Err(format!("it is not followed: the link would take {taken} to {there}").into())
    }

    /// The request of the next step.
    async fn onward(&mut self, way: &Way) -> Result<http::Request<RequestBody>, Error> {
        match way {
            Way::Home(draft) => {
                self.is_done |= draft.call.method != self.request.call.method;
                self.assembled(draft).await
            }
            Way::Abroad(uri) => {
                self.arrival = Arrival::Abroad;
                bare(self.request, uri)
            }
        }
    }
}

fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}
