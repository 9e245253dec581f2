//! Headers that answers declare, over the in-memory transport.
#![cfg(feature = "test-support")]

use std::collections::BTreeMap;

use http::{HeaderMap, HeaderName, HeaderValue};
use openapi_bindgen_runtime::runtime::transport::MemoryTransport;
use openapi_bindgen_runtime::runtime::{Bytes, Response, header};
use openapi_bindgen_runtime::samples::headers::CountHeaders;
use openapi_bindgen_runtime::samples::http::client;
use serde_json::{Value, json};

/// An answer with these headers, one line each.
async fn answered(lines: &[(&'static str, &'static str)]) -> Response<Value, CountHeaders> {
    let transport = MemoryTransport::new();
    let mut answer = http::Response::new(Bytes::from_static(b"null"));
    for (name, value) in lines {
        let name = HeaderName::from_bytes(name.as_bytes()).expect("a name");
        let value = HeaderValue::from_bytes(value.as_bytes()).expect("a value");
        answer.headers_mut().append(name, value);
    }
    transport.reply(answer);
    let call = client(&transport).count_notes();
    call.send_full().await.expect("an answer")
}

#[tokio::test]
async fn each_header_is_of_its_type() {
    let response = answered(&[
        ("x-total", "42"),
        ("X-OK", "true"),
        ("x-until", "2026-01-02T03:04:05Z"),
        ("x-tags", "1, b,c"),
        ("x-sizes", "1,2"),
        ("x-meta", "a=1,b=x"),
    ])
    .await;
    let headers = response.typed_headers();
    assert_eq!((headers.x_total, headers.x_ok), (Some(42), Some(true)));
    let until = headers.x_until.expect("a time");
    assert_eq!(until.as_str(), "2026-01-02T03:04:05Z");
    assert_eq!(
        headers.x_tags.expect("a list"),
        ["1", "b", "c"].map(str::to_owned)
    );
    assert_eq!(headers.x_sizes, Some(vec![1, 2]));
    let meta = headers.x_meta.expect("an object");
    assert_eq!((&meta["a"], &meta["b"]), (&json!(1), &json!("x")));
}

#[tokio::test]
async fn a_header_that_is_missing_or_does_not_fit_is_none_and_keeps_its_text() {
    let response = answered(&[("x-total", "many"), ("x-sizes", "1,b")]).await;
    assert_eq!(response.typed_headers(), CountHeaders::default());
    assert_eq!(response.headers()["x-total"], "many");
    assert_eq!(response.body(), &Value::Null);
}

#[tokio::test]
async fn lines_of_one_header_are_one_list() {
    let response = answered(&[("x-tags", "a"), ("x-tags", "b, c"), ("x-meta", "a,1,b,2")]).await;
    let headers = response.map(|_| ()).typed_headers();
    assert_eq!(
        headers.x_tags.expect("a list"),
        ["a", "b", "c"].map(str::to_owned)
    );
    assert_eq!(headers.x_meta.expect("an object")["b"], json!(2));
}

#[tokio::test]
async fn a_member_that_looks_like_a_number_is_what_its_type_says() {
    for (labels, preferences) in [
        ("a=1,b=true", "number=5,req_null=5,opt=true"),
        ("a,1,b,true", "number,5,req_null,5,opt,true"),
    ] {
        let lines = [("x-labels", labels), ("x-preferences", preferences)];
        let headers = answered(&lines).await.typed_headers();
        let labels = headers.x_labels.expect("texts");
        assert_eq!([&labels["a"], &labels["b"]], ["1", "true"]);
        let preferences = headers.x_preferences.expect("an object");
        assert_eq!((&*preferences.number, preferences.req_null), ("5", Some(5)));
        assert_eq!(preferences.opt.as_deref(), Some("true"));
    }
}

#[test]
fn each_line_of_cookies_is_an_item() {
    let mut headers = HeaderMap::new();
    let expiring = "a=b; Expires=Wed, 21 Oct 2015 07:28:00 GMT";
    for line in [expiring, "c=5"] {
        headers.append("set-cookie", HeaderValue::from_static(line));
    }
    let list: Option<Vec<String>> = header(&headers, "Set-Cookie");
    assert_eq!(list.expect("a list"), [expiring, "c=5"]);
    let map: Option<BTreeMap<String, String>> = header(&headers, "Set-Cookie");
    let map = map.expect("a map");
    assert_eq!(map["a"], "b; Expires=Wed, 21 Oct 2015 07:28:00 GMT");
    assert_eq!((map.len(), &*map["c"]), (2, "5"));
}

#[tokio::test]
async fn a_stream_declares_headers_too() {
    let transport = MemoryTransport::new();
    transport.reply_chunks("text/event-stream", ["data: 1\n\n"]);
    let call = client(&transport).count_notes();
    let response = call.send_stream_full().await.expect("a stream");
    assert_eq!(response.typed_headers().x_total, None);
    let event = response.into_body().next().await.expect("an event");
    assert_eq!(event.expect("a number").data, 1);
}
