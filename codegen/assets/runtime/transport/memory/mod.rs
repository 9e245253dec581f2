//! A server in memory, for tests.

mod difference;
mod expectation;

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderValue, StatusCode, header};

pub use expectation::Expectation;

use super::{BoxFuture, BoxStream, RequestBody, ResponseBody, Transport, TransportError};
use crate::runtime::request::Request;

/// A transport without a network: records the requests, answers from a queue or by a function, and
/// has a clock that moves only by [`advance`](Self::advance) and by the waits between attempts, which take
/// no time of the test.
///
/// Clones share everything, so that a test keeps one and gives another to the client.
#[derive(Clone)]
pub struct MemoryTransport {
    state: Arc<Mutex<State>>,
    respond: Arc<Respond>,
}

type Answered = Result<http::Response<Bytes>, TransportError>;
type Respond = dyn Fn(&http::Request<Bytes>) -> Answered + Send + Sync;

#[derive(Default)]
struct State {
    requests: Vec<http::Request<Bytes>>,
    queue: VecDeque<Step>,
    /// What was different about calls that were expected.
    differences: Vec<String>,
    now: Duration,
    sleepers: Vec<Waker>,
    pauses: Vec<Duration>,
}

/// What happens with the next request.
struct Step {
    /// What the request has to be.
    expected: Option<Request>,
    reply: Reply,
}

enum Reply {
    Answer(Answered),
    Chunks(http::Response<Chunks>),
    Silence,
}

/// A body in chunks, each of which is there when it is asked for.
struct Chunks(VecDeque<Bytes>);

impl Stream for Chunks {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front().map(Ok))
    }
}

impl MemoryTransport {
    /// Answers from its queue; a request that finds the queue empty fails.
    pub fn new() -> Self {
        Self::answering(|_| {
            Err(TransportError::refused(
                "the in-memory transport has no answer left",
            ))
        })
    }

    /// Answers by the function, once the queue is empty.
    pub fn answering(
        respond: impl Fn(&http::Request<Bytes>) -> Answered + Send + Sync + 'static,
    ) -> Self {
        Self {
            state: Arc::default(),
            respond: Arc::new(respond),
        }
    }

    /// Queues an answer with a JSON body.
    pub fn reply_json(&self, status: StatusCode, body: &serde_json::Value) -> &Self {
        let mut response = http::Response::new(Bytes::from(body.to_string()));
        *response.status_mut() = status;
        response.headers_mut().insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/json"),
        );
        self.reply(response)
    }

    /// Queues an answer.
    pub fn reply(&self, response: http::Response<Bytes>) -> &Self {
        self.push(Reply::Answer(Ok(response)))
    }

    /// Queues an answer whose body arrives in chunks.
    pub fn reply_chunks<B: Into<Bytes>>(
        &self,
        content_type: &'static str,
        chunks: impl IntoIterator<Item = B>,
    ) -> &Self {
        let chunks = chunks.into_iter().map(Into::into).collect();
        let mut response = http::Response::new(Chunks(chunks));
        response
            .headers_mut()
            .insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        self.push(Reply::Chunks(response))
    }

    /// Queues a failure.
    pub fn fail(&self, error: TransportError) -> &Self {
        self.push(Reply::Answer(Err(error)))
    }

    /// Queues silence: a request that is never answered.
    pub fn stall(&self) -> &Self {
        self.push(Reply::Silence)
    }

    /// Moves the clock, so that who sleeps until then wakes.
    pub fn advance(&self, duration: Duration) {
        let mut state = self.lock();
        state.now = state.now.saturating_add(duration);
        let sleepers = std::mem::take(&mut state.sleepers);
        drop(state); // a waker may poll at once, and polling locks
        sleepers.into_iter().for_each(Waker::wake);
    }

    /// How long calls waited before they were sent again, oldest first.
    pub fn pauses(&self) -> Vec<Duration> {
        self.lock().pauses.clone()
    }

    /// The requests so far, oldest first, credentials included.
    pub fn requests(&self) -> Vec<http::Request<Bytes>> {
        self.lock().requests.clone()
    }

    fn push(&self, reply: Reply) -> &Self {
        let expected = None;
        self.lock().queue.push_back(Step { expected, reply });
        self
    }

    fn take_reply(&self, request: http::Request<Bytes>) -> Reply {
        let queued = {
            let mut state = self.lock();
            state.requests.push(request.clone());
            state.queue.pop_front()
        };
        match queued {
            Some(Step { expected, reply }) => self.checked(expected.as_ref(), &request, reply),
            None => Reply::Answer((self.respond)(&request)),
        }
    }

    /// The reply to a request, if it is the one that was expected.
    fn checked(
        &self,
        expected: Option<&Request>,
        request: &http::Request<Bytes>,
        reply: Reply,
    ) -> Reply {
        let checked = expected.map_or(Ok(()), |expected| expectation::check(expected, request));
        match checked {
            Ok(()) => reply,
            Err(difference) => {
                self.lock().differences.push(difference.clone());
                Reply::Answer(Err(TransportError::refused(difference)))
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // A test that panicked elsewhere leaves nothing half done here.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for MemoryTransport {
    fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> BoxFuture<'_, Result<http::Response<ResponseBody>, TransportError>> {
        Box::pin(async move {
            match self.take_reply(read(request).await?) {
                Reply::Answer(answered) => answered.map(|answer| answer.map(ResponseBody::from)),
                Reply::Chunks(answer) => Ok(answer.map(|chunks| {
                    let chunks: BoxStream<'_, _> = Box::pin(chunks);
                    ResponseBody::stream(chunks)
                })),
                Reply::Silence => std::future::pending().await,
            }
        })
    }

    fn pause(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let (clock, mut has_passed) = (self.clone(), false);
        Box::pin(poll_fn(move |cx| {
            pause(&clock, duration, &mut has_passed, cx)
        }))
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let clock = self.clone();
        let end = self.lock().now.saturating_add(duration);
        Box::pin(poll_fn(move |cx| {
            let mut state = clock.lock();
            if state.now >= end {
                return Poll::Ready(());
            }
            state.sleepers.push(cx.waker().clone());
            Poll::Pending
        }))
    }
}

/// A wait that moves the clock to its end.
fn pause(
    clock: &MemoryTransport,
    duration: Duration,
    has_passed: &mut bool,
    cx: &Context<'_>,
) -> Poll<()> {
    if std::mem::replace(has_passed, true) {
        return Poll::Ready(());
    }
    clock.lock().pauses.push(duration);
    clock.advance(duration);
    cx.waker().wake_by_ref();
    Poll::Pending // others whose time has come are before it
}

/// The request with all of its body.
async fn read(request: http::Request<RequestBody>) -> Result<http::Request<Bytes>, TransportError> {
    let (head, body) = request.into_parts();
    let body = body.whole().await.map_err(TransportError::unreadable)?;
    Ok(http::Request::from_parts(head, body))
}

impl Default for MemoryTransport {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for MemoryTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The requests hold credentials, in their URLs too.
        f.debug_struct("MemoryTransport")
            .field("requests", &self.lock().requests.len())
            .finish_non_exhaustive()
    }
}
