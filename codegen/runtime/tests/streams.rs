//! Answers that arrive item by item, over the in-memory transport.
#![cfg(feature = "test-support")]

use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use futures_core::Stream;
use http::StatusCode;
use openapi_bindgen_runtime::runtime::stream::{Event, EventStream};
use openapi_bindgen_runtime::runtime::transport::{
    BoxFuture, MemoryTransport, RequestBody, ResponseBody, Transport, TransportError,
};
use openapi_bindgen_runtime::runtime::{Bytes, Client, ErrorKind, RequestOptions};
use openapi_bindgen_runtime::samples::http::{builder, client};
use serde_json::json;

const EVENTS: &str = "text/event-stream";

/// The events that come of a body in these chunks, their data as text.
async fn events<'a>(chunks: impl IntoIterator<Item = &'a [u8]>) -> Vec<Event<String>> {
    let transport = MemoryTransport::new();
    transport.reply_chunks(EVENTS, chunks.into_iter().map(Bytes::copy_from_slice));
    let mut stream = client(&transport)
        .note_words()
        .send()
        .await
        .expect("a stream");
    let mut events = Vec::new();
    while let Some(event) = stream.next().await {
        events.push(event.expect("text"));
    }
    events
}

async fn data(body: &str) -> Vec<String> {
    let events = events([body.as_bytes()]).await;
    events.into_iter().map(|event| event.data).collect()
}

#[tokio::test]
async fn an_event_has_a_kind_data_an_id_and_a_wish() {
    let body = "event: added\nid: 7\nretry: 1500\ndata: first\ndata:second\n\ndata: third\n\n";
    let events = events([body.as_bytes()]).await;
    let [first, second] = events.as_slice() else {
        panic!("{events:?}")
    };
    assert_eq!(first.event.as_deref(), Some("added"));
    assert_eq!(first.id.as_deref(), Some("7"));
    assert_eq!(first.retry, Some(Duration::from_millis(1500)));
    assert_eq!(first.data, "first\nsecond");
    assert_eq!(
        (&second.event, &second.id, &second.data),
        (&None, &None, &"third".to_owned())
    );
}

#[tokio::test]
async fn lines_end_in_any_way_and_chunks_anywhere() {
    for end in ["\n", "\r", "\r\n"] {
        let body = format!(
            "\u{feff}: a comment{end}event: grün{end}data: ä{end}data: ö{end}{end}data: ü{end}{end}"
        );
        let whole = events([body.as_bytes()]).await;
        assert_eq!(whole.len(), 2, "{end:?}");
        assert_eq!(whole[0].event.as_deref(), Some("grün"));
        assert_eq!(whole[0].data, "ä\nö");
        for at in 0..=body.len() {
            let (before, after) = body.as_bytes().split_at(at);
            assert_eq!(events([before, after]).await, whole, "{end:?} at {at}");
        }
        assert_eq!(events(body.as_bytes().chunks(1)).await, whole, "{end:?}");
    }
}

#[tokio::test]
async fn the_format_is_that_of_html() {
    // One space is no part of a value, and a field needs none.
    assert_eq!(
        data("data:test\n\ndata:  test\n\n").await,
        ["test", " test"]
    );
    // A field without a colon has an empty value.
    assert_eq!(data("data\n\ndata\ndata\n\n").await, ["", "\n"]);
    // Without data there is no event, whatever else it says.
    assert_eq!(data("event: ping\nid: 1\n\ndata: x\n\n").await, ["x"]);
    // Fields that the format does not know, and names in other letters, say nothing.
    assert_eq!(data("Data: x\ncolour: red\ndata: y\n\n").await, ["y"]);
    // What an empty line does not end broke off.
    assert_eq!(data("data: x\n\ndata: y\n").await, ["x"]);
}

#[tokio::test]
async fn odd_ids_and_wishes_are_passed_over() {
    let body = "id: a\0b\nretry: soon\ndata: x\n\nid\nretry\ndata: y\n\n";
    let events = events([body.as_bytes()]).await;
    assert_eq!((&events[0].id, events[0].retry), (&None, None));
    assert_eq!((events[1].id.as_deref(), events[1].retry), (Some(""), None));
}

#[tokio::test]
async fn the_last_id_outlives_its_event() {
    let transport = MemoryTransport::new();
    transport.reply_chunks(EVENTS, ["id: 3\ndata: [1]\n\ndata: [2]\n\n"]);
    let mut stream = client(&transport)
        .watch_notes()
        .since("x")
        .send()
        .await
        .expect("a stream");
    let first = stream.next().await.expect("an event").expect("a list");
    assert_eq!((first.id.as_deref(), first.data), (Some("3"), vec![1]));
    let second = stream.next().await.expect("an event").expect("a list");
    assert_eq!((second.id, second.data), (None, vec![2]));
    assert_eq!(stream.last_event_id(), Some("3"));
    assert!(stream.next().await.is_none() && stream.next().await.is_none());

    let request = &transport.requests()[0];
    assert_eq!(request.uri().query(), Some("since=x"));
    assert_eq!(request.headers()["accept"], EVENTS);
}

#[tokio::test]
async fn data_that_does_not_fit_is_an_error_and_the_stream_goes_on() {
    let transport = MemoryTransport::new();
    transport.reply_chunks(EVENTS, ["data: [1, \"x\"]\n\ndata: [2]\n\n"]);
    let call = client(&transport).watch_notes();
    let mut stream = call.send().await.expect("a stream");
    let error = stream.next().await.expect("an item").expect_err("a misfit");
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.path(), Some("[1]"));
    assert_eq!(error.body_text().as_deref(), Some("[1, \"x\"]"));
    assert_eq!(error.status(), Some(StatusCode::OK));
    assert!(
        error.to_string().starts_with("GET /notes/changes: "),
        "{error}"
    );
    let next = stream.next().await.expect("an item").expect("a list");
    assert_eq!(next.data, [2]);
}

#[tokio::test]
async fn events_of_json_end_where_servers_say_that_they_are_done() {
    let transport = MemoryTransport::new();
    transport.reply_chunks(EVENTS, ["data: [1]\n\ndata: [DONE]\n\ndata: [2]\n\n"]);
    let mut stream = client(&transport)
        .watch_notes()
        .send()
        .await
        .expect("a stream");
    let first = stream.next().await.expect("an item").expect("a list");
    assert_eq!(first.data, [1]);
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn one_answer_comes_whole_or_as_a_stream() {
    let transport = MemoryTransport::new();
    transport
        .reply_json(StatusCode::OK, &json!({ "text": "yes" }))
        .reply_chunks(EVENTS, ["data: {\"te", "xt\":\"y\"}\n\ndata: [DONE]\n\n"]);
    let call = client(&transport).ask(json!({ "stream": true }));
    let whole = call.clone().send().await.expect("an answer");
    assert_eq!(whole, json!({ "text": "yes" }));

    let response = call.send_stream_full().await.expect("a stream");
    assert_eq!(response.headers()["content-type"], EVENTS);
    let mut stream = response.into_body();
    let mut items = Vec::new();
    while let Some(event) = stream.next().await {
        items.push(event.expect("any JSON").data);
    }
    assert_eq!(items, [json!({ "text": "y" }), json!("[DONE]")]);
    let accepted: Vec<_> = transport
        .requests()
        .iter()
        .map(|request| request.headers()["accept"].clone())
        .collect();
    assert_eq!(accepted, ["application/json", EVENTS]);
}

#[tokio::test]
async fn one_json_value_is_no_stream_of_events() {
    let transport = MemoryTransport::new();
    transport.reply_json(StatusCode::OK, &json!({ "text": "yes" }));
    let call = client(&transport).ask(json!({}));
    let error = call.send_stream().await.expect_err("no stream");
    assert_eq!(
        error.to_string(),
        "POST /questions: the answer is one JSON value where events were expected"
    );
}

#[tokio::test]
async fn a_failure_of_the_server_is_read_to_its_end() {
    let transport = MemoryTransport::answering(|_| {
        let mut response = http::Response::new(Bytes::from_static(b"{\"message\":\"busy\"}"));
        *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
        Ok(response)
    });
    let call = client(&transport).watch_notes();
    let error = call.send().await.expect_err("503");
    assert_eq!(
        error.to_string(),
        "GET /notes/changes: 503 Service Unavailable: busy"
    );
    assert!(error.body().is_some());
}

#[tokio::test]
async fn json_comes_line_by_line() {
    for at in 0..20 {
        let body = b"[1]\n\r\n[2,\"x\"]\n [3, 4]";
        let (before, after) = body.split_at(at);
        let transport = MemoryTransport::new();
        transport.reply_chunks(
            "application/x-ndjson",
            [before, after].map(Bytes::copy_from_slice),
        );
        let call = client(&transport).export_notes();
        let mut stream = call.send().await.expect("a stream");
        assert_eq!(stream.next().await.expect("one").expect("a list"), [1]);
        let error = stream.next().await.expect("two").expect_err("a misfit");
        assert_eq!(error.body_text().as_deref(), Some("[2,\"x\"]"));
        assert_eq!(stream.next().await.expect("three").expect("a list"), [3, 4]);
        assert!(stream.next().await.is_none());
    }
}

#[tokio::test]
async fn an_item_that_is_an_error_says_so() {
    let transport = MemoryTransport::new();
    let item = r#"{"error":{"message":"overloaded"}}"#;
    transport
        .reply_chunks(EVENTS, [format!("data: [1]\n\ndata: {item}\n\n")])
        .reply_chunks("application/x-ndjson", [format!("[1]\n{item}\n")]);
    let client = client(&transport);
    let said = "the answer does not fit the document; the server says: overloaded";
    let mut events = client.watch_notes().send().await.expect("a stream");
    assert!(events.next().await.is_some_and(|event| event.is_ok()));
    let error = events.next().await.expect("two").expect_err("an error");
    assert_eq!(error.to_string(), format!("GET /notes/changes: {said}"));
    let mut lines = client.export_notes().send().await.expect("a stream");
    assert!(lines.next().await.is_some_and(|line| line.is_ok()));
    let error = lines.next().await.expect("two").expect_err("an error");
    assert_eq!(error.to_string(), format!("GET /notes/export: {said}"));
    assert_eq!(error.body_text().as_deref(), Some(item));
}

#[tokio::test]
async fn lines_that_nothing_describes_come_as_they_are() {
    let transport = MemoryTransport::new();
    transport.reply_chunks("application/jsonl", ["{\"a\":1}\r\n\n[2", "]"]);
    let call = client(&transport).note_lines();
    let mut stream = call.send().await.expect("a stream");
    for expected in ["{\"a\":1}", "[2]"] {
        assert_eq!(
            stream.next().await.expect("a line").expect("text"),
            expected
        );
    }
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn json_comes_as_a_sequence() {
    let transport = MemoryTransport::new();
    transport.reply_chunks(
        "application/json-seq",
        ["\u{1e}1\n\u{1e}\n2", "3\n\u{1e}4\n"],
    );
    let call = client(&transport).sequence_notes();
    let mut stream = call.send().await.expect("a stream");
    let mut items = Vec::new();
    while let Some(item) = stream.next().await {
        items.push(item.expect("a number"));
    }
    assert_eq!(items, [1, 23, 4]);
}

/// A transport whose answers arrive as the test wants it.
#[derive(Clone, Default)]
struct Paced(Arc<Mutex<Vec<Chunk>>>);

/// What arrives next; `None` is the end.
type Chunk = Option<Result<Bytes, TransportError>>;

impl Paced {
    fn push(&self, chunk: Chunk) {
        self.0.lock().expect("a healthy test").insert(0, chunk);
    }

    fn text(&self, chunk: &'static str) {
        self.push(Some(Ok(chunk.into())));
    }

    fn client(&self) -> Client {
        let builder = builder().keys("id", "secret").transport(self.clone());
        builder.build().expect("a client")
    }
}

impl Transport for Paced {
    fn send(
        &self,
        _: http::Request<RequestBody>,
    ) -> BoxFuture<'_, Result<http::Response<ResponseBody>, TransportError>> {
        let body = ResponseBody::stream(Box::pin(self.clone()));
        Box::pin(async move { Ok(http::Response::new(body)) })
    }

    /// Time is always up.
    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::ready(()))
    }
}

impl Stream for Paced {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match self.0.lock().expect("a healthy test").pop() {
            Some(chunk) => Poll::Ready(chunk),
            None => Poll::Pending,
        }
    }
}

fn now<T>(work: impl Future<Output = T>) -> Poll<T> {
    pin!(work).poll(&mut Context::from_waker(Waker::noop()))
}

fn started<T>(call: impl Future<Output = Result<T, impl std::fmt::Debug>>) -> T {
    match now(call) {
        Poll::Ready(answer) => answer.expect("an answer"),
        Poll::Pending => panic!("a stream waits for its head alone"),
    }
}

#[test]
fn an_event_is_given_as_soon_as_it_is_whole() {
    let server = Paced::default();
    let mut stream: EventStream<Vec<i64>> = started(server.client().watch_notes().send());
    assert!(now(stream.next()).is_pending());
    server.text("data: [1]\n");
    assert!(now(stream.next()).is_pending());
    server.text("\ndata: [2]");
    let Poll::Ready(Some(Ok(event))) = now(stream.next()) else {
        panic!("the event is whole")
    };
    assert_eq!(event.data, [1]);
    // As a stream of a crate of streams it is the same.
    let mut context = Context::from_waker(Waker::noop());
    assert!(Pin::new(&mut stream).poll_next(&mut context).is_pending());
    server.text("\n\n");
    let Poll::Ready(Some(Ok(event))) = Pin::new(&mut stream).poll_next(&mut context) else {
        panic!("the event is whole")
    };
    assert_eq!(event.data, [2]);
}

#[test]
fn a_connection_that_breaks_off_ends_the_stream_with_an_error() {
    let server = Paced::default();
    let mut stream = started(server.client().export_notes().send());
    server.text("[1]\n[2");
    assert!(matches!(now(stream.next()), Poll::Ready(Some(Ok(_)))));
    server.push(Some(Err(TransportError::other("cut"))));
    let Poll::Ready(Some(Err(error))) = now(stream.next()) else {
        panic!("the connection is cut")
    };
    assert_eq!(error.kind(), ErrorKind::Transport);
    // Not asked again: it would wait for ever.
    server.text("]\n");
    assert!(matches!(now(stream.next()), Poll::Ready(None)));
}

#[test]
fn the_timeout_is_for_the_head_of_a_stream_and_for_all_of_an_answer() {
    let server = Paced::default();
    let stream = now(server.client().watch_notes().send());
    assert!(matches!(stream, Poll::Ready(Ok(_))));
    let Poll::Ready(Err(error)) = now(server.client().list_notes().send()) else {
        panic!("the body never comes")
    };
    assert_eq!(error.kind(), ErrorKind::Timeout);
}

#[test]
fn a_body_can_be_read_as_it_arrives() {
    let server = Paced::default();
    let answer = started(
        server
            .client()
            .request(http::Method::GET, "/notes/archive")
            .stream(),
    );
    assert_eq!(answer.status(), StatusCode::OK);
    let mut chunks = answer.raw().into_body();
    server.text("ab");
    let Poll::Ready(Some(Ok(chunk))) = now(chunks.next()) else {
        panic!("a chunk is there")
    };
    assert_eq!(chunk, "ab");
    server.push(None);
    assert!(matches!(now(chunks.next()), Poll::Ready(None)));
}

#[tokio::test]
async fn a_text_of_a_sequence_comes_before_the_next_one() {
    let (transport, chunks) = (
        MemoryTransport::new(),
        ["\u{1e}1\n", "\u{1e}2", "3\n\u{1e}"],
    );
    transport.reply_chunks("application/json-seq", chunks);
    let mut stream = client(&transport)
        .sequence_notes()
        .send()
        .await
        .expect("a stream");
    for expected in [1, 23] {
        assert_eq!(
            stream.next().await.expect("a value").expect("a number"),
            expected
        );
    }
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn room_is_that_of_an_item_however_many_come_at_once() {
    let transport = MemoryTransport::new();
    transport.reply_chunks("application/jsonl", ["0123456789\n".repeat(100)]);
    let options = RequestOptions::new().body_limit(10);
    let call = client(&transport).note_lines().options(options);
    let mut lines = call.send().await.expect("a stream");
    let mut count = 0;
    while let Some(line) = lines.next().await {
        line.expect("a line");
        count += 1;
    }
    assert_eq!(count, 100);
}
