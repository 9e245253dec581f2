//! Streams of events that go on when their connection ends.

use std::task::Context;
use std::time::Duration;

use http::StatusCode;

use super::event_parser::EventParser;
use super::frames::Frames;
use crate::runtime::error::{Error, ErrorKind, Timeout};
use crate::runtime::execute::{Timer, overdue};
use crate::runtime::request::{Draft, Request};
use crate::runtime::retry::{Repeatable, RetryPolicy};
use crate::runtime::transport::BoxFuture;

/// How a stream of events goes on when its connection ends, or fails.
///
/// The call is sent again with the header `last-event-id`, after the wait that the server last asked
/// for (HTML, "The EventSource interface"); its retry policy has no say in that. A 204 says that there
/// is no more. With the tries, the stream ends: with the error of the last one, if it failed. So it does
/// where a server that refuses demands a longer wait than the policy allows. All of it has to end within
/// the call's total time, counted anew from the first event that is waited for.
///
/// A call that has its effect each time, as a POST may, goes on only behind an event that had an id:
/// without one a server would do and say all of it again.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Reconnect {
    most: u32,
    delay: Duration,
}

impl Reconnect {
    /// Sets how often in a row, without an event between: ten times unless set. It counts as one that no
    /// connection comes about, or that the server answers 429 or 5xx.
    #[must_use]
    pub fn most(mut self, most: u32) -> Self {
        self.most = most;
        self
    }

    /// Sets how long to wait where the server does not say: three seconds unless set.
    #[must_use]
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }
}

impl Default for Reconnect {
    fn default() -> Self {
        Self {
            most: 10,
            delay: Duration::from_secs(3),
        }
    }
}

/// A stream's connection after its first one.
pub(super) struct Reconnection {
    policy: Reconnect,
    limit: Duration,
    /// The time for all of them, begun when the first event is waited for.
    total: Option<Timer>,
    /// How often in a row.
    tried: u32,
    /// The one that is being made.
    pub(super) coming: Option<Coming>,
}

/// HTML, "The EventSource interface".
const LAST_EVENT_ID: &str = "last-event-id";

type Coming = BoxFuture<'static, Result<Option<Frames<EventParser>>, Error>>;

impl Reconnection {
    pub(super) fn new(policy: Reconnect, request: &Request) -> Self {
        Self {
            policy,
            limit: request.draft.limits().total,
            total: None,
            tried: 0,
            coming: None,
        }
    }

    /// The error of a stream whose time is up; wakes the task when it will be.
    pub(super) fn poll_overdue(
        &mut self,
        request: &Request,
        cx: &mut Context<'_>,
    ) -> Option<Error> {
        let transport = request.draft.client.shared.transport.as_ref();
        let limit = self.limit;
        let total = self
            .total
            .get_or_insert_with(|| Timer::start(transport, limit));
        let is_up = total.poll(cx).is_ready();
        is_up.then(|| overdue(limit))
    }

    /// An event came.
    pub(super) fn succeed(&mut self) {
        self.tried = 0;
    }

    /// Begins to connect anew, if there is still a try, after no less than the server demanded when it
    /// refused.
    pub(super) fn begin(
        &mut self,
        frames: &Frames<EventParser>,
        demanded: Option<Duration>,
    ) -> bool {
        if !would_go_on(frames) {
            return false;
        }
        let demanded = demanded.unwrap_or_default();
        let is_long = demanded > frames.request.draft.retry_policy().longest_retry_after;
        if is_long || self.tried >= self.policy.most {
            return false;
        }
        self.tried += 1;
        let (mut request, parser) = (frames.request.clone(), frames.cut.continued());
        request.draft.options.retry = Some(RetryPolicy::never());
        let delay = parser.retry().unwrap_or(self.policy.delay).max(demanded);
        self.coming = Some(Box::pin(connect(request, parser, delay)));
        true
    }
}

/// Whether the server would go on, and not begin anew what has its effect each time.
fn would_go_on(frames: &Frames<EventParser>) -> bool {
    let id = frames.cut.last_id().unwrap_or_default();
    !id.is_empty() || frames.request.draft.repeatable() == Repeatable::Freely
}

/// Whether a stream that failed so may go on.
pub(super) fn is_broken(error: &Error) -> bool {
    error.kind() == ErrorKind::Transport || error.timeout() == Some(Timeout::Idle)
}

/// Whether another try to connect may do better, where this one failed so.
pub(super) fn may_pass(error: &Error) -> bool {
    let is_in_time = error.kind() == ErrorKind::Timeout && error.timeout() != Some(Timeout::Total);
    let is_answer = error.is_server_error() || error.is_rate_limited();
    is_in_time || is_answer || is_broken(error) || error.is_connect()
}

/// The frames that come on a new connection, unless there are no more.
async fn connect(
    mut request: Request,
    parser: EventParser,
    delay: Duration,
) -> Result<Option<Frames<EventParser>>, Error> {
    request.draft.client.shared.transport.pause(delay).await;
    if let Some(id) = parser.last_id() {
        request.draft.go_on_behind(id);
    }
    let answer = request.stream().await?;
    if answer.status() == StatusCode::NO_CONTENT {
        return Ok(None);
    }
    answer.checked()?;
    Ok(Some(Frames::of(answer, parser).into_body()))
}

impl Draft {
    /// Asks for the events behind that of this id, whatever the call asked for at first; for all that
    /// come from now on where it is empty.
    fn go_on_behind(&mut self, id: &str) {
        self.leave_header(LAST_EVENT_ID);
        if !id.is_empty() {
            self.set_header(LAST_EVENT_ID, id);
        }
    }
}
