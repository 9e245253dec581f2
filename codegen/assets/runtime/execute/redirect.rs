//! Answers that lead elsewhere (RFC 9110, section 15.4).

use http::header::LOCATION;
use http::{Method, StatusCode};

use super::Execution;
use super::attempt::Answer;
use crate::runtime::error::Error;
use crate::runtime::request::Draft;

/// Redirects beyond this many are taken for a circle, as browsers do.
const MOST_REDIRECTS: usize = 10;

/// Why a redirect is not followed, to be said beside its status.
type Unfollowed = &'static str;

impl Execution<'_> {
    /// The answer at the end of redirects within the origin: credentials go along, and must not leave it.
    /// Where the document takes a redirect for the success, it is the answer.
    ///
    /// On the heap, since few calls come here and each would have the room for it.
    pub(super) async fn followed(
        &mut self,
        mut answer: Answer,
    ) -> Result<(Answer, Option<Unfollowed>), Error> {
        let mut draft = Box::new(self.request.clone());
        for _ in 0..MOST_REDIRECTS {
            if self.request.is_success(answer.status()) {
                return Ok((answer, None));
            }
            if let Err(unfollowed) = lead(&mut draft, &answer) {
                return Ok((answer, unfollowed));
            }
            let request = Box::pin(self.assembled(&draft)).await?;
            answer = self.sent(request).await?;
        }
        let is_circle = method(&draft, answer.status()).is_some();
        Ok((answer, is_circle.then_some("the redirects do not end")))
    }
}

/// Turns the draft of a request into that of the one which its answer leads to.
fn lead(draft: &mut Draft, answer: &Answer) -> Result<(), Option<Unfollowed>> {
    let location = answer.headers().get(LOCATION);
    let location = location.and_then(|value| value.to_str().ok());
    let (Some(location), true) = (location, is_redirect(answer.status())) else {
        return Err(None);
    };
    let Some(method) = method(draft, answer.status()) else {
        return Err(Some("a POST is not sent again as a GET"));
    };
    if method != draft.call.method {
        draft.call.method = method;
        draft.leave_body();
    }
    if !draft.is_repeatable() {
        return Err(Some(
            "the body is read from a stream, and cannot follow the redirect",
        ));
    }
    draft
        .follow(location)
        .map_err(|_| Some("the redirect leaves the origin, where credentials must not go"))
}

fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

/// The method by which the redirect is followed; `None` where it may be, but would do something else: browsers make a GET of a POST
/// that was moved (sections 15.4.2 and 15.4.3), and its answer would pass for that of what was never done.
fn method(draft: &Draft, status: StatusCode) -> Option<Method> {
    let method = &draft.call.method;
    match status {
        StatusCode::MOVED_PERMANENTLY | StatusCode::FOUND if method == Method::POST => None,
        StatusCode::SEE_OTHER if method != Method::HEAD => Some(Method::GET),
        _ => Some(method.clone()),
    }
}
