//! What users of a client write to test their own code.
#![cfg(feature = "test-support")]

use std::panic::{AssertUnwindSafe, catch_unwind};

use openapi_bindgen_runtime::runtime::transport::{MemoryTransport, TransportError};
use openapi_bindgen_runtime::runtime::{Client, ErrorKind, RetryPolicy, StatusCode};
use openapi_bindgen_runtime::samples::http::{builder, client};
use serde_json::json;

#[tokio::test]
async fn a_call_that_is_expected_gets_its_answer() {
    let transport = MemoryTransport::new();
    let client = client(&transport);
    transport
        .expect(client.list_notes().limit(2))
        .answer(&vec!["a".to_owned(), "b".to_owned()]);
    transport
        .expect(client.update_note("1", json!({ "text": "x", "n": 1 })))
        .answer_json(&json!({ "id": 1 }));
    transport
        .expect(client.delete_note("1"))
        .answer_status(StatusCode::NOT_FOUND, &json!({ "message": "gone" }));
    transport
        .expect(client.delete_note("2"))
        .fail(TransportError::connect("refused"));

    assert_eq!(
        client.list_notes().limit(2).send().await.expect("notes"),
        ["a", "b"]
    );
    let note = client
        .update_note("1", json!({ "n": 1, "text": "x" }))
        .send()
        .await;
    assert_eq!(note.expect("a note"), json!({ "id": 1 }));
    assert!(
        client
            .delete_note("1")
            .send()
            .await
            .expect_err("gone")
            .is_not_found()
    );
    assert!(
        client
            .delete_note("2")
            .send()
            .await
            .expect_err("refused")
            .is_connect()
    );
    transport.finish();
}

/// What is said of a call that comes in place of `list_notes().limit(2).trace("t")`.
async fn said(call: impl AsyncFn(&Client)) -> String {
    let transport = MemoryTransport::new();
    let client = client(&transport);
    transport
        .expect(client.list_notes().limit(2).trace("t"))
        .answer(&vec![]);
    call(&client).await;
    let finished = catch_unwind(AssertUnwindSafe(|| transport.finish()));
    let panic = finished.expect_err("it has something to say");
    panic.downcast_ref::<String>().expect("a text").clone()
}

#[tokio::test]
async fn what_is_different_is_said() {
    let difference = said(async |client| {
        let error = client
            .list_notes()
            .limit(3)
            .trace("t")
            .send()
            .await
            .expect_err("another limit");
        let source = std::error::Error::source(&error).expect("a source");
        assert_eq!(
            source.to_string(),
            "GET /notes came with the query `limit=3` where `limit=2` was expected"
        );
    });
    assert_eq!(
        difference.await,
        "GET /notes came with the query `limit=3` where `limit=2` was expected"
    );
    let difference = said(async |client| {
        client
            .list_notes()
            .limit(2)
            .send()
            .await
            .expect_err("no trace");
    });
    assert_eq!(
        difference.await,
        "GET /notes came with the header `x-trace` None where \"t\" was expected"
    );
    let difference = said(async |client| {
        client
            .delete_note("1")
            .send()
            .await
            .expect_err("another operation");
    });
    assert_eq!(
        difference.await,
        "GET /notes came with the request `DELETE /api/notes/1` where `GET /api/notes` was expected"
    );
    let missing = said(async |_| ());
    assert_eq!(missing.await, "GET /notes did not come");
}

#[tokio::test]
async fn a_body_is_compared_as_what_it_is() {
    let transport = MemoryTransport::new();
    let client = client(&transport);
    transport
        .expect(client.update_note("1", json!({ "n": 1 })))
        .answer_json(&json!({}));
    let error = client
        .update_note("1", json!({ "n": 2 }))
        .send()
        .await
        .expect_err("another body");
    let source = std::error::Error::source(&error).expect("a source");
    assert_eq!(
        source.to_string(),
        r#"PUT /notes/{id} came with the body `{"n":2}` where `{"n":1}` was expected"#
    );
}

#[tokio::test]
async fn credentials_are_not_compared() {
    let transport = MemoryTransport::new();
    let expecting = client(&transport);
    transport.expect(expecting.list_notes()).answer(&vec![]);
    let other = builder()
        .keys("another-id", "another-secret")
        .transport(transport.clone());
    other
        .build()
        .expect("a client")
        .list_notes()
        .send()
        .await
        .expect("the same call");
    transport.finish();
}

#[tokio::test]
async fn a_call_that_is_not_expected_is_not_made_again() {
    let transport = MemoryTransport::new();
    let builder = builder().keys("id", "secret").retry(RetryPolicy::default());
    let client = builder
        .transport(transport.clone())
        .build()
        .expect("a client");
    transport
        .expect(client.list_notes().limit(1))
        .answer(&vec![]);
    transport
        .expect(client.list_notes().limit(2))
        .answer(&vec![]);
    let error = client
        .list_notes()
        .limit(2)
        .send()
        .await
        .expect_err("another one");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Request, 1));
    assert_eq!(transport.requests().len(), 1);
}
