//! The built-in HTTP client over real sockets, good and bad.
#![cfg(feature = "reqwest")]

#[path = "support/loopback.rs"]
mod loopback;

use std::net::TcpListener;
use std::time::{Duration, Instant};

use loopback::{Reply, Server};
use openapi_bindgen_runtime::runtime::transport::ReqwestTransport;
use openapi_bindgen_runtime::runtime::{Client, ErrorKind, Input, Method};
use openapi_bindgen_runtime::samples::http::builder;
use serde_json::json;

fn client(base_url: &str) -> Client {
    let builder = builder()
        .keys("id-4711-0815", "secret-cafe-babe")
        .base_url(base_url);
    builder
        .credential("QueryKey", "query-4711-0815")
        .timeout(Duration::from_secs(5))
        .build()
        .expect("a client")
}

/// A base URL at which nobody listens.
fn nowhere() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    format!("http://{}", listener.local_addr().expect("an address"))
}

fn has_line(head: &[String], line: &str) -> bool {
    head.iter().any(|known| known == line)
}

#[tokio::test]
async fn a_call_goes_through() {
    let server =
        Server::start(|_| Reply::new("200 OK", "x-request-id: r-1\r\n", r#"{"text":"grün"}"#));
    let call = client(&format!("{}/v1/", server.url()))
        .update_note("+1 415/..", json!({ "text": "grün" }));
    let response = call.send_full().await.expect("an answer");
    assert_eq!(response.body(), &json!({ "text": "grün" }));
    assert_eq!(response.headers()["x-request-id"], "r-1");

    let [request] = server.seen().try_into().expect("one request");
    assert_eq!(request.head[0], "PUT /v1/notes/%2B1%20415%2F.. HTTP/1.1");
    for line in [
        "accept: application/json",
        "content-type: application/json",
        "user-agent: notes/1.2.3",
        "x-key-id: id-4711-0815",
        "x-key-secret: secret-cafe-babe",
    ] {
        assert!(
            has_line(&request.head, line),
            "{line} in {:?}",
            request.head
        );
    }
    assert_eq!(request.body, r#"{"text":"grün"}"#);
}

/// The transport knows the origin of its first request again.
#[tokio::test]
async fn later_calls_go_where_they_say() {
    let [one, other] = [0, 1].map(|_| Server::start(|_| Reply::new("200 OK", "", "null")));
    let transport = ReqwestTransport::new(reqwest::Client::new());
    for base in [one.url(), format!("{}/v1", one.url()), other.url()] {
        let builder = builder().keys("id", "secret").base_url(base);
        let client = builder.transport(transport.clone()).build();
        let client = client.expect("a client");
        for id in ["a/../b", "grün?#&", "{x}|^`\\"] {
            let call = client.update_note(id, json!(1));
            call.send().await.expect("an answer");
        }
        let list = client.list_notes().limit(7);
        list.send().await.expect("null is an empty list");
    }
    let lines = |server: &Server| -> Vec<String> {
        let seen = server.seen().into_iter();
        seen.map(|seen| seen.head[0].clone()).collect()
    };
    let paths = ["a%2F..%2Fb", "gr%C3%BCn%3F%23%26", "%7Bx%7D%7C%5E%60%5C"];
    let expected = |base: &str| -> Vec<String> {
        let puts = paths.map(|path| format!("PUT {base}/notes/{path} HTTP/1.1"));
        let get = format!("GET {base}/notes?limit=7 HTTP/1.1");
        puts.into_iter().chain([get]).collect()
    };
    assert_eq!(lines(&one), [expected(""), expected("/v1")].concat());
    assert_eq!(lines(&other), expected(""));
}

#[tokio::test]
async fn calls_can_be_spawned() {
    let server = Server::start(|_| Reply::new("200 OK", "", r#"["a"]"#));
    let call = client(&server.url()).list_notes().limit(1).send();
    let notes = tokio::spawn(call)
        .await
        .expect("no panic")
        .expect("an answer");
    assert_eq!(notes, ["a"]);
    assert_eq!(server.seen()[0].head[0], "GET /notes?limit=1 HTTP/1.1");
}

#[tokio::test]
async fn failures_of_the_server_keep_their_body() {
    let server = Server::start(|_| {
        Reply::new(
            "503 Service Unavailable",
            "retry-after: 7\r\n",
            "<h1>Busy</h1>",
        )
    });
    let error = client(&server.url())
        .list_notes()
        .send()
        .await
        .expect_err("503");
    assert_eq!(
        error.to_string(),
        "GET /notes: 503 Service Unavailable: <h1>Busy</h1>"
    );
    assert_eq!(
        error.headers().map(|headers| &headers["retry-after"]),
        Some(&"7".parse().expect("a value"))
    );
}

#[tokio::test]
async fn redirects_within_the_origin_are_followed_with_credentials() {
    let server = Server::start(|number| match number {
        0 => Reply::new("307 Temporary Redirect", "location: /moved\r\n", ""),
        _ => Reply::new("200 OK", "", "null"),
    });
    client(&server.url())
        .update_note("1", json!({ "a": 1 }))
        .send()
        .await
        .expect("an answer");
    let moved = &server.seen()[1];
    assert_eq!(moved.head[0], "PUT /moved HTTP/1.1");
    assert_eq!(moved.body, r#"{"a":1}"#);
    assert!(has_line(&moved.head, "x-key-secret: secret-cafe-babe"));
}

#[tokio::test]
async fn redirects_in_a_circle_end() {
    let server =
        Server::start(|_| Reply::new("307 Temporary Redirect", "location: /notes\r\n", ""));
    let error = client(&server.url())
        .list_notes()
        .send()
        .await
        .expect_err("a circle");
    assert_eq!(
        error.to_string(),
        "GET /notes: 307 Temporary Redirect; the redirects do not end"
    );
    assert_eq!(server.seen().len(), 11);
}

#[tokio::test]
async fn what_comes_after_ten_redirects_is_the_answer() {
    let server = Server::start(|number| match number {
        0..10 => Reply::new("307 Temporary Redirect", "location: /notes\r\n", ""),
        _ => Reply::new("404 Not Found", "", ""),
    });
    let error = client(&server.url()).list_notes().send().await;
    let error = error.expect_err("there are none");
    assert_eq!(error.to_string(), "GET /notes: 404 Not Found");
}

#[tokio::test]
async fn a_redirect_to_nowhere_says_so() {
    let server = Server::start(|_| Reply::new("302 Found", "", ""));
    let error = client(&server.url()).list_notes().send().await;
    assert_eq!(
        error.expect_err("a redirect").to_string(),
        "GET /notes: 302 Found; it does not say where to go on"
    );
}

/// What was asked for is done by then, whatever becomes of the question what came of it.
#[tokio::test]
async fn a_post_that_was_done_is_not_done_again() {
    for refusal in ["429 Too Many Requests", "503 Service Unavailable"] {
        let server = Server::start(move |number| match number {
            0 => Reply::new("303 See Other", "location: /notes/1\r\n", ""),
            _ => Reply::new(refusal, "retry-after: 0.01\r\nx-should-retry: true\r\n", ""),
        });
        let request = client(&server.url()).request(Method::POST, "/notes");
        request.send().await.expect_err("the server is busy");
        let seen = server.seen();
        let posts = seen.iter().filter(|seen| seen.head[0].starts_with("POST"));
        assert_eq!((posts.count(), seen.len()), (1, 2));
    }
}

/// Made a GET, the call would do nothing, and its answer pass for that of what was to be done.
#[tokio::test]
async fn a_post_that_was_moved_is_not_done() {
    let server =
        Server::start(|_| Reply::new("301 Moved Permanently", "location: /notes/\r\n", ""));
    let request = client(&server.url()).request(Method::POST, "/notes");
    let error = request.send().await.expect_err("a redirect");
    assert_eq!(
        error.to_string(),
        "POST /notes: 301 Moved Permanently; a POST is not sent again as a GET"
    );
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn see_other_is_asked_for_what_came_of_a_post() {
    let server = Server::start(|number| match number {
        0 => Reply::new("303 See Other", "location: made/1?full=yes#top\r\n", ""),
        _ => Reply::new("200 OK", "", "null"),
    });
    let request = client(&server.url()).request(Method::POST, "/notes/all");
    let request = request.header("Content-Language", "en");
    let request = request.with(Input::json(), &json!({ "a": 1 }));
    request.send().await.expect("an answer");
    let seen = &server.seen()[1];
    assert_eq!(seen.head[0], "GET /notes/made/1?full=yes HTTP/1.1");
    assert!(seen.body.is_empty());
    assert!(!seen.head.iter().any(|line| line.starts_with("content-")));
}

#[tokio::test]
async fn a_redirect_is_the_answer_where_the_document_says_so() {
    let server = Server::start(|_| Reply::new("302 Found", "location: /elsewhere\r\n", ""));
    let request = client(&server.url()).request(Method::GET, "/notes");
    let answer = request.redirects().send().await.expect("a redirect");
    assert_eq!(answer.status().as_u16(), 302);
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn a_key_that_the_server_sends_back_goes_into_the_query_once() {
    let server = Server::start(|number| match number {
        0 => Reply::new(
            "307 Temporary Redirect",
            "location: ?api%20key=query-4711-0815&page=2\r\n",
            "",
        ),
        1 => Reply::new("307 Temporary Redirect", "location: ?page=3\r\n", ""),
        _ => Reply::new("200 OK", "", "null"),
    });
    let request = client(&server.url()).request(Method::GET, "/notes");
    let request = request.security(&[&["QueryKey"]]);
    request.send().await.expect("an answer");
    let lines: Vec<_> = server
        .seen()
        .iter()
        .map(|seen| seen.head[0].clone())
        .collect();
    assert_eq!(
        lines,
        [
            "GET /notes?api%20key=query-4711-0815 HTTP/1.1",
            "GET /notes?api%20key=query-4711-0815&page=2 HTTP/1.1",
            "GET /notes?page=3&api%20key=query-4711-0815 HTTP/1.1",
        ]
    );
}

#[tokio::test]
async fn a_refused_connection_is_told_apart_and_shows_no_url() {
    let request = client(&nowhere())
        .request(Method::GET, "/notes")
        .security(&[&["QueryKey"]]);
    let error = request.send().await.expect_err("nobody listens");
    assert_eq!(error.kind(), ErrorKind::Connect);
    let mut text = format!("{error} {error:?}");
    let mut source = std::error::Error::source(&error);
    while let Some(error) = source {
        text += &format!("{error} {error:?}");
        source = error.source();
    }
    assert!(!text.contains("4711"), "{text}");
    assert!(text.to_lowercase().contains("refused"), "{text}");
}

#[tokio::test]
async fn a_connection_that_breaks_off_is_told_apart() {
    let server =
        Server::start(|_| Reply::raw("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n[\"a"));
    let error = client(&server.url())
        .list_notes()
        .send()
        .await
        .expect_err("half a body");
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.is_retryable() && !error.is_connect());
}

#[tokio::test]
async fn the_timeout_covers_the_body() {
    let server = Server::start(|_| Reply {
        text: "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n[".to_owned(),
        linger: Duration::from_secs(2),
    });
    let builder = builder()
        .keys("id", "secret")
        .base_url(server.url())
        .timeout(Duration::from_millis(200));
    let start = Instant::now();
    let error = builder
        .build()
        .expect("a client")
        .list_notes()
        .send()
        .await
        .expect_err("a stalled body");
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(
        start.elapsed() < Duration::from_millis(1500),
        "{:?}",
        start.elapsed()
    );
}

#[tokio::test]
async fn events_come_while_the_answer_is_under_way() {
    let server = Server::start(|_| {
        Reply {
        text: "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n\
               9\r\ndata: [1]\r\n1\r\n\n\r\n4\r\n\ndat\r\n"
            .to_owned(),
        linger: Duration::from_secs(2),
    }
    });
    let start = Instant::now();
    let call = client(&server.url()).watch_notes();
    let mut stream = call.send().await.expect("a stream");
    let event = stream.next().await.expect("an event").expect("a list");
    assert_eq!(event.data, [1]);
    assert!(
        start.elapsed() < Duration::from_millis(1500),
        "{:?}",
        start.elapsed()
    );
    let error = stream
        .next()
        .await
        .expect("an item")
        .expect_err("it breaks off");
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn a_client_of_ones_own_can_be_used() {
    let server = Server::start(|_| Reply::new("200 OK", "", "[]"));
    let mine = reqwest::Client::builder()
        .default_headers([mark()].into_iter().collect())
        .build();
    let transport = ReqwestTransport::new(mine.expect("a client"));
    let builder = builder()
        .keys("id", "secret")
        .base_url(server.url())
        .transport(transport);
    builder
        .build()
        .expect("a client")
        .list_notes()
        .send()
        .await
        .expect("an answer");
    assert!(has_line(&server.seen()[0].head, "x-mine: yes"));
}

fn mark() -> (http::HeaderName, http::HeaderValue) {
    (
        http::HeaderName::from_static("x-mine"),
        http::HeaderValue::from_static("yes"),
    )
}

#[tokio::test]
async fn a_call_without_a_body_says_so_where_servers_wait_for_one() {
    let server = Server::start(|_| Reply::new("200 OK", "", ""));
    let client = client(&server.url());
    for method in [Method::POST, Method::PUT, Method::PATCH, Method::GET] {
        let request = client.request(method.clone(), "/notes");
        request.send().await.expect("an answer");
        let seen = server.seen().pop().expect("a request");
        let expected = method != Method::GET;
        assert_eq!(
            has_line(&seen.head, "content-length: 0"),
            expected,
            "{method}"
        );
    }
}

#[tokio::test]
async fn the_length_in_an_answer_to_head_is_not_that_of_its_body() {
    let server = Server::start(|_| {
        Reply::raw("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 99999999999\r\n\r\n")
    });
    let request = client(&server.url()).request(Method::HEAD, "/notes");
    let answer = request.send().await.expect("a head");
    assert_eq!(answer.headers()["content-length"], "99999999999");
}
