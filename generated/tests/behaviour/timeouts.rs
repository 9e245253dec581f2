//! How long a call waits, by the clock of the server in memory.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use sendblue_contacts::runtime::transport::MemoryTransport;
use sendblue_contacts::{Client, ClientBuilder, RetryPolicy};

use crate::server::{KEY, SECRET};

/// Makes a call that is never answered: it is to be pending one moment before the limit, and to fail
/// with this text at the limit.
fn assert_limit(builder: ClientBuilder, limit: Duration, text: &str) {
    let transport = MemoryTransport::new();
    transport.stall();
    let builder = builder.api_key(KEY).api_secret(SECRET);
    let client = builder.transport(transport.clone()).build();
    let call = client.expect("a client").count_contacts();

    let mut call = pin!(call.send());
    let mut context = Context::from_waker(Waker::noop());
    assert!(call.as_mut().poll(&mut context).is_pending());
    let moment = Duration::from_millis(1);
    transport.advance(limit - moment);
    assert!(call.as_mut().poll(&mut context).is_pending());
    transport.advance(moment);
    let Poll::Ready(outcome) = call.as_mut().poll(&mut context) else {
        panic!("still waiting after {limit:?}");
    };
    let error = outcome.expect_err("no answer");
    assert!(error.is_timeout() && error.is_retryable());
    assert_eq!(error.to_string(), text);
}

#[test]
fn a_call_waits_a_minute() {
    assert_limit(
        Client::builder().retry(RetryPolicy::never()),
        Duration::from_secs(60),
        "GET /api/v2/contacts/count: no answer within 60s",
    );
}

#[test]
fn a_call_waits_as_long_as_the_client_was_told() {
    let limit = Duration::from_millis(1500);
    assert_limit(
        Client::builder().retry(RetryPolicy::never()).timeout(limit),
        limit,
        "GET /api/v2/contacts/count: no answer within 1.5s",
    );
}
