//! The time an attempt may take, by the in-memory transport's clock.
#![cfg(feature = "test-support")]

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use openapi_bindgen_runtime::runtime::transport::MemoryTransport;
use openapi_bindgen_runtime::runtime::{Error, ErrorKind};
use openapi_bindgen_runtime::samples::http::builder;

/// Sends a call that is never answered, and lets the clock go on to `first`, then to `then`.
fn stalled(
    timeout: Option<Duration>,
    first: Duration,
    then: Duration,
) -> [Poll<Result<(), Error>>; 2] {
    let transport = MemoryTransport::new();
    transport.stall();
    let builder = builder().keys("id", "secret").transport(transport.clone());
    let builder = timeout.map_or(builder.clone(), |timeout| builder.timeout(timeout));
    let client = builder.build().expect("a client");

    let mut call = pin!(client.delete_note("1").send());
    let mut cx = Context::from_waker(Waker::noop());
    assert!(
        call.as_mut().poll(&mut cx).is_pending(),
        "nothing has happened yet"
    );
    transport.advance(first);
    let early = call.as_mut().poll(&mut cx);
    if early.is_ready() {
        return [early, Poll::Pending];
    }
    transport.advance(then - first);
    [early, call.as_mut().poll(&mut cx)]
}

#[test]
fn an_attempt_ends_when_its_time_is_up() {
    let limit = Duration::from_secs(5);
    let [early, late] = stalled(Some(limit), limit - Duration::from_millis(1), limit);
    assert!(early.is_pending());
    let Poll::Ready(Err(error)) = late else {
        panic!("the time is up")
    };
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(error.is_timeout() && error.is_retryable());
    assert_eq!(error.to_string(), "DELETE /notes/{id}: no answer within 5s");
}

#[test]
fn the_default_is_a_minute() {
    let [early, late] = stalled(None, Duration::from_secs(59), Duration::from_secs(60));
    assert!(early.is_pending() && late.is_ready());
}

#[test]
fn the_longest_timeout_is_none() {
    let [early, late] = stalled(
        Some(Duration::MAX),
        Duration::from_secs(1),
        Duration::from_secs(u32::MAX.into()),
    );
    assert!(early.is_pending() && late.is_pending());
}

#[test]
fn the_clock_wakes_who_waits() {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::task::Wake;

    struct Flag(AtomicBool);
    impl Wake for Flag {
        fn wake(self: Arc<Self>) {
            self.0.store(true, Ordering::SeqCst);
        }
    }

    let transport = MemoryTransport::new();
    transport.stall();
    let client = builder()
        .keys("id", "secret")
        .transport(transport.clone())
        .build()
        .expect("a client");
    let flag = Arc::new(Flag(AtomicBool::new(false)));
    let waker = Waker::from(Arc::clone(&flag));
    let mut call = pin!(client.delete_note("1").send());
    assert!(
        call.as_mut()
            .poll(&mut Context::from_waker(&waker))
            .is_pending()
    );
    transport.advance(Duration::from_secs(60));
    assert!(flag.0.load(Ordering::SeqCst));
}
