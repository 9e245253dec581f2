//! Calls that fail, and all that can be learnt from the error.

use sendblue_contacts::runtime::transport::{MemoryTransport, TransportError};
use sendblue_contacts::runtime::wire::Maybe;
use sendblue_contacts::types::{self, ContactCreateParams};
use sendblue_contacts::{Client, Error, ErrorKind, RetryPolicy};
use serde_json::{Value, json};

use crate::server::{KEY, SECRET, Server};

async fn refused(status: u16, body: &Value) -> Error {
    let server = Server::refusing(status, body);
    let call = server
        .client()
        .create_contact(ContactCreateParams::new("+1"));
    call.send().await.expect_err("a refusal")
}

#[tokio::test]
async fn all_five_shapes_of_a_refusal_are_told_kept_and_decoded() {
    let table = [
        (
            409,
            json!({ "status": "ERROR", "message": "Contact already exists" }),
            "409 Conflict: Contact already exists",
        ),
        (
            400,
            json!({ "error_code": 4000, "message": "Missing fields" }),
            "400 Bad Request: Missing fields",
        ),
        (
            429,
            json!({
                "status": "ERROR",
                "error_code": "SMS_LIMIT_REACHED",
                "error_message": "Limit reached",
            }),
            "429 Too Many Requests: Limit reached",
        ),
        (
            401,
            json!({ "error": "Invalid API key" }),
            "401 Unauthorized: Invalid API key",
        ),
        (
            422,
            json!({ "error": { "code": "invalid", "message": "Bad number", "details": ["number"] } }),
            "422 Unprocessable Entity: Bad number",
        ),
    ];
    for (status, body, text) in table {
        let error = refused(status, &body).await;
        assert_eq!(error.to_string(), format!("POST /api/v2/contacts: {text}"));
        assert_eq!(error.kind(), ErrorKind::Status);
        assert_eq!(error.body_text(), Some(body.to_string().into()));

        let decoded: types::Error = error.decode_body().expect("an error of the document");
        assert_eq!(serde_json::to_value(decoded).expect("JSON"), body);
    }
}

#[tokio::test]
async fn a_decoded_refusal_has_typed_parts() {
    let body = json!({ "status": "ERROR", "error_code": 5003, "error_message": null });
    let decoded: types::Error = refused(500, &body).await.decode_body().expect("an error");
    assert_eq!(decoded.status.as_deref(), Some("ERROR"));
    assert_eq!(decoded.error_code, Some(json!(5003)));
    assert_eq!(decoded.error_message, Maybe::Null);
    assert_eq!(decoded.message, None);
}

#[tokio::test]
async fn a_status_is_asked_for_by_name() {
    type Predicate = fn(&Error) -> bool;
    let table: [(u16, Predicate, bool); 9] = [
        (400, Error::is_invalid, false),
        (401, Error::is_unauthorized, false),
        (403, Error::is_forbidden, false),
        (404, Error::is_not_found, false),
        (409, Error::is_conflict, false),
        (422, Error::is_invalid, false),
        (429, Error::is_rate_limited, true),
        (500, Error::is_server_error, true),
        (503, Error::is_server_error, true),
    ];
    for (status, predicate, retryable) in table {
        let error = refused(status, &json!({ "message": "No" })).await;
        assert!(predicate(&error) && error.is_status(), "{error}");
        assert_eq!(error.is_retryable(), retryable, "{error}");
        assert_eq!(error.status().map(|known| known.as_u16()), Some(status));
        assert_eq!(error.is_not_found(), status == 404);
    }
}

#[tokio::test]
async fn a_contact_that_is_not_there_is_not_found() {
    let server = Server::refusing(404, &json!({ "message": "Contact not found" }));
    let outcome = server.client().delete_contact("+1").send().await;
    let error = outcome.expect_err("no such contact");
    assert!(error.is_not_found());
    assert_eq!(
        error.to_string(),
        "DELETE /api/v2/contacts/{phone_number}: 404 Not Found: Contact not found"
    );
}

#[tokio::test]
async fn a_gateway_that_speaks_html_is_quoted_and_kept() {
    let page = "<html>\n<h1>Bad Gateway</h1>\n</html>";
    let response = http::Response::builder()
        .status(502)
        .header("retry-after", "7")
        .body(page);
    let server = Server::replying(response.expect("a response"));
    let outcome = server.client().count_contacts().send().await;
    let error = outcome.expect_err("a bad gateway");
    assert_eq!(
        error.to_string(),
        "GET /api/v2/contacts/count: 502 Bad Gateway: <html> <h1>Bad Gateway</h1> </html>"
    );
    assert!(error.is_server_error() && error.is_retryable());
    assert_eq!(error.headers().expect("headers")["retry-after"], "7");
    assert_eq!(error.body_text().as_deref(), Some(page));

    let undecodable = error.decode_body::<types::Error>().expect_err("no JSON");
    assert!(undecodable.is_decode());
    assert_eq!(undecodable.body_text().as_deref(), Some(page));
}

#[tokio::test]
async fn a_connection_that_fails_has_no_answer() {
    let transport = MemoryTransport::new();
    transport.fail(TransportError::connect("the port is shut"));
    let builder = Client::builder().api_key(KEY).api_secret(SECRET);
    let builder = builder.retry(RetryPolicy::never());
    let client = builder.transport(transport).build().expect("a client");
    let outcome = client.count_contacts().send().await;
    let error = outcome.expect_err("no connection");
    assert!(error.is_connect() && error.is_retryable());
    assert_eq!(error.status(), None);
    assert_eq!(error.body(), None);
    let source = std::error::Error::source(&error).expect("a cause");
    assert_eq!(source.to_string(), "the port is shut");
}
