//! What callers add: headers, query, members of bodies, middleware, calls that the document does not have.
#![cfg(feature = "test-support")]

use std::sync::{Arc, Mutex};

use openapi_bindgen_runtime::runtime::transport::{
    BoxFuture, MemoryTransport, RequestBody, ResponseBody, TransportError,
};
use openapi_bindgen_runtime::runtime::{
    Answered, Bytes, Client, ErrorKind, Input, Method, Middleware, Next, RequestOptions,
    RetryPolicy, StatusCode,
};
use openapi_bindgen_runtime::samples::http::{builder, client};
use serde_json::{Value, json};

fn answering(body: &'static str) -> MemoryTransport {
    MemoryTransport::answering(move |_| {
        Ok(http::Response::new(Bytes::from_static(body.as_bytes())))
    })
}

#[tokio::test]
async fn a_call_may_send_more_than_its_document_says() {
    let transport = answering("{}");
    let options = RequestOptions::new()
        .header("x-trace", "t-1")
        .header("user-agent", "me")
        .query("debug mode", "a&b")
        .query("again", "1")
        .body_member("color", "red")
        .body_member("text", "changed");
    let call = client(&transport).update_note("1", json!({ "text": "x", "n": 1 }));
    call.options(options).send().await.expect("a note");
    let request = &transport.requests()[0];
    assert_eq!(request.uri().query(), Some("debug%20mode=a%26b&again=1"));
    assert_eq!(request.headers()["x-trace"], "t-1");
    assert_eq!(request.headers()["user-agent"], "me");
    let body: Value = serde_json::from_slice(request.body()).expect("JSON");
    assert_eq!(body, json!({ "text": "changed", "n": 1, "color": "red" }));
}

#[tokio::test]
async fn a_member_makes_a_body_where_there_is_none() {
    let transport = answering("[]");
    let options = RequestOptions::new().body_member("color", "red");
    client(&transport)
        .list_notes()
        .options(options)
        .send()
        .await
        .expect("notes");
    let request = &transport.requests()[0];
    assert_eq!(request.headers()["content-type"], "application/json");
    assert_eq!(request.body(), r#"{"color":"red"}"#);
}

#[tokio::test]
async fn a_member_needs_an_object() {
    let transport = answering("[]");
    let options = RequestOptions::new().body_member("color", "red");
    let call = client(&transport)
        .update_note("1", json!([1]))
        .options(options);
    let error = call.send().await.expect_err("a list has no members");
    assert_eq!(error.kind(), ErrorKind::Request);
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn a_header_that_cannot_be_sent_is_refused() {
    let transport = answering("[]");
    let options = RequestOptions::new().header("x-trace", "a\nb");
    let error = client(&transport)
        .list_notes()
        .options(options)
        .send()
        .await;
    assert_eq!(error.expect_err("a line break").kind(), ErrorKind::Request);
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn calls_that_the_document_does_not_have_keep_all_the_rest() {
    let transport = MemoryTransport::new();
    transport.fail(TransportError::connect("refused"));
    transport.reply_json(StatusCode::OK, &json!({ "n": 7 }));
    let options = RequestOptions::new().retry(RetryPolicy::default());
    let path = format!("/drafts/{}", 7);
    let request = client(&transport)
        .request(Method::GET, path)
        .options(options);
    let answer = request
        .with(Input::query("full"), &true)
        .send()
        .await
        .expect("a draft");
    let draft: Value = answer.json().expect("JSON").into_body();
    assert_eq!(draft, json!({ "n": 7 }));
    let request = &transport.requests()[1];
    assert_eq!(
        request.uri(),
        "https://notes.example/api/drafts/7?full=true"
    );
    assert_eq!(request.headers()["x-key-id"], "id-4711-0815");
}

/// Writes down what passes, with a name.
struct Recorder(&'static str, Arc<Mutex<Vec<String>>>);

impl Middleware for Recorder {
    fn handle<'a>(
        &'a self,
        mut request: http::Request<RequestBody>,
        next: Next<'a>,
    ) -> BoxFuture<'a, Answered> {
        Box::pin(async move {
            let Self(name, log) = self;
            let note = |text: String| log.lock().expect("a log").push(format!("{name} {text}"));
            note(format!(
                "{} {} #{}",
                request.method(),
                next.path(),
                next.attempt()
            ));
            request
                .headers_mut()
                .append("x-through", http::HeaderValue::from_static(name));
            let answered = next.run(request).await;
            note(
                answered
                    .as_ref()
                    .map_or("failed".to_owned(), |answer| answer.status().to_string()),
            );
            answered
        })
    }
}

/// Answers by itself.
struct Cache;

impl Middleware for Cache {
    fn handle<'a>(&'a self, _: http::Request<RequestBody>, _: Next<'a>) -> BoxFuture<'a, Answered> {
        Box::pin(async {
            Ok(http::Response::new(ResponseBody::from(Bytes::from_static(
                b"[\"kept\"]",
            ))))
        })
    }
}

fn with(transport: &MemoryTransport, middleware: impl Fn() -> (Recorder, Recorder)) -> Client {
    let (outer, inner) = middleware();
    let builder = builder()
        .keys("id-4711-0815", "secret-cafe-babe")
        .retry(RetryPolicy::default());
    let builder = builder.middleware(outer).middleware(inner);
    builder
        .transport(transport.clone())
        .build()
        .expect("a client")
}

#[tokio::test]
async fn middleware_stacks_and_sees_every_attempt() {
    let transport = MemoryTransport::new();
    transport.reply_json(StatusCode::BAD_GATEWAY, &json!({}));
    transport.reply_json(StatusCode::OK, &json!({}));
    let log = Arc::new(Mutex::new(Vec::new()));
    let client = with(&transport, || {
        (
            Recorder("outer", log.clone()),
            Recorder("inner", log.clone()),
        )
    });
    client
        .update_note("1", json!({}))
        .send()
        .await
        .expect("a note");
    assert_eq!(
        *log.lock().expect("a log"),
        [
            "outer PUT /notes/{id} #1",
            "inner PUT /notes/{id} #1",
            "inner 502 Bad Gateway",
            "outer 502 Bad Gateway",
            "outer PUT /notes/{id} #2",
            "inner PUT /notes/{id} #2",
            "inner 200 OK",
            "outer 200 OK",
        ]
    );
    for request in transport.requests() {
        let through = request.headers().get_all("x-through").iter();
        assert!(through.eq(["outer", "inner"].iter()));
    }
}

#[tokio::test]
async fn middleware_may_answer() {
    let transport = MemoryTransport::new();
    let builder = builder()
        .keys("id-4711-0815", "secret-cafe-babe")
        .middleware(Cache);
    let client = builder
        .transport(transport.clone())
        .build()
        .expect("a client");
    assert_eq!(client.list_notes().send().await.expect("notes"), ["kept"]);
    assert!(transport.requests().is_empty());
}
