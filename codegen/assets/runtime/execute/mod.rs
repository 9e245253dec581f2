//! The one place where a request is executed: attempt by attempt, within its time.

mod attempt;
mod guard;
mod prepared;
mod redirect;
mod timer;
mod way;

use std::pin::pin;
use std::time::Duration;

use http::StatusCode;

use super::client::Shared;
use super::error::Error;
use super::idempotency;
use super::limits::Limits;
use super::request::{Arrival, Draft, Request};
use super::retry::{self, Repeatable};
use super::security::Carrier;
use super::stream_answer::StreamAnswer;
use super::trace;
use super::transport::{Cause, ResponseBody, TransportError};
pub(super) use timer::Timer;
use timer::{Overdue, in_time};

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
    request: &'a Draft,
    shared: &'a Shared,
    limits: Limits,
    /// How often it was attempted.
    attempts: u32,
    /// The credentials of the last attempt that were fetched.
    fetched: Vec<Carrier>,
    /// Whether they were refused already.
    refreshed: bool,
    /// Where the last answer came from.
    arrival: Arrival,
    /// Whether the server has done what was asked for, and said where to see what came of it.
    is_done: bool,
    /// The answer that is not a success and of which the body is coming.
    refused: Option<http::Response<Vec<u8>>>,
}

/// Sends the request, again where its policy says so, and gives a success.
pub(super) async fn execute(mut request: Request, extent: Extent) -> Result<StreamAnswer, Error> {
    idempotency::mark(&mut request.draft);
    let mut execution = Execution::new(&request.draft);
    let answer = trace::call(&request.draft.call, execution.run(extent)).await;
    let (attempts, fetched, arrival) = (execution.attempts, execution.fetched, execution.arrival);
    request.draft.attempts = attempts;
    request.draft.fetched = fetched;
    request.draft.arrival = arrival;
    match answer {
        Ok(answer) => Ok(StreamAnswer::new(request, answer)),
        Err(error) => Err(request.draft.blamed(error)),
    }
}

/// A call that was given up.
pub(super) fn overdue(limit: Duration) -> Error {
    Error::transport(TransportError::of(Cause::Total(limit)))
}

impl<'a> Execution<'a> {
    fn new(request: &'a Draft) -> Self {
        Self {
            request,
            shared: &request.client.shared,
            limits: request.limits(),
            attempts: 0,
            fetched: Vec::new(),
            refreshed: false,
            arrival: Arrival::Direct,
            is_done: false,
            refused: None,
        }
    }

    async fn run(&mut self, extent: Extent) -> Result<http::Response<ResponseBody>, Error> {
        let mut total = self.timer(self.limits.total);
        loop {
            let request = self.prepared(&mut total).await?;
            self.attempts += 1;
            let mut timer = self.timer(self.limits.attempt);
            let attempt = trace::attempt(self.attempts, self.attempt(request, extent));
            let answered = in_time(pin!(attempt), &mut timer, &mut total).await;
            drop(timer);
            let error = match answered {
                Ok(Ok(answer)) => return Ok(guard::guarded(answer, extent, self, total)),
                Ok(Err(error)) => error,
                Err(Overdue::Attempt) => self.given_up(Error::overdue(self.limits.attempt)),
                Err(Overdue::Total) => return Err(self.given_up(overdue(self.limits.total))),
            };
            if !self.may_repeat(&error, &mut total).await {
                return Err(error);
            }
        }
    }

    fn timer(&self, limit: Duration) -> Timer {
        Timer::start(self.shared.transport.as_ref(), limit)
    }

    /// The error of an attempt for which there is no more time: a refusal that has come tells more than that.
    fn given_up(&mut self, overdue: Error) -> Error {
        self.refusal().unwrap_or(overdue)
    }

    /// Waits as long as the policy says, or says that the failure is final.
    async fn may_repeat(&mut self, error: &Error, total: &mut Timer) -> bool {
        let repeatable = self.request.repeatable();
        if self.is_done && repeatable != Repeatable::Freely {
            return false;
        }
        if self.may_refresh(error) {
            self.refreshed = true;
            return true;
        }
        let Some(delay) = retry::delay(
            self.request.retry_policy(),
            repeatable,
            error,
            self.attempts,
        ) else {
            return false;
        };
        // When the time is up before the wait is over, this error tells more than that; where that is
        // known before, nobody has to wait for it.
        delay < self.limits.total && total.outlasts(self.shared.transport.pause(delay)).await
    }

    /// Whether the server may take the call with a new token, of which it refused the old one.
    fn may_refresh(&self, error: &Error) -> bool {
        let refused = error.is_status() && error.status() == Some(StatusCode::UNAUTHORIZED);
        // Another host has no credentials to refuse.
        let is_ours = refused && !matches!(self.arrival, Arrival::Abroad);
        let may = is_ours && !self.refreshed && self.request.is_repeatable();
        let credentials = &self.shared.credentials;
        may && credentials.renew(self.shared.api, self.request.security, &self.fetched)
    }
}
