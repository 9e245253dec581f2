//! Where redirects lead.

use std::borrow::Cow;

use http::header::LOCATION;
use http::{Method, StatusCode, Uri};

use super::attempt::Answer;
use crate::runtime::error::Error;
use crate::runtime::request::{Arrival, Draft};

/// What is to be said beside a status: why a redirect is not followed, or where one has led.
pub(super) type Hint = Cow<'static, str>;

/// How far redirects have led.
pub(super) enum Way {
    /// Within the origin, with all that the call carries.
    Home(Box<Draft>),
    /// To another host, without it. What was left behind does not come back on the way from there, even
    /// where that leads home: whoever the other host belongs to says where it leads.
    Abroad(Uri),
}

impl Way {
    /// What explains a failure at its end.
    pub(super) fn hint(&self, call: &Draft) -> Option<Hint> {
        match self {
            Self::Home(_) => None,
            Self::Abroad(uri) => {
                let there = call.abroad(uri);
                Some(format!("a redirect led to {there}, which gets no credentials").into())
            }
        }
    }

    /// Where it has led.
    pub(super) fn arrival(&self) -> Arrival {
        match self {
            Self::Home(draft) => draft.target.clone().map_or(Arrival::Direct, Arrival::Home),
            Self::Abroad(_) => Arrival::Abroad,
        }
    }

    /// Goes where the answer leads.
    pub(super) fn lead(&mut self, call: &Draft, answer: &Answer) -> Result<(), Hint> {
        let location = answer.headers().get(LOCATION);
        let location = location.and_then(|value| value.to_str().ok());
        let location = location.ok_or("it does not say where to go on")?;
        let abroad = match self {
            Self::Home(draft) => home(draft, answer.status(), location, may_leave(call))?,
            Self::Abroad(uri) => Some(Draft::led(uri, location).map_err(unfollowed)?),
        };
        if let Some(uri) = abroad {
            *self = Self::Abroad(uri);
        }
        Ok(())
    }
}

/// Turns the draft of a request into that of the one which its answer leads to, unless that is on another
/// host, and the call may go there.
fn home(
    draft: &mut Draft,
    status: StatusCode,
    location: &str,
    may_leave: bool,
) -> Result<Option<Uri>, Hint> {
    let method = method(draft, status).ok_or("a POST is not sent again as a GET")?;
    if method != draft.call.method {
        draft.call.method = method;
        draft.leave_body();
    }
    if !draft.is_repeatable() {
        return Err("the body is read from a stream, and cannot follow the redirect".into());
    }
    match draft.follow(location) {
        Ok(()) => Ok(None),
        Err(_) if may_leave => draft.leave(location).map(Some).map_err(unfollowed),
        Err(error) => Err(unfollowed(error)),
    }
}

/// Whether the call is the same without what is left behind: it asks, by its URL alone.
fn may_leave(call: &Draft) -> bool {
    [Method::GET, Method::HEAD].contains(&call.call.method) && !call.has_body()
}

fn unfollowed(error: Error) -> Hint {
    format!("it is not followed: {error}").into()
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
