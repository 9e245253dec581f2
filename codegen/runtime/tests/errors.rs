//! What an error says, keeps and answers.
#![cfg(feature = "test-support")]

use std::collections::BTreeMap;
use std::error::Error as _;

use openapi_bindgen_runtime::runtime::transport::{MemoryTransport, TransportError};
use openapi_bindgen_runtime::runtime::{Error, ErrorKind, StatusCode};
use openapi_bindgen_runtime::samples::http::client;
use serde_json::json;

/// The error of a call that is answered so.
async fn answered(status: u16, body: &str) -> Error {
    let transport = MemoryTransport::new();
    let response = http::Response::builder()
        .status(status)
        .header("x-request-id", "r-1")
        .body(body.to_owned().into());
    transport.reply(response.expect("a response"));
    client(&transport)
        .list_notes()
        .send()
        .await
        .expect_err("an error")
}

async fn failed(error: TransportError) -> Error {
    let transport = MemoryTransport::new();
    transport.fail(error);
    client(&transport)
        .list_notes()
        .send()
        .await
        .expect_err("an error")
}

#[tokio::test]
async fn what_the_server_says_is_in_the_text() {
    let long = "x".repeat(300);
    let cut = format!("{}...", "x".repeat(200));
    let table = [
        (
            r#"{"status":"ERROR","message":"Contact already exists"}"#,
            "Contact already exists",
        ),
        (
            r#"{"error_code":4000,"message":"Missing fields"}"#,
            "Missing fields",
        ),
        (
            r#"{"status":"ERROR","error_code":5003,"error_message":"No line"}"#,
            "No line",
        ),
        (r#"{"error":"Not yours"}"#, "Not yours"),
        (
            r#"{"error":{"code":"x","message":"Nested","details":[]}}"#,
            "Nested",
        ),
        // Elasticsearch, whose `status` is a number, and Qdrant, whose `result` is null then.
        (
            r#"{"error":{"root_cause":[],"type":"x","reason":"no such index"},"status":404}"#,
            "no such index",
        ),
        (
            r#"{"result":null,"status":{"error":"Not found: it"},"time":0.1}"#,
            "Not found: it",
        ),
        (r#"{"title":"Problem","detail":"Detail"}"#, "Detail"),
        (r#"{"message":"","error":"Second"}"#, "Second"),
        (
            "<html>\r\n<body>Bad\tGateway</body>",
            "<html> <body>Bad Gateway</body>",
        ),
        (r#"{"errors":[{"message":"First"}]}"#, "First"),
        (r#""A sentence""#, "A sentence"),
        (&long, &cut),
    ];
    // An object without a sentence may say anything.
    let silent = answered(422, r#"{"code":7,"patient":"Jane"}"#).await;
    assert_eq!(silent.to_string(), "GET /notes: 422 Unprocessable Entity");
    for (body, expected) in table {
        assert_eq!(
            answered(409, body).await.to_string(),
            format!("GET /notes: 409 Conflict: {expected}")
        );
    }
    assert_eq!(
        answered(502, " \n").await.to_string(),
        "GET /notes: 502 Bad Gateway"
    );
}

#[tokio::test]
async fn the_answer_is_kept() {
    let error = answered(422, r#"{"message":"no","fields":{"a":"b"}}"#).await;
    assert_eq!(error.kind(), ErrorKind::Status);
    assert_eq!(error.status(), Some(StatusCode::UNPROCESSABLE_ENTITY));
    assert_eq!(
        error.headers().map(|headers| &headers["x-request-id"]),
        Some(&"r-1".parse().expect("a value"))
    );
    assert_eq!(error.body().map(|body| body.len()), Some(35));
    assert_eq!(
        error.body_text().as_deref(),
        Some(r#"{"message":"no","fields":{"a":"b"}}"#)
    );
    assert!(error.source().is_none());
}

#[tokio::test]
async fn documented_bodies_decode_on_demand() {
    let error = answered(400, r#"{"message":"no"}"#).await;
    let body: BTreeMap<String, String> = error.decode_body().expect("a map of texts");
    assert_eq!(body["message"], "no");

    let misfit = error
        .decode_body::<BTreeMap<String, i64>>()
        .expect_err("no number");
    assert_eq!(misfit.kind(), ErrorKind::Decode);
    assert_eq!(misfit.path(), Some("message"));
    assert_eq!(misfit.status(), Some(StatusCode::BAD_REQUEST));

    let nothing = failed(TransportError::other("reset")).await;
    assert!(
        nothing
            .decode_body::<String>()
            .expect_err("no body")
            .is_decode()
    );
}

#[tokio::test]
async fn every_status_but_2xx_is_an_error() {
    for status in [304, 302, 307, 400, 404, 499, 500, 599] {
        let error = answered(status, "[]").await;
        assert!(error.is_status(), "{status}");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
    }
}

#[tokio::test]
async fn predicates_answer_for_their_status() {
    type Predicate = fn(&Error) -> bool;
    let table: [(Predicate, &[u16]); 8] = [
        (Error::is_invalid, &[400, 422]),
        (Error::is_unauthorized, &[401]),
        (Error::is_forbidden, &[403]),
        (Error::is_not_found, &[404]),
        (Error::is_conflict, &[409]),
        (Error::is_rate_limited, &[429]),
        (Error::is_server_error, &[500, 503]),
        (Error::is_retryable, &[408, 429, 500, 503]),
    ];
    for status in [302, 400, 401, 403, 404, 408, 409, 422, 429, 500, 503] {
        let error = answered(status, "").await;
        for (at, (predicate, statuses)) in table.iter().enumerate() {
            assert_eq!(
                predicate(&error),
                statuses.contains(&status),
                "predicate {at} for {status}"
            );
        }
        assert!(!error.is_timeout() && !error.is_connect() && !error.is_decode());
    }
}

#[tokio::test]
async fn failures_on_the_way_are_told_apart() {
    let error = failed(TransportError::connect("refused")).await;
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert!(error.is_connect() && error.is_retryable() && !error.is_status());
    assert_eq!(
        error.to_string(),
        "GET /notes: could not connect to the server"
    );
    assert_eq!(
        error.source().map(ToString::to_string).as_deref(),
        Some("refused")
    );

    let error = failed(TransportError::other("reset")).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(!error.is_connect() && error.is_retryable());
    assert_eq!(
        error.to_string(),
        "GET /notes: the connection failed before the whole answer was there"
    );
    assert!(error.status().is_none() && error.headers().is_none() && error.body().is_none());
}

#[tokio::test]
async fn answers_that_do_not_fit_are_errors_with_their_place() {
    let error = answered(200, r#"["a","b",3]"#).await;
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.is_decode() && !error.is_retryable());
    assert_eq!(error.path(), Some("[2]"));
    assert_eq!(
        error.to_string(),
        "GET /notes: the answer does not fit the document at `[2]`"
    );
    assert_eq!(error.status(), Some(StatusCode::OK));
    assert_eq!(error.body_text().as_deref(), Some(r#"["a","b",3]"#));
    assert!(
        error
            .source()
            .is_some_and(|source| source.is::<serde_json::Error>())
    );

    let error = answered(200, "<html>").await;
    assert_eq!(
        error.to_string(),
        "GET /notes: the answer does not fit the document"
    );
    assert_eq!(error.path(), None);
}

#[tokio::test]
async fn an_answer_that_does_not_fit_says_what_the_server_says_of_an_error() {
    let misfit = "GET /notes: the answer does not fit the document";
    let large = format!(r#"{{"error":"e","data":"{}"}}"#, "x".repeat(1 << 16));
    let table = [
        // Slack, OAuth, JSON-RPC and GraphQL.
        (
            r#"{"ok":false,"error":"invalid_auth"}"#,
            Some("invalid_auth"),
        ),
        (
            r#"{"error":"invalid_grant","error_description":"It is\nover"}"#,
            Some("It is over"),
        ),
        (r#"{"error":{"code":1,"message":"No"}}"#, Some("No")),
        (
            r#"{"data":null,"errors":[{"message":"First"}]}"#,
            Some("First"),
        ),
        // Any of this may be what was asked for.
        (
            r#"{"message":"m","title":"t","detail":"d","msg":"m"}"#,
            None,
        ),
        (r#"{"error":null,"errors":[]}"#, None),
        (r#""a text""#, None),
        ("error", None),
        (&large, None),
    ];
    for (body, said) in table {
        let error = answered(200, body).await;
        assert_eq!(error.kind(), ErrorKind::Decode);
        let expected = said.map_or_else(
            || misfit.to_owned(),
            |said| format!("{misfit}; the server says: {said}"),
        );
        assert_eq!(error.to_string(), expected, "{body:.100}");
        assert_eq!(error.body_text().as_deref(), Some(body));
    }
}

#[tokio::test]
async fn an_empty_answer_is_not_json() {
    for body in ["", " \r\n"] {
        let error = answered(204, body).await;
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert_eq!(
            error.to_string(),
            "GET /notes: the answer is empty where JSON was expected"
        );
    }
}

#[test]
fn errors_are_small_and_shareable() {
    fn shareable<T: Clone + Send + Sync + 'static>() {}
    shareable::<Error>();
    assert_eq!(size_of::<Error>(), size_of::<usize>());
}

#[tokio::test]
async fn bodies_stay_out_of_debug_output() {
    let error = answered(
        400,
        &json!({ "message": "no", "private": "4711" }).to_string(),
    )
    .await;
    assert!(!format!("{error:?}").contains("4711"));
}
