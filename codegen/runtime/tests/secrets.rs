//! No credential is in any `Debug` output or error text.
#![cfg(feature = "test-support")]

use std::error::Error as _;

use openapi_bindgen_runtime::runtime::transport::{MemoryTransport, TransportError};
use openapi_bindgen_runtime::runtime::{
    Client, ClientBuilder, Error, Input, Method, RequestOptions, Secret, StatusCode,
};
use openapi_bindgen_runtime::samples::http::builder;
use serde_json::json;

const MARK: &str = "hunter2-hunter2";

/// A builder that was given a credential wherever one can go.
fn loaded() -> ClientBuilder {
    builder()
        .keys(MARK, MARK)
        .credential("QueryKey", MARK)
        .credential("CookieKey", MARK)
        .credential("Token", MARK)
        .credential_pair("Login", MARK, MARK)
        .header("Authorization", MARK)
        .header("X-Key-Secret", MARK)
}

fn client(transport: &MemoryTransport) -> Client {
    loaded()
        .transport(transport.clone())
        .build()
        .expect("a client")
}

fn assert_silent(text: &str) {
    assert!(!text.contains("hunter2"), "{text}");
    assert!(!text.contains("aHVudGVyMi"), "not in base64 either: {text}");
}

/// All that an error says, its sources included.
fn assert_error_silent(error: &Error) {
    assert_silent(&format!("{error} {error:?} {error:#?}"));
    let mut source = error.source();
    while let Some(error) = source {
        assert_silent(&format!("{error} {error:?}"));
        source = error.source();
    }
}

#[test]
fn values_that_hold_credentials_do_not_show_them() {
    let transport = MemoryTransport::new();
    let client = client(&transport);
    assert_silent(&format!("{:?}", Secret::from(MARK)));
    assert_silent(&format!(
        "{:#?}",
        loaded().base_url(format!("http://u:{MARK}@host"))
    ));
    assert_silent(&format!("{client:#?} {transport:?}"));
    assert!(
        format!("{client:?}").contains("KeySecret"),
        "which credentials there are may be seen"
    );
}

#[test]
fn requests_hide_what_stands_where_credentials_do() {
    let request = client(&MemoryTransport::new())
        .request(Method::GET, "/notes")
        .with(Input::query("api key"), MARK)
        .with(Input::cookie("session"), MARK)
        .with(Input::header("X-Key-Id"), MARK)
        .with(Input::header("Authorization"), MARK)
        .with(Input::query("limit"), &5)
        .with(Input::json(), &json!({ "password": MARK }))
        .header("x-key-secret", MARK)
        .header("cookie", MARK)
        .header("x-trace", "4711");
    let text = format!("{request:?}");
    assert_silent(&text);
    assert!(
        text.contains(r#""limit": "5""#) && text.contains("x-trace"),
        "the rest may be seen: {text}"
    );
    assert_silent(&format!(
        "{:?}",
        client(&MemoryTransport::new()).delete_note("1")
    ));
}

#[test]
fn what_a_transport_sees_is_marked() {
    let transport = MemoryTransport::answering(|request| {
        assert_silent(&format!("{:?}", request.headers()));
        Ok(http::Response::default())
    });
    let client = client(&transport);
    let request =
        client
            .request(Method::GET, "/")
            .security(&[&["KeyId", "KeySecret", "CookieKey", "Login"]]);
    tokio::runtime::Builder::new_current_thread()
        .build()
        .and_then(|runtime| {
            runtime
                .block_on(request.send())
                .map_err(std::io::Error::other)
        })
        .expect("an answer");
    assert_eq!(transport.requests().len(), 1);
}

#[tokio::test]
async fn errors_do_not_repeat_what_a_server_sends_back() {
    let transport = MemoryTransport::new();
    transport.reply_json(
        StatusCode::UNAUTHORIZED,
        &json!({ "message": format!("bad key {MARK}") }),
    );
    let error = client(&transport)
        .delete_note("1")
        .send()
        .await
        .expect_err("401");
    assert_eq!(
        error.to_string(),
        "DELETE /notes/{id}: 401 Unauthorized: bad key [redacted]"
    );
    assert_error_silent(&error);
    assert!(
        error.body_text().is_some_and(|body| body.contains(MARK)),
        "the body is kept as it came"
    );
}

#[tokio::test]
async fn failures_on_the_way_do_not_show_the_url() {
    let transport = MemoryTransport::new();
    transport.fail(TransportError::other("reset"));
    let request = client(&transport)
        .request(Method::GET, "/notes")
        .security(&[&["QueryKey"]]);
    let error = request.send().await.expect_err("a failure");
    assert!(
        transport.requests()[0]
            .uri()
            .query()
            .is_some_and(|query| query.contains(MARK))
    );
    assert_error_silent(&error);
}

#[test]
fn errors_of_builders_do_not_show_what_they_were_given() {
    let broken = [
        builder().keys(format!("{MARK}\n"), "b"),
        builder().base_url(MARK),
        builder().base_url(format!("{MARK}://host")),
        builder().base_url(format!("https://user:{MARK}@host")),
        builder().base_url(format!("https://host?key={MARK}")),
        builder().header("x-any", &format!("{MARK}\n")),
    ];
    for builder in broken {
        assert_error_silent(
            &builder
                .transport(MemoryTransport::new())
                .build()
                .expect_err("broken"),
        );
    }
}

#[tokio::test]
async fn session_cookies_of_answers_are_hidden() {
    let transport = MemoryTransport::answering(|_| {
        let response = http::Response::builder()
            .header("set-cookie", MARK)
            .body("null".into());
        response.map_err(TransportError::other)
    });
    let answer = client(&transport)
        .update_note("1", json!({}))
        .send_full()
        .await
        .expect("an answer");
    assert_silent(&format!("{answer:?}"));
    assert_eq!(answer.headers()["set-cookie"], MARK);
}

#[test]
fn options_show_names_alone() {
    let options = RequestOptions::new()
        .header("authorization", MARK)
        .query("token", MARK)
        .body_member("password", MARK)
        .idempotency_key(MARK);
    let shown = format!("{options:?}");
    assert!(!shown.contains(MARK), "{shown}");
    let names = ["authorization", "token", "password"];
    assert!(names.iter().all(|name| shown.contains(name)));
}

/// The error of a GET that is answered like this.
async fn answered(builder: ClientBuilder, status: StatusCode, body: &str) -> Error {
    let transport = MemoryTransport::new();
    let mut response = http::Response::new(body.to_owned().into());
    *response.status_mut() = status;
    transport.reply(response);
    let client = builder.transport(transport).build().expect("a client");
    client.list_notes().send().await.expect_err("a failure")
}

#[tokio::test]
async fn what_a_server_sends_back_is_hidden_in_every_form() {
    let login = loaded().credential_pair("Login", "hunter2 \"two\"", "p/w+hunter2");
    let encoded = "aHVudGVyMiAidHdvIjpwL3craHVudGVyMg==";
    for echo in [
        format!("{}{MARK}", "x".repeat(190)),
        format!("Authorization: Basic {encoded}"),
        "you sent hunter2 \"two\"".to_owned(),
    ] {
        let body = json!({ "message": echo }).to_string();
        let error = answered(login.clone(), StatusCode::BAD_REQUEST, &body).await;
        assert_error_silent(&error);
        assert!(!format!("{error}").contains(encoded), "{error}");
    }
}

#[tokio::test]
async fn a_secret_that_begins_with_another_is_hidden_whole() {
    let builder = builder().keys("hunter2-", "hunter2-hunter2-tail");
    let body = r#"{"message":"hunter2-hunter2-tail is no key"}"#;
    let error = answered(builder, StatusCode::BAD_REQUEST, body).await;
    assert_eq!(
        error.to_string(),
        "GET /notes: 400 Bad Request: [redacted] is no key"
    );
}

#[tokio::test]
async fn a_value_that_does_not_fit_is_not_shown() {
    let body = format!(r#"["a", {{"{MARK}": 1}}]"#);
    assert_error_silent(&answered(loaded(), StatusCode::OK, &body).await);
    let error = answered(loaded(), StatusCode::OK, &format!(r#""{MARK}""#)).await;
    assert_error_silent(&error);
    let source = error.source().expect("what was expected").to_string();
    assert!(source.contains("a string, expected a"), "{source}");
}

#[tokio::test]
async fn what_a_success_says_of_an_error_shows_no_secret() {
    let body = json!({ "ok": false, "error": format!("{MARK} is no key") }).to_string();
    let error = answered(loaded(), StatusCode::OK, &body).await;
    assert_error_silent(&error);
    let said = "the server says: [redacted] is no key";
    assert!(error.to_string().ends_with(said), "{error}");
}

#[test]
fn headers_of_a_client_may_be_credentials() {
    let builder = builder().keys("k", "s").header("X-Auth-Token", MARK);
    assert_silent(&format!("{builder:?}"));
    let client = builder.transport(MemoryTransport::new()).build();
    assert_silent(&format!("{:?}", client.expect("a client")));
}
