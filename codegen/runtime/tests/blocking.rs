//! Calls that keep a thread waiting.
#![cfg(all(feature = "blocking", feature = "test-support"))]

#[cfg(feature = "reqwest")]
#[path = "support/loopback.rs"]
mod loopback;

use openapi_bindgen_runtime::runtime::transport::MemoryTransport;
use openapi_bindgen_runtime::runtime::{ErrorKind, StatusCode};
use openapi_bindgen_runtime::samples::http::client;
use serde_json::json;

#[test]
fn a_call_gives_what_it_gives_asynchronously() {
    let transport = MemoryTransport::new();
    transport.reply_json(StatusCode::OK, &json!(["a"]));
    transport.reply_json(StatusCode::OK, &json!(["b"]));
    transport.reply_json(StatusCode::NOT_FOUND, &json!({}));
    let client = client(&transport);
    assert_eq!(client.list_notes().send_blocking().expect("notes"), ["a"]);
    let response = client.list_notes().send_full_blocking().expect("notes");
    assert_eq!(
        (response.status(), response.into_body()),
        (StatusCode::OK, vec!["b".to_owned()])
    );
    assert!(
        client
            .list_notes()
            .send_blocking()
            .expect_err("none")
            .is_not_found()
    );
}

#[test]
fn streams_lists_and_raw_bodies_too() {
    let transport = MemoryTransport::new();
    transport.reply_chunks("text/event-stream", ["data: a\n\n", "data: b\n\n"]);
    transport.reply_chunks("application/x-ndjson", ["1\n2\n"]);
    transport.reply_chunks("text/plain", ["one", "two"]);
    transport.reply_json(StatusCode::OK, &json!([7]));
    transport.reply_json(StatusCode::OK, &json!([]));
    let client = client(&transport);

    let mut words = client.note_words().send_blocking().expect("a stream");
    assert_eq!(
        words.next_blocking().expect("an event").expect("text").data,
        "a"
    );
    assert_eq!(
        words.next_blocking().expect("an event").expect("text").data,
        "b"
    );
    assert!(words.next_blocking().is_none());
    let mut lines = client.note_lines().send_blocking().expect("a stream");
    assert!(lines.next_blocking().expect("a line").is_ok());
    let mut raw = client
        .list_notes()
        .send_raw_blocking()
        .expect("an answer")
        .into_body();
    assert_eq!(raw.next_blocking().expect("a chunk").expect("bytes"), "one");
    let mut items = client.notes_by_offset().items();
    assert_eq!(
        items.next_blocking().expect("an item").expect("a number"),
        7
    );
    assert!(items.next_blocking().is_none());
}

#[tokio::test]
async fn a_thread_of_a_runtime_may_not_wait() {
    let transport = MemoryTransport::new();
    let client = client(&transport);
    let error = client
        .list_notes()
        .send_blocking()
        .expect_err("it would stand still");
    assert_eq!(error.kind(), ErrorKind::Request);
    assert_eq!(
        error.to_string(),
        "a call that waits was made within an asynchronous runtime; use `send`"
    );
    assert!(transport.requests().is_empty());
}

#[cfg(feature = "reqwest")]
#[test]
fn connections_live_on_between_calls_and_threads() {
    use loopback::{Reply, Server};
    use openapi_bindgen_runtime::samples::http::builder;

    let server =
        Server::start(|_| Reply::new("200 OK", "content-type: application/json\r\n", r#"["a"]"#));
    let builder = builder().keys("id", "secret").base_url(server.url());
    let client = builder.build().expect("a client");
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let client = client.clone();
            std::thread::spawn(move || client.list_notes().send_blocking().expect("notes"))
        })
        .collect();
    for thread in threads {
        assert_eq!(thread.join().expect("a call"), ["a"]);
    }
    let seen = server.seen();
    assert_eq!(seen.len(), 4);
    assert!(
        seen.iter()
            .all(|seen| seen.head[0] == "GET /notes HTTP/1.1" && seen.body.is_empty())
    );
}

#[cfg(feature = "reqwest")]
#[tokio::test]
async fn a_client_may_be_dropped_anywhere() {
    let transport = MemoryTransport::new();
    transport.reply_json(StatusCode::OK, &json!([]));
    let client = client(&transport);
    let theirs = client.clone();
    let call = std::thread::spawn(move || theirs.list_notes().send_blocking());
    call.join().expect("a call").expect("notes");
    drop(client); // with the threads that it started, within another runtime
}
