//! Answers that lead elsewhere (RFC 9110, section 15.4).

use std::borrow::Cow;

use http::header::LOCATION;
use http::{Method, StatusCode};

use super::Execution;
use super::attempt::Answer;
use crate::runtime::error::Error;
use crate::runtime::request::Draft;

/// Redirects beyond this many are taken for a circle, as browsers do.
const MOST_REDIRECTS: usize = 10;

/// Why a redirect is not followed, to be said beside its status.
type Unfollowed = Cow<'static, str>;

impl Execution<'_> {
    /// The answer at the end of redirects within the origin: credentials go along, and must not leave
    /// it. Where the document takes a redirect for the success, it is the answer.
    pub(super) async fn followed(
        &mut self,
        mut answer: Answer,
    ) -> Result<(Answer, Option<Unfollowed>), Error> {
        let mut draft: Option<Box<Draft>> = None;
        for _ in 0..MOST_REDIRECTS {
            if self.request.is_success(answer.status()) || !is_redirect(answer.status()) {
                return Ok((answer, None));
            }
            let draft = draft.get_or_insert_with(|| Box::new(self.request.clone()));
            if let Err(unfollowed) = lead(draft, &answer) {
                return Ok((answer, Some(unfollowed)));
            }
            self.is_done |= draft.call.method != self.request.call.method;
            drop(answer); // so that its connection is free
            let request = self.assembled(draft).await?;
            answer = self.sent(request).await?;
        }
        let is_circle = is_redirect(answer.status());
        Ok((
            answer,
            is_circle.then_some("the redirects do not end".into()),
        ))
    }
}

/// Turns the draft of a request into that of the one which its answer leads to.
fn lead(draft: &mut Draft, answer: &Answer) -> Result<(), Unfollowed> {
    let location = answer.headers().get(LOCATION);
    let location = location.and_then(|value| value.to_str().ok());
    let location = location.ok_or("it does not say where to go on")?;
    let method = method(draft, answer.status()).ok_or("a POST is not sent again as a GET")?;
    if method != draft.call.method {
        draft.call.method = method;
        draft.leave_body();
    }
    if !draft.is_repeatable() {
        return Err("the body is read from a stream, and cannot follow the redirect".into());
    }
    let followed = draft.follow(location);
    followed.map_err(|error| format!("it is not followed: {error}").into())
}

fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

/// The method by which the redirect is followed. `None` where it may be, but would do something else:
/// browsers make a GET of a POST that was moved (sections 15.4.2 and 15.4.3), and its answer would pass
/// for that of what was never done.
fn method(draft: &Draft, status: StatusCode) -> Option<Method> {
    let method = &draft.call.method;
    match status {
        StatusCode::MOVED_PERMANENTLY | StatusCode::FOUND if method == Method::POST => None,
        StatusCode::SEE_OTHER if method != Method::HEAD => Some(Method::GET),
        _ => Some(method.clone()),
    }
}
