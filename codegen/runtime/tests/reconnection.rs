//! Streams of events that go on, and those that end before their connection does.
#![cfg(feature = "test-support")]

use std::time::Duration;

use openapi_bindgen_runtime::runtime::stream::{EventStream, Reconnect};
use openapi_bindgen_runtime::runtime::transport::{MemoryTransport, TransportError};
use openapi_bindgen_runtime::runtime::{
    Bytes, Error, ErrorKind, RequestOptions, StatusCode, Timeout,
};
use openapi_bindgen_runtime::samples::http::client;
use serde_json::json;

const EVENTS: &str = "text/event-stream";

async fn words(transport: &MemoryTransport) -> EventStream<String> {
    client(transport)
        .note_words()
        .send()
        .await
        .expect("a stream")
}

async fn data(mut stream: EventStream<String>) -> Vec<Result<String, Error>> {
    let mut data = Vec::new();
    while let Some(event) = stream.next().await {
        data.push(event.map(|event| event.data));
    }
    assert!(stream.next().await.is_none(), "the end is the end");
    data
}

fn ids(transport: &MemoryTransport) -> Vec<Option<String>> {
    let requests = transport.requests();
    let id = |request: &http::Request<Bytes>| {
        let id = request.headers().get("last-event-id")?;
        Some(id.to_str().expect("text").to_owned())
    };
    requests.iter().map(id).collect()
}

fn gone() -> http::Response<Bytes> {
    let mut response = http::Response::new(Bytes::new());
    *response.status_mut() = StatusCode::NO_CONTENT;
    response
}

#[tokio::test]
async fn a_stream_goes_on_where_it_left_off_until_the_server_has_no_more() {
    let transport = MemoryTransport::new();
    transport.reply_chunks(EVENTS, ["id: 1\ndata: a\n\nretry: 250\n\n", "data: half"]);
    transport.reply_chunks(EVENTS, ["data: b\n\nid: 7\ndata: c\n\n"]);
    transport.reply(gone());
    let stream = words(&transport).await.reconnect(Reconnect::default());
    let data: Vec<_> = data(stream).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(data, ["a", "b", "c"]);
    assert_eq!(
        ids(&transport),
        [None, Some("1".to_owned()), Some("7".to_owned())]
    );
    assert_eq!(transport.pauses(), [Duration::from_millis(250); 2]);
}

#[tokio::test]
async fn a_post_goes_on_behind_an_id_and_does_not_begin_anew() {
    for (event, expected) in [("data: 1\n\n", 1), ("id: 1\ndata: 1\n\n", 2)] {
        let transport = MemoryTransport::new();
        transport.reply_chunks(EVENTS, [event]);
        transport.reply(gone());
        let call = client(&transport).ask(json!({ "stream": true }));
        let events = call.send_stream().await.expect("a stream");
        let mut events = events.reconnect(Reconnect::default());
        while let Some(event) = events.next().await {
            assert_eq!(event.expect("an event").data, json!(1));
        }
        assert_eq!(transport.requests().len(), expected);
    }
}

#[tokio::test]
async fn a_stream_without_events_is_given_up() {
    let transport = MemoryTransport::new();
    for _ in 0..9 {
        transport.reply_chunks(EVENTS, [": nothing\n\n"]);
    }
    let policy = Reconnect::default().most(4).delay(Duration::from_secs(1));
    assert!(
        data(words(&transport).await.reconnect(policy))
            .await
            .is_empty()
    );
    assert_eq!(transport.requests().len(), 5);
    assert_eq!(transport.pauses(), [Duration::from_secs(1); 4]);
}

#[tokio::test]
async fn a_failure_that_stays_is_the_last_that_comes() {
    let transport = MemoryTransport::new();
    transport.reply_chunks(EVENTS, ["data: a\n\n"]);
    transport.reply_json(StatusCode::FORBIDDEN, &json!({ "message": "no more" }));
    let data = data(words(&transport).await.reconnect(Reconnect::default())).await;
    assert_eq!(data.len(), 2);
    let error = data[1].as_ref().expect_err("forbidden");
    assert_eq!(
        error.to_string(),
        "GET /notes/words: 403 Forbidden: no more"
    );
}

#[tokio::test]
async fn without_a_policy_the_end_of_the_connection_is_the_end() {
    let transport = MemoryTransport::new();
    transport.reply_chunks(EVENTS, ["data: a\n\n"]);
    assert_eq!(data(words(&transport).await).await.len(), 1);
    assert_eq!(transport.requests().len(), 1);
}

#[tokio::test]
async fn a_text_may_be_the_end() {
    let transport = MemoryTransport::new();
    transport.reply_chunks(EVENTS, ["data: a\n\ndata: [DONE]\n\ndata: b\n\n"]);
    let stream = words(&transport).await;
    let stream = stream.until("[DONE]").reconnect(Reconnect::default());
    let data: Vec<_> = data(stream).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(data, ["a"]);
    assert_eq!(transport.requests().len(), 1);
}

#[tokio::test]
async fn no_item_may_be_too_large() {
    let transport = MemoryTransport::new();
    let options = RequestOptions::new().body_limit(20);
    let endless = || std::iter::repeat_n("0123456789", 1_000);
    transport.reply_chunks(
        EVENTS,
        ["data: short\n\n"]
            .into_iter()
            .chain(["data: "])
            .chain(endless()),
    );
    transport.reply_chunks(
        EVENTS,
        ["data: 0123456789\n"]
            .into_iter()
            .chain(std::iter::repeat_n("data: 0123456789\n", 100)),
    );
    for expected in [1, 0] {
        let stream = client(&transport)
            .note_words()
            .options(options.clone())
            .send()
            .await;
        let data = data(stream.expect("a stream").reconnect(Reconnect::default())).await;
        assert_eq!(data.len(), expected + 1);
        assert!(data[expected].as_ref().is_err_and(Error::is_too_large));
    }
    transport.reply_chunks("application/x-ndjson", endless());
    let lines = client(&transport)
        .note_lines()
        .options(options)
        .send()
        .await;
    let error = lines
        .expect("a stream")
        .next()
        .await
        .expect("an item")
        .expect_err("endless");
    assert!(error.is_too_large());
    transport.fail(TransportError::connect("never asked"));
}

#[tokio::test]
async fn a_server_that_is_away_for_a_while_is_asked_again() {
    let transport = MemoryTransport::new();
    transport.reply_chunks(EVENTS, ["id: 1\ndata: a\n\n"]);
    transport.fail(TransportError::connect("refused"));
    transport.reply_json(StatusCode::BAD_GATEWAY, &json!({}));
    transport.reply_chunks(EVENTS, ["data: b\n\n"]);
    transport.reply(gone());
    let policy = Reconnect::default().most(3);
    let data = data(words(&transport).await.reconnect(policy.clone())).await;
    let data: Vec<_> = data.into_iter().map(Result::unwrap).collect();
    assert_eq!(data, ["a", "b"]);

    transport.reply_chunks(EVENTS, ["data: a\n\n"]);
    for _ in 0..3 {
        transport.fail(TransportError::connect("refused"));
    }
    let mut stream = words(&transport).await.reconnect(policy);
    stream.next().await.expect("an event").expect("a text");
    let error = stream.next().await.expect("an end").expect_err("refused");
    assert!(error.is_connect());
}

#[tokio::test]
async fn an_event_that_broke_off_is_asked_for_again() {
    let transport = MemoryTransport::new();
    transport.reply_chunks(EVENTS, ["id: 1\ndata: a\n\nid: 2\ndata: ha"]);
    transport.reply_chunks(EVENTS, ["id: 2\ndata: b\n\n"]);
    transport.reply(gone());
    let data = data(words(&transport).await.reconnect(Reconnect::default())).await;
    assert_eq!(data.len(), 2);
    assert_eq!(
        ids(&transport),
        [None, Some("1".to_owned()), Some("2".to_owned())]
    );
}

#[tokio::test]
async fn an_id_that_the_call_began_with_gives_way_to_those_of_events() {
    let transport = MemoryTransport::new();
    transport.reply_chunks(EVENTS, [": none\n\n"]);
    transport.reply_chunks(EVENTS, ["id: 1\ndata: a\n\n"]);
    transport.reply_chunks(EVENTS, ["id\ndata: b\n\n"]);
    transport.reply(gone());
    let options = RequestOptions::new().header("Last-Event-ID", "start");
    let call = client(&transport).note_words().options(options);
    let stream = call.send().await.expect("a stream");
    data(stream.reconnect(Reconnect::default())).await;
    let start = || Some("start".to_owned());
    assert_eq!(
        ids(&transport),
        [start(), start(), Some("1".to_owned()), None]
    );
}

#[tokio::test]
async fn a_value_in_place_of_events_is_an_error_on_every_connection() {
    let transport = MemoryTransport::new();
    transport.reply_chunks(EVENTS, ["data: a\n\n"]);
    transport.reply_chunks("Application/JSON", ["{}"]);
    let data = data(words(&transport).await.reconnect(Reconnect::default())).await;
    assert_eq!(data.len(), 2);
    assert_eq!(
        data[1].as_ref().expect_err("JSON").kind(),
        ErrorKind::Decode
    );
}

/// Each connection has its time within that of the call.
#[tokio::test]
async fn a_stream_ends_with_the_time_of_its_call() {
    let transport = MemoryTransport::new();
    for _ in 0..9 {
        transport.reply_chunks(EVENTS, ["data: a\n\n"]);
    }
    let limit = Duration::from_secs(10);
    let options = RequestOptions::new().total_timeout(limit);
    let call = client(&transport).note_words().options(options);
    let stream = call.send().await.expect("a stream");
    let mut stream = stream.reconnect(Reconnect::default());
    for _ in 0..3 {
        let event = stream.next().await.expect("an event");
        assert_eq!(event.expect("a word").data, "a");
    }
    transport.advance(limit);
    let error = stream
        .next()
        .await
        .expect("an end")
        .expect_err("it is late");
    assert_eq!(error.timeout(), Some(Timeout::Total));
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn each_try_is_one_request_after_what_the_server_demands() {
    let transport = MemoryTransport::new();
    transport.reply_chunks(EVENTS, ["data: a\n\n"]);
    for _ in 0..9 {
        let mut busy = gone();
        *busy.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
        busy.headers_mut().insert("retry-after", 7.into());
        transport.reply(busy);
    }
    let policy = Reconnect::default().most(3).delay(Duration::from_secs(1));
    let data = data(words(&transport).await.reconnect(policy)).await;
    assert!(data[0].is_ok() && data[1].is_err() && data.len() == 2);
    assert_eq!(transport.requests().len(), 4);
    let seconds: Vec<_> = transport.pauses().iter().map(Duration::as_secs).collect();
    assert_eq!(seconds, [1, 7, 7]);
}

#[tokio::test]
async fn a_web_page_is_no_stream_of_events() {
    let transport = MemoryTransport::new();
    transport.reply_chunks("text/html; charset=utf-8", ["<p>Log in</p>"]);
    let error = client(&transport).note_words().send().await;
    let error = error.expect_err("a page");
    assert!(
        error
            .to_string()
            .ends_with("the answer is a web page where events were expected")
    );
}
