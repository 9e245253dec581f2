//! Whether a call is sent again.

use std::time::Duration;

use http::{Method, StatusCode};

use super::backoff;
use super::policy::RetryPolicy;
use crate::runtime::error::{Error, ErrorKind, Timeout};

/// What of a call decides whether it may be sent again.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::runtime) enum Repeatable {
    /// As often as one likes: it has the same effect.
    Freely,
    /// Where it had no effect.
    WithCare,
    /// Not at all: its body is gone.
    Never,
}

impl Repeatable {
    /// What its method says (RFC 9110, section 9.2.2).
    pub(in crate::runtime) fn by_method(method: &Method) -> Self {
        match method.as_str() {
            "GET" | "HEAD" | "PUT" | "DELETE" | "OPTIONS" | "TRACE" | "QUERY" => Self::Freely,
            _ => Self::WithCare,
        }
    }
}

/// How long to wait before the call is sent again, if it is; `attempts` have failed.
pub(in crate::runtime) fn delay(
    policy: &RetryPolicy,
    repeatable: Repeatable,
    error: &Error,
    attempts: u32,
) -> Option<Duration> {
    if attempts > policy.max_retries || !is_worthwhile(repeatable, error) {
        return None;
    }
    // A demand of nothing is none: a server that is asked again at once has not become better.
    match error.retry_after().filter(|demanded| !demanded.is_zero()) {
        Some(demanded) => (demanded <= policy.longest_retry_after).then_some(demanded),
        None => Some(backoff::delay(policy, attempts)),
    }
}

fn is_worthwhile(repeatable: Repeatable, error: &Error) -> bool {
    let freely = match repeatable {
        Repeatable::Never => return false,
        Repeatable::Freely => true,
        Repeatable::WithCare => false,
    };
    match error.kind() {
        ErrorKind::Connect => true,
        ErrorKind::Transport => freely,
        ErrorKind::Timeout => match error.timeout() {
            Some(Timeout::Connect) => true,
            Some(Timeout::Attempt | Timeout::Idle) => freely,
            Some(Timeout::Total) | None => false,
        },
        ErrorKind::Status => wish(error).unwrap_or_else(|| is_temporary(error, freely)),
        ErrorKind::Configuration
        | ErrorKind::Credential
        | ErrorKind::Request
        | ErrorKind::TooLarge
        | ErrorKind::Decode => false,
    }
}

/// What the server says about it.
fn wish(error: &Error) -> Option<bool> {
    match error.headers()?.get("x-should-retry")?.as_bytes() {
        b"true" => Some(true),
        b"false" => Some(false),
        _ => None,
    }
}

fn is_temporary(error: &Error, freely: bool) -> bool {
    let status = error.status();
    error.is_rate_limited()
        || freely && (error.is_server_error() || status == Some(StatusCode::REQUEST_TIMEOUT))
}
