//! The time and the room that a call has, by the in-memory transport's clock.
#![cfg(feature = "test-support")]

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use openapi_bindgen_runtime::runtime::transport::{
    BoxFuture, MemoryTransport, RequestBody, ResponseBody, Transport, TransportError,
};
use openapi_bindgen_runtime::runtime::{
    Bytes, Client, Error, ErrorKind, RequestOptions, RetryPolicy, Timeout,
};
use openapi_bindgen_runtime::samples::http::builder;

/// A server whose bodies begin and then stop, by the clock of a transport in memory.
#[derive(Clone)]
struct Stopping(MemoryTransport);

impl Transport for Stopping {
    fn send(
        &self,
        _: http::Request<RequestBody>,
    ) -> BoxFuture<'_, Result<http::Response<ResponseBody>, TransportError>> {
        let chunks = futures_util::stream::iter([Ok(Bytes::from_static(b"[1,"))]);
        let silence = futures_util::stream::pending();
        let chunks = futures_util::StreamExt::chain(chunks, silence);
        let body = ResponseBody::stream(Box::pin(chunks));
        Box::pin(async move { Ok(http::Response::new(body)) })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.sleep(duration)
    }
}

fn client(transport: impl Transport) -> Client {
    let builder = builder().keys("id-4711-0815", "secret-cafe-babe");
    builder.transport(transport).build().expect("a client")
}

/// What a call gives once so much time has passed, and that it gives nothing a moment before.
fn after<T: std::fmt::Debug>(
    clock: &MemoryTransport,
    time: Duration,
    call: impl Future<Output = Result<T, Error>>,
) -> Error {
    let mut call = pin!(call);
    let mut cx = Context::from_waker(Waker::noop());
    assert!(call.as_mut().poll(&mut cx).is_pending());
    clock.advance(time - Duration::from_millis(1));
    assert!(call.as_mut().poll(&mut cx).is_pending());
    clock.advance(Duration::from_millis(1));
    match call.as_mut().poll(&mut cx) {
        Poll::Ready(Err(error)) => error,
        other => panic!("{other:?}"),
    }
}

const SECOND: Duration = Duration::from_secs(1);

#[test]
fn a_body_may_not_pause_for_too_long() {
    let clock = MemoryTransport::new();
    let options = RequestOptions::new().idle_timeout(5 * SECOND);
    let call = client(Stopping(clock.clone()))
        .list_notes()
        .options(options);
    let error = after(&clock, 5 * SECOND, call.send());
    assert_eq!(
        (error.kind(), error.timeout()),
        (ErrorKind::Timeout, Some(Timeout::Idle))
    );
    assert_eq!(
        error.to_string(),
        "GET /notes: nothing of the answer's body came for 5s"
    );
}

#[test]
fn an_attempt_covers_the_body() {
    let clock = MemoryTransport::new();
    let options = RequestOptions::new().timeout(7 * SECOND);
    let call = client(Stopping(clock.clone()))
        .list_notes()
        .options(options);
    let error = after(&clock, 7 * SECOND, call.send());
    assert_eq!(error.timeout(), Some(Timeout::Attempt));
}

#[test]
fn the_total_time_covers_all_attempts() {
    let clock = MemoryTransport::new();
    let options = RequestOptions::new()
        .timeout(4 * SECOND)
        .total_timeout(10 * SECOND)
        .retry(
            RetryPolicy::default()
                .max_retries(9)
                .backoff(Duration::ZERO, Duration::ZERO),
        );
    let call = client(Stopping(clock.clone()))
        .list_notes()
        .options(options);
    let mut call = pin!(call.send());
    let mut cx = Context::from_waker(Waker::noop());
    for _ in 0..9 {
        assert!(call.as_mut().poll(&mut cx).is_pending());
        clock.advance(SECOND);
    }
    assert!(call.as_mut().poll(&mut cx).is_pending());
    clock.advance(SECOND);
    let Poll::Ready(Err(error)) = call.as_mut().poll(&mut cx) else {
        panic!("the time is up")
    };
    assert_eq!(
        (error.timeout(), error.attempts()),
        (Some(Timeout::Total), 3)
    );
    assert_eq!(
        error.to_string(),
        "GET /notes: the call was not done within 10s (after 3 attempts)"
    );
}

#[test]
fn the_total_time_covers_a_body_that_is_read_as_it_arrives() {
    let clock = MemoryTransport::new();
    let options = RequestOptions::new().total_timeout(6 * SECOND);
    let call = client(Stopping(clock.clone()))
        .list_notes()
        .options(options);
    let error = after(&clock, 6 * SECOND, async {
        let mut body = call.send_raw().await?.into_body();
        assert_eq!(
            body.next().await.transpose()?.as_deref(),
            Some(b"[1,".as_slice())
        );
        body.next().await.transpose()
    });
    assert_eq!(error.timeout(), Some(Timeout::Total));
}

#[test]
fn a_body_that_is_read_as_it_arrives_may_not_pause_either() {
    let clock = MemoryTransport::new();
    let options = RequestOptions::new().idle_timeout(2 * SECOND);
    let call = client(Stopping(clock.clone()))
        .list_notes()
        .options(options);
    let error = after(&clock, 2 * SECOND, async {
        let mut body = call.send_raw().await?.into_body();
        body.next().await.transpose()?;
        body.next().await.transpose()
    });
    assert_eq!(error.timeout(), Some(Timeout::Idle));
}

#[tokio::test]
async fn an_answer_may_not_be_too_large() {
    let transport = MemoryTransport::new();
    let options = RequestOptions::new().body_limit(10);
    for chunks in [
        &["[\"123456\"]"][..],
        &["[\"123456", "7\"]"],
        &["[\"12345678\"]"],
    ] {
        transport.reply_chunks("application/json", chunks.iter().copied());
    }
    let client = client(transport.clone());
    let call = || client.list_notes().options(options.clone());
    assert_eq!(call().send().await.expect("ten bytes"), ["123456"]);
    for _ in 0..2 {
        let error = call().send().await.expect_err("more than ten");
        assert!(error.kind() == ErrorKind::TooLarge && error.is_too_large());
        assert_eq!(
            error.to_string(),
            "GET /notes: the answer's body is larger than 10 bytes"
        );
    }
}

#[tokio::test]
async fn a_length_that_is_too_large_is_believed() {
    let transport = MemoryTransport::answering(|_| {
        let response = http::Response::builder().header("content-length", "11");
        Ok(response.body(Bytes::from_static(b"[]")).expect("an answer"))
    });
    let options = RequestOptions::new().body_limit(10);
    let error = client(transport).list_notes().options(options).send().await;
    assert!(error.expect_err("it says so").is_too_large());
}

#[tokio::test]
async fn raw_bodies_may_be_of_any_size() {
    let transport = MemoryTransport::new();
    transport.reply_chunks("text/plain", ["12345678", "90"]);
    let options = RequestOptions::new().body_limit(1);
    let answer = client(transport)
        .list_notes()
        .options(options)
        .send_raw()
        .await;
    let mut body = answer.expect("an answer").into_body();
    let mut length = 0;
    while let Some(chunk) = body.next().await {
        length += chunk.expect("a chunk").len();
    }
    assert_eq!(length, 10);
}
