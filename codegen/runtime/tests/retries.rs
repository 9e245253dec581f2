//! When a call is sent again: the table of [`RetryPolicy`], row by row.
#![cfg(feature = "test-support")]

use std::time::Duration;

use openapi_bindgen_runtime::runtime::transport::{MemoryTransport, TransportError};
use openapi_bindgen_runtime::runtime::{
    Bytes, Client, Error, ErrorKind, Method, RequestOptions, RetryPolicy, StatusCode, Timeout,
};
use openapi_bindgen_runtime::samples::http::builder;
use serde_json::json;

/// A client that retries as clients do unless they are told otherwise.
fn client(transport: &MemoryTransport) -> Client {
    let builder = builder().keys("id-4711-0815", "secret-cafe-babe");
    let builder = builder.retry(RetryPolicy::default());
    builder
        .transport(transport.clone())
        .build()
        .expect("a client")
}

/// A transport that fails in the same way for ever.
fn failing(
    with: impl Fn() -> Result<http::Response<Bytes>, TransportError> + Send + Sync + 'static,
) -> MemoryTransport {
    MemoryTransport::answering(move |_| with())
}

fn status(status: u16, headers: &'static [(&'static str, &'static str)]) -> MemoryTransport {
    failing(move || {
        let mut response = http::Response::builder().status(status);
        for (name, value) in headers {
            response = response.header(*name, *value);
        }
        Ok(response.body(Bytes::new()).expect("an answer"))
    })
}

/// How often a call of that method is sent.
async fn attempts(transport: &MemoryTransport, method: Method) -> u32 {
    let request = client(transport).request(method, "/notes");
    let error = request.send().await.expect_err("nothing but failures");
    let sent = u32::try_from(transport.requests().len()).expect("a few");
    assert_eq!(error.attempts(), sent);
    sent
}

const FREELY: [&str; 7] = ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY"];
const WITH_CARE: [&str; 3] = ["POST", "PATCH", "PURGE"];

async fn row(make: impl Fn() -> MemoryTransport, freely: u32, with_care: u32) {
    let methods = FREELY.map(|name| (name, freely)).into_iter();
    for (name, expected) in methods.chain(WITH_CARE.map(|name| (name, with_care))) {
        let method = Method::from_bytes(name.as_bytes()).expect("a method");
        assert_eq!(attempts(&make(), method).await, expected, "{name}");
    }
}

#[tokio::test]
async fn without_a_connection_every_call_is_sent_again() {
    row(|| failing(|| Err(TransportError::connect("refused"))), 3, 3).await;
    row(
        || failing(|| Err(TransportError::connect_timeout("slow"))),
        3,
        3,
    )
    .await;
}

#[tokio::test]
async fn when_the_connection_broke_only_what_has_the_same_effect_twice() {
    row(|| failing(|| Err(TransportError::other("reset"))), 3, 1).await;
}

#[tokio::test]
async fn statuses() {
    for code in [408, 500, 502, 503, 504] {
        row(|| status(code, &[]), 3, 1).await;
    }
    row(|| status(429, &[]), 3, 3).await;
    for code in [302, 400, 401, 403, 404, 409, 422] {
        row(|| status(code, &[]), 1, 1).await;
    }
}

#[tokio::test]
async fn the_server_may_say_otherwise() {
    row(|| status(409, &[("x-should-retry", "true")]), 3, 3).await;
    row(|| status(503, &[("x-should-retry", "false")]), 1, 1).await;
    row(|| status(429, &[("x-should-retry", "false")]), 1, 1).await;
}

#[tokio::test]
async fn a_key_makes_every_call_repeatable_and_stays_the_same() {
    let transport = status(500, &[]);
    let builder = builder()
        .keys("id-4711-0815", "secret-cafe-babe")
        .retry(RetryPolicy::default());
    let builder = builder.idempotency_header("Idempotency-Key");
    let client = builder
        .transport(transport.clone())
        .build()
        .expect("a client");
    for _ in 0..2 {
        let request = client.request(Method::POST, "/notes");
        request.send().await.expect_err("a failure");
    }
    let requests = transport.requests();
    let keys: Vec<_> = requests
        .iter()
        .map(|request| request.headers()["idempotency-key"].clone())
        .collect();
    assert_eq!(keys.len(), 6);
    assert!(
        keys[..3].iter().all(|key| *key == keys[0]) && keys[3..].iter().all(|key| *key == keys[3])
    );
    assert_ne!(keys[0], keys[3]);
    assert_eq!(keys[0].len(), 36);

    // What has the same effect twice needs none.
    client
        .request(Method::GET, "/notes")
        .send()
        .await
        .expect_err("a failure");
    assert!(
        !transport.requests()[6]
            .headers()
            .contains_key("idempotency-key")
    );
}

#[tokio::test]
async fn a_call_may_bring_its_own_key() {
    let transport = status(500, &[]);
    let options = RequestOptions::new().idempotency_key("order-7");
    let request = client(&transport)
        .request(Method::POST, "/notes")
        .options(options);
    request.send().await.expect_err("a failure");
    let requests = transport.requests();
    assert_eq!(requests.len(), 3);
    assert!(
        requests
            .iter()
            .all(|request| request.headers()["idempotency-key"] == "order-7")
    );
}

/// The waits of a call that gets this answer for ever.
async fn pauses(transport: &MemoryTransport) -> (Vec<Duration>, Error) {
    let error = client(transport)
        .list_notes()
        .send()
        .await
        .expect_err("a failure");
    (transport.pauses(), error)
}

#[tokio::test]
async fn servers_say_how_long_to_wait() {
    let waits = |headers: &'static [(&'static str, &'static str)]| async move {
        pauses(&status(429, headers)).await.0
    };
    let twice = |milliseconds| vec![Duration::from_millis(milliseconds); 2];
    assert_eq!(
        waits(&[("retry-after-ms", "1500.5"), ("retry-after", "9")]).await,
        vec![Duration::from_micros(1_500_500); 2]
    );
    assert_eq!(waits(&[("retry-after", "7")]).await, twice(7_000));
    assert_eq!(waits(&[("retry-after", "0.25")]).await, twice(250));
    let date: &[_] = &[
        ("date", "Tue, 24 Nov 2026 10:00:00 GMT"),
        ("retry-after", "Tue, 24 Nov 2026 10:00:12 GMT"),
    ];
    assert_eq!(waits(date).await, twice(12_000));
}

#[tokio::test]
async fn no_time_and_a_date_that_is_past_are_no_demand() {
    for demand in ["0", "Sun, 06 Nov 1994 08:49:37 GMT"] {
        let demand: &'static str = demand;
        let headers: &'static [(&str, &str)] = Vec::leak(vec![("retry-after", demand)]);
        let (pauses, _) = pauses(&status(429, headers)).await;
        let shortest = Duration::from_millis(375);
        assert!(pauses.iter().all(|pause| *pause >= shortest), "{pauses:?}");
    }
}

#[tokio::test]
async fn a_wait_beyond_the_time_of_the_call_is_not_begun() {
    let transport = status(503, &[("retry-after", "30")]);
    let options = RequestOptions::new().total_timeout(Duration::from_secs(3));
    let call = client(&transport).list_notes().options(options);
    let error = call.send().await.expect_err("a failure");
    assert_eq!((error.attempts(), error.is_server_error()), (1, true));
    assert_eq!(transport.pauses(), []);
}

#[tokio::test]
async fn what_cannot_be_read_is_no_demand() {
    for header in ["soon", "-3", "NaN", "inf", "1e400", ""] {
        let header: &'static str = header;
        let headers: &'static [(&str, &str)] = Vec::leak(vec![("retry-after", header)]);
        let (pauses, error) = pauses(&status(503, headers)).await;
        assert_eq!((pauses.len(), error.retry_after()), (2, None), "{header}");
    }
}

#[tokio::test]
async fn a_longer_wait_than_allowed_is_for_the_caller_to_decide() {
    let (pauses, error) = pauses(&status(429, &[("retry-after", "3600")])).await;
    assert_eq!((pauses, error.attempts()), (vec![], 1));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
}

#[tokio::test]
async fn waits_double_up_to_a_limit_with_some_chance() {
    let transport = status(503, &[]);
    let policy = RetryPolicy::default()
        .max_retries(6)
        .backoff(Duration::from_secs(1), Duration::from_secs(5));
    let options = RequestOptions::new().retry(policy);
    client(&transport)
        .list_notes()
        .options(options)
        .send()
        .await
        .expect_err("a failure");
    let pauses = transport.pauses();
    assert_eq!(pauses.len(), 6);
    for (pause, full) in pauses.iter().zip([1.0, 2.0, 4.0, 5.0, 5.0, 5.0]) {
        let pause = pause.as_secs_f64();
        assert!(pause <= full && pause >= full * 0.75, "{pause} of {full}");
    }
    assert_ne!(pauses[4], pauses[5], "chance has a part");
}

#[tokio::test]
async fn a_call_that_succeeds_at_last_is_a_success() {
    let transport = MemoryTransport::new();
    transport.reply_json(StatusCode::SERVICE_UNAVAILABLE, &json!({}));
    transport.fail(TransportError::connect("refused"));
    transport.reply_json(StatusCode::OK, &json!(["a"]));
    let notes = client(&transport).list_notes().send().await.expect("notes");
    assert_eq!(notes, ["a"]);
    assert_eq!(transport.requests().len(), 3);
}

#[tokio::test]
async fn every_attempt_sends_the_same() {
    let transport = status(500, &[]);
    let call = client(&transport).update_note("1", json!({ "text": "x" }));
    let error = call.send().await.expect_err("a failure");
    let requests = transport.requests();
    assert!(
        requests
            .iter()
            .all(|request| request.body() == r#"{"text":"x"}"#)
    );
    assert!(
        requests
            .iter()
            .all(|request| request.headers() == requests[0].headers())
    );
    assert_eq!(
        error.to_string(),
        "PUT /notes/{id}: 500 Internal Server Error (after 3 attempts)"
    );
}

#[tokio::test]
async fn a_policy_is_of_a_client_or_of_a_call() {
    let transport = status(500, &[]);
    let once = RequestOptions::new().retry(RetryPolicy::never());
    client(&transport)
        .list_notes()
        .options(once)
        .send()
        .await
        .expect_err("a failure");
    assert_eq!(transport.requests().len(), 1);
}

#[tokio::test]
async fn the_total_time_ends_a_wait_with_what_was_wrong() {
    let transport = status(503, &[("retry-after", "40")]);
    let options = RequestOptions::new().total_timeout(Duration::from_secs(60));
    let error = client(&transport)
        .list_notes()
        .options(options)
        .send()
        .await;
    let error = error.expect_err("a failure");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Status, 2));
    assert_eq!(error.timeout(), None::<Timeout>);
}

#[tokio::test]
async fn what_cannot_be_sent_is_not_sent_again() {
    let transport = status(500, &[]);
    let error = client(&transport)
        .delete_note("")
        .send()
        .await
        .expect_err("no such path");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Request, 0));
    assert!(transport.requests().is_empty() && transport.pauses().is_empty());
}

#[tokio::test]
async fn the_request_id_is_at_hand() {
    for name in [
        "x-request-id",
        "request-id",
        "x-correlation-id",
        "cf-ray",
        "x-github-request-id",
    ] {
        let headers: &'static [(&str, &str)] = Vec::leak(vec![(name, "req-7")]);
        let (_, error) = pauses(&status(404, headers)).await;
        assert_eq!(error.request_id(), Some("req-7"), "{name}");
    }
    let (_, error) = pauses(&status(404, &[])).await;
    assert_eq!(error.request_id(), None);
}
