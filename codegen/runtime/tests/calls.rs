//! Operations as generated code has them: what they send and what they give.
#![cfg(feature = "test-support")]

use std::collections::BTreeMap;
use std::error::Error as _;
use std::future::Future;

use openapi_bindgen_runtime::runtime::stream::{EventStream, JsonStream};
use openapi_bindgen_runtime::runtime::transport::{
    BoxFuture, MemoryTransport, RequestBody, ResponseBody, Transport, TransportError,
};
use openapi_bindgen_runtime::runtime::{
    Bytes, Client, ErrorKind, Input, Method, Request, Response, StatusCode,
};
use openapi_bindgen_runtime::samples::http::{builder, client};
use serde_json::json;

fn answering(body: &'static str) -> MemoryTransport {
    MemoryTransport::answering(move |_| {
        Ok(http::Response::new(Bytes::from_static(body.as_bytes())))
    })
}

fn headers(request: &http::Request<Bytes>) -> BTreeMap<&str, &str> {
    request
        .headers()
        .iter()
        .map(|(name, value)| (name.as_str(), value.to_str().expect("ASCII")))
        .collect()
}

#[tokio::test]
async fn a_call_sends_exactly_what_it_says() {
    let transport = answering(r#"{"ok":true}"#);
    let note = client(&transport)
        .update_note("+1/2", json!({ "text": "grün" }))
        .send()
        .await
        .expect("a note");
    assert_eq!(note, json!({ "ok": true }));

    let request = &transport.requests()[0];
    assert_eq!(request.method(), Method::PUT);
    assert_eq!(request.uri(), "https://notes.example/api/notes/%2B1%2F2");
    assert_eq!(request.body(), r#"{"text":"grün"}"#);
    let expected = [
        ("accept", "application/json"),
        ("content-type", "application/json"),
        ("user-agent", "notes/1.2.3"),
        ("x-key-id", "id-4711-0815"),
        ("x-key-secret", "secret-cafe-babe"),
    ];
    assert_eq!(headers(request), expected.into());
}

#[tokio::test]
async fn a_call_without_inputs_has_no_body_and_no_query() {
    let transport = answering("[]");
    client(&transport)
        .list_notes()
        .send()
        .await
        .expect("no notes");
    let request = &transport.requests()[0];
    assert_eq!(request.uri(), "https://notes.example/api/notes");
    assert!(request.body().is_empty() && !request.headers().contains_key("content-type"));
}

#[tokio::test]
#[allow(deprecated, reason = "deprecated inputs are sent too")]
async fn optional_inputs_are_setters_and_the_last_one_counts() {
    let transport = answering(r#"["a","b"]"#);
    let call = client(&transport)
        .list_notes()
        .limit(1)
        .tags(["a,b".to_owned(), "c".to_owned()])
        .filter(json!({ "owner": "me" }))
        .tagList("d")
        .trace("t-1")
        .limit(2);
    assert_eq!(call.send().await.expect("notes"), ["a", "b"]);
    let request = &transport.requests()[0];
    assert_eq!(
        request.uri().query(),
        Some("tags=a%2Cb,c&filter%5Bowner%5D=me&tagList=d&limit=2")
    );
    assert_eq!(request.headers()["x-trace"], "t-1");
}

#[tokio::test]
async fn a_body_can_have_a_media_type_of_its_own() {
    let transport = answering("null");
    client(&transport)
        .patch_note("1", json!({ "a": null }))
        .send()
        .await
        .expect("null");
    assert_eq!(
        transport.requests()[0].headers()["content-type"],
        "application/merge-patch+json"
    );
    assert_eq!(transport.requests()[0].body(), r#"{"a":null}"#);
}

#[tokio::test]
async fn answers_come_as_what_they_are() {
    let text = client(&answering("grün")).note_text("1").send().await;
    assert_eq!(text.expect("a text"), "grün");
    let bytes = client(&answering("\u{0}\u{1}"))
        .note_picture("1")
        .send()
        .await;
    assert_eq!(bytes.expect("bytes"), "\u{0}\u{1}");
    client(&answering("anything"))
        .delete_note("1")
        .send()
        .await
        .expect("nothing");

    let latin =
        MemoryTransport::answering(|_| Ok(http::Response::new(Bytes::from_static(b"gr\xFCn"))));
    let error = client(&latin)
        .note_text("1")
        .send()
        .await
        .expect_err("not UTF-8");
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(
        error.body().map(|body| body.as_ref()),
        Some(b"gr\xFCn".as_ref())
    );
}

/// A client whose server says that every answer is of a type.
fn saying(media_type: &'static str, body: &'static [u8]) -> Client {
    client(&MemoryTransport::answering(move |_| {
        let answer = http::Response::builder().header("content-type", media_type);
        Ok(answer
            .body(Bytes::from_static(body))
            .expect("a content type"))
    }))
}

#[tokio::test]
async fn a_text_in_json_may_come_as_it_is() {
    for (media_type, body, expected) in [
        ("text/plain; charset=utf-8", "a \"b\"\n", "a \"b\"\n"),
        ("application/octet-stream", "grün", "grün"),
        ("application/jsonl", "{}\n{}", "{}\n{}"),
        ("text/plain", "15", "15"),
        ("text/plain", "", ""),
        ("text/plain", r#""quoted""#, "quoted"),
    ] {
        let call = saying(media_type, body.as_bytes()).note_title("1");
        assert_eq!(call.send().await.expect("a text"), expected, "{media_type}");
    }
}

#[tokio::test]
async fn a_text_may_be_latin_where_the_server_says_so() {
    for media_type in [
        "text/plain; charset=iso-8859-1",
        "text/plain;format=flowed;Charset=\"Latin1\"",
    ] {
        for body in [b"gr\xFCn".as_ref(), "grün".as_bytes()] {
            let text = saying(media_type, body).note_text("1").send().await;
            assert_eq!(text.expect("a text"), "grün", "{media_type}");
            let title = saying(media_type, body).note_title("1").send().await;
            assert_eq!(title.expect("a text"), "grün", "{media_type}");
        }
    }
    let ascii = saying("text/plain; charset=us-ascii", b"gr\xFCn");
    let error = ascii.note_text("1").send().await.expect_err("no ASCII");
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn what_comes_in_place_of_json_is_a_text_only_where_one_is_expected() {
    let decode = ErrorKind::Decode;
    for (media_type, body) in [
        ("application/json", b"plain".as_ref()),
        ("application/problem+json; charset=utf-8", b"plain"),
        ("text/plain", b"gr\xFCn"),
        ("text/html; charset=utf-8", b"<html>"),
    ] {
        let call = saying(media_type, body).note_title("1");
        assert_eq!(call.send().await.expect_err("no text").kind(), decode);
    }
    let page = || saying("text/html", b"<html>");
    let list = page().list_notes().send().await.expect_err("no list");
    let source = list.source().map(ToString::to_string);
    assert_eq!(source.as_deref(), Some("expected value at line 1 column 1"));
    let any = page().update_note("1", json!({})).send().await;
    assert_eq!(any.expect_err("no JSON").kind(), decode);
    let none = answering("plain");
    let untold = client(&none).note_title("1").send().await;
    assert_eq!(untold.expect_err("no JSON").kind(), decode);
}

#[tokio::test]
async fn every_2xx_is_a_success() {
    for status in [200, 201, 202, 206, 226, 299] {
        let transport = MemoryTransport::new();
        transport.reply_json(
            StatusCode::from_u16(status).expect("a status"),
            &json!(["a"]),
        );
        let response = client(&transport)
            .list_notes()
            .send_full()
            .await
            .expect("a success");
        assert_eq!(response.status().as_u16(), status);
    }
}

#[tokio::test]
async fn the_whole_answer_can_be_had() {
    let transport = MemoryTransport::new();
    transport.reply_json(StatusCode::CREATED, &json!(["a"]));
    let response: Response<Vec<String>> = client(&transport)
        .list_notes()
        .send_full()
        .await
        .expect("a list");
    assert_eq!(response.status(), StatusCode::CREATED);
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(response.body(), &["a"]);
    assert_eq!(response.map(|notes| notes.len()).into_body(), 1);
}

#[tokio::test]
async fn a_server_of_the_operation_gives_way_to_one_of_the_client() {
    let transport = answering("");
    client(&transport)
        .note_text("1")
        .send()
        .await
        .expect("a text");
    assert_eq!(
        transport.requests()[0].uri(),
        "https://texts.example/v2/notes/1/text"
    );
    assert_eq!(transport.requests()[0].headers()["accept"], "text/plain");

    let moved = builder()
        .keys("id", "secret")
        .base_url("http://localhost:1/x/")
        .transport(transport.clone());
    moved
        .build()
        .expect("a client")
        .note_text("1")
        .send()
        .await
        .expect("a text");
    assert_eq!(
        transport.requests()[1].uri(),
        "http://localhost:1/x/notes/1/text"
    );
}

#[tokio::test]
async fn headers_of_the_call_go_before_those_of_the_client() {
    let transport = answering("[]");
    let builder = builder()
        .keys("id", "secret")
        .user_agent("mine/1")
        .header("x-trace", "client")
        .header("accept", "a/b");
    let client = builder
        .transport(transport.clone())
        .build()
        .expect("a client");
    client.list_notes().send().await.expect("a list");
    client
        .list_notes()
        .trace("call")
        .send()
        .await
        .expect("a list");
    client
        .request(Method::GET, "/")
        .header("X-Trace", "raw")
        .header("accept", "c/d")
        .send()
        .await
        .expect("an answer");

    let requests = transport.requests();
    assert_eq!(headers(&requests[0])["user-agent"], "mine/1");
    assert_eq!(headers(&requests[0])["x-trace"], "client");
    assert_eq!(headers(&requests[0])["accept"], "application/json");
    assert_eq!(headers(&requests[1])["x-trace"], "call");
    assert_eq!(
        (
            headers(&requests[2])["x-trace"],
            headers(&requests[2])["accept"]
        ),
        ("raw", "c/d")
    );
    assert_eq!(requests[2].headers().get_all("x-trace").iter().count(), 1);
}

#[tokio::test]
async fn the_first_mistake_is_reported_and_nothing_is_sent() {
    let transport = answering("");
    let request = client(&transport)
        .request(Method::POST, "/notes")
        .header("bad name", "x")
        .header("x-trace", "bad\nvalue")
        .with(Input::json(), &json!({}));
    let error = request.send().await.expect_err("a bad header");
    assert_eq!(error.kind(), ErrorKind::Request);
    assert_eq!(
        error.to_string(),
        "POST /notes: `bad name` cannot be the name of a header"
    );
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn a_transport_can_be_anything() {
    struct Teapot;
    impl Transport for Teapot {
        fn send(
            &self,
            _: http::Request<RequestBody>,
        ) -> BoxFuture<'_, Result<http::Response<ResponseBody>, TransportError>> {
            Box::pin(async {
                let mut response = http::Response::default();
                *response.status_mut() = StatusCode::IM_A_TEAPOT;
                Ok(response)
            })
        }

        fn sleep(&self, _: std::time::Duration) -> BoxFuture<'static, ()> {
            Box::pin(std::future::pending())
        }
    }
    let client = builder()
        .keys("id", "secret")
        .transport(Teapot)
        .build()
        .expect("a client");
    let error = client.list_notes().send().await.expect_err("a teapot");
    assert_eq!(error.status(), Some(StatusCode::IM_A_TEAPOT));
}

#[test]
fn clients_and_futures_move_between_threads() {
    fn sendable<F: Future + Send + 'static>(_: F) {}
    fn shareable<T: Clone + Send + Sync + 'static>() {}
    let client = client(&MemoryTransport::new());
    sendable(client.list_notes().limit(1).send());
    sendable(client.update_note("1", json!({})).send_full());
    sendable(client.note_picture("1").send());
    sendable(client.watch_notes().send());
    sendable(client.request(Method::GET, "/").send());
    sendable(client.request(Method::GET, "/").stream());
    shareable::<Client>();
    shareable::<Request>();
    shareable::<MemoryTransport>();

    fn movable<T: Send + Unpin + 'static>() {}
    movable::<EventStream<String>>();
    movable::<JsonStream<String>>();
}

#[tokio::test]
async fn a_path_stays_behind_the_base_url() {
    let transport = MemoryTransport::new();
    let client = client(&transport);
    for path in ["@evil.example/x", ".evil.example/x", "9:1/x", "x"] {
        let error = client
            .request(Method::GET, path)
            .send()
            .await
            .expect_err(path);
        assert_eq!(error.kind(), ErrorKind::Request, "{path}");
    }
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn a_success_that_does_not_fit_was_sent_all_the_same() {
    let transport = MemoryTransport::new();
    transport.reply_json(StatusCode::OK, &json!({}));
    let error = client(&transport)
        .list_notes()
        .send()
        .await
        .expect_err("no list");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Decode, 1));
}
