//! The one place where a request is executed: attempt by attempt, within its time.

mod attempt;
mod guard;
mod timer;

use std::pin::pin;
use std::time::Duration;

use http::StatusCode;

use super::client::Shared;
use super::error::Error;
use super::idempotency;
use super::limits::Limits;
use super::request::Request;
use super::retry;
use super::security::Carrier;
use super::trace;
use super::transport::{Cause, ResponseBody, TransportError};
use timer::Timer;

/// How far an attempt goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Extent {
    /// Until the head of the answer is there; its body follows as a stream.
    Head,
    /// Until all of the answer is there.
    Whole,
}

/// A call under way.
struct Execution<'a> {
    request: &'a Request,
    shared: &'a Shared,
    limits: Limits,
    /// How often it was attempted.
    attempts: u32,
    /// The credentials of the last attempt that were fetched.
    fetched: Vec<Carrier>,
    /// Whether they were refused already.
    refreshed: bool,
    /// The answer that is not a success and of which the body is coming.
    refused: Option<http::Response<Vec<u8>>>,
}

/// Sends the request, again where its policy says so, and gives a success.
pub(super) async fn execute(
    request: &mut Request,
    extent: Extent,
) -> Result<http::Response<ResponseBody>, Error> {
    idempotency::mark(request);
    let shared = request.client.shared();
    let mut execution = Execution {
        request,
        shared,
        limits: request.limits(),
        attempts: 0,
        fetched: Vec::new(),
        refreshed: false,
        refused: None,
    };
    let answer = trace::call(&request.call, execution.run(extent)).await;
    request.attempts = execution.attempts;
    answer.map_err(|error| request.blamed(error))
}

/// A call that was given up.
fn overdue(limit: Duration) -> Error {
    Error::transport(TransportError::of(Cause::Total(limit)))
}

impl Execution<'_> {
    async fn run(&mut self, extent: Extent) -> Result<http::Response<ResponseBody>, Error> {
        let limit = self.limits.total;
        let mut total = Timer::start(self.shared.transport.as_ref(), limit);
        loop {
            let attempt = total.hold(pin!(self.attempt(extent))).await;
            let error = match attempt {
                Some(Ok(answer)) => return Ok(guard::guarded(answer, extent, self, total)),
                Some(Err(error)) => error,
                None => self.refusal().unwrap_or_else(|| overdue(limit)),
            };
            if !self.may_repeat(&error, &mut total).await {
                return Err(error);
            }
        }
    }

    /// Waits as long as the policy says, or says that the failure is final.
    async fn may_repeat(&mut self, error: &Error, total: &mut Timer) -> bool {
        if self.may_refresh(error) {
            self.refreshed = true;
            return true;
        }
        let policy = self.request.options.retry.as_ref();
        let policy = policy.unwrap_or(&self.shared.retry);
        let repeatable = self.request.repeatable();
        let Some(delay) = retry::delay(policy, repeatable, error, self.attempts) else {
            return false;
        };
        // When the time is up before the wait is over, this error tells more than that.
        let wait = pin!(self.shared.transport.pause(delay));
        total.hold(wait).await.is_some()
    }

    /// Whether the server may take the call with a new token, of which it refused the old one.
    fn may_refresh(&self, error: &Error) -> bool {
        let refused = error.is_status() && error.status() == Some(StatusCode::UNAUTHORIZED);
        let may = refused && !self.refreshed && self.request.is_repeatable();
        let credentials = &self.shared.credentials;
        may && credentials.renew(self.shared.api, self.request.security, &self.fetched)
    }
}
