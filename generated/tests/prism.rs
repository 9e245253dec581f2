//! Every operation against Prism, a server that checks each request against the document, and that
//! nobody here wrote.
//!
//! `SENDBLUE_CONTACTS_TEST_URL` says where it listens.
#![cfg(feature = "reqwest")]

#[path = "support/samples.rs"]
mod samples;

use std::fmt::Debug;

use samples::john;
use sendblue_contacts::runtime::{Input, Method, Request, Security, StatusCode};
use sendblue_contacts::types::{
    self, BulkContact, BulkCreateParams, BulkDeleteParams, ContactCreateParams,
    ContactUpdateParams, ContactVerifyParams, ListContactsOrderDirection,
};
use sendblue_contacts::{Client, ClientBuilder, Error};
use serde::Serialize;
use serde_json::{Value, json};

const PHONE: &str = "+1234567890";

fn builder() -> ClientBuilder {
    let url = std::env::var("SENDBLUE_CONTACTS_TEST_URL").expect(
        "SENDBLUE_CONTACTS_TEST_URL, the base URL of a Prism that serves spec/contacts.yaml",
    );
    let builder = Client::builder().base_url(url);
    builder.api_key("key-id").api_secret("secret-key")
}

fn client() -> Client {
    builder().build().expect("a client")
}

/// A client for which Prism answers as it is told to, with whatever the document has under that.
fn client_preferring(answer: &str) -> Client {
    let builder = builder().header("prefer", answer);
    builder.build().expect("a client")
}

/// What Prism has against a request; it says so in a header.
fn violations(error: &Error) -> String {
    let header = error
        .headers()
        .and_then(|headers| headers.get("sl-violations"));
    let text = header.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
    text.unwrap_or_else(|| "none named".to_owned())
}

#[track_caller]
fn accepted<T>(outcome: Result<T, Error>) -> T {
    outcome.unwrap_or_else(|error| panic!("{error:#?}\nviolations: {}", violations(&error)))
}

#[track_caller]
fn refused<T: Debug>(outcome: Result<T, Error>, status: u16) -> Error {
    let error = outcome.expect_err("Prism to refuse the request");
    let violations = violations(&error);
    assert_eq!(
        error.status(),
        StatusCode::from_u16(status).ok(),
        "{error:#?}\nviolations: {violations}"
    );
    error
}

/// The call was accepted, and the answer is the example that the document gives.
#[track_caller]
fn assert_example<T: Serialize>(outcome: Result<T, Error>, example: Value) {
    let answer = accepted(outcome);
    assert_eq!(serde_json::to_value(answer).expect("JSON"), example);
}

#[tokio::test]
#[ignore = "needs Prism: see CONTRIBUTING"]
async fn list_contacts() {
    let call = client()
        .list_contacts()
        .cid("c-1")
        .limit(50)
        .offset(100)
        .order_by("created_at")
        .order_direction(ListContactsOrderDirection::Desc)
        .phone_number(PHONE);
    assert_example(
        call.send().await,
        json!([
            {
                "created_at": "2024-01-15T10:30:00Z",
                "first_name": "John",
                "last_name": "Doe",
                "phone": "+1234567890",
                "tags": ["customer", "vip"],
                "verified": true,
            },
            {
                "created_at": "2024-02-20T08:00:00Z",
                "company_name": "Example Corp",
                "phone": "+1987654322",
                "tags": [],
                "verified": false,
            },
        ]),
    );
}

#[tokio::test]
#[ignore = "needs Prism: see CONTRIBUTING"]
async fn create_contact() {
    let contact = ContactCreateParams::new(PHONE)
        .assigned_to_email("user@example.com")
        .first_name("John")
        .last_name("Doe")
        .sendblue_number("+1987654321")
        .tags(["customer".to_owned()])
        .update_if_exists(true);
    assert_example(
        client().create_contact(contact).send().await,
        json!({
            "contact": {
                "created_at": "2024-01-15T10:30:00Z",
                "first_name": "John",
                "last_name": "Doe",
                "phone": "+1234567890",
                "tags": ["customer"],
                "verified": false,
            },
            "status": "OK",
        }),
    );
}

#[tokio::test]
#[ignore = "needs Prism: see CONTRIBUTING"]
async fn bulk_delete_contacts() {
    let contacts = BulkDeleteParams::new([PHONE.to_owned(), "+1987654322".to_owned()]);
    assert_example(
        client().bulk_delete_contacts(contacts).send().await,
        json!({ "amount": 2, "status": "OK" }),
    );
}

#[tokio::test]
#[ignore = "needs Prism: see CONTRIBUTING"]
async fn bulk_create_contacts() {
    let contacts = BulkCreateParams::new([
        BulkContact::new(PHONE)
            .first_name("John")
            .last_name("Doe")
            .tags(["customer".to_owned()]),
        BulkContact::new("+1987654322").company_name("Example Corp"),
    ]);
    assert_example(
        client().bulk_create_contacts(contacts).send().await,
        json!({
            "contacts": [
                {
                    "created_at": "2024-01-15T10:30:00Z",
                    "first_name": "John",
                    "last_name": "Doe",
                    "phone": "+1234567890",
                    "tags": ["customer"],
                },
                {
                    "created_at": "2024-01-15T10:30:00Z",
                    "company_name": "Example Corp",
                    "phone": "+1987654322",
                },
            ],
            "status": "OK",
        }),
    );
}

#[tokio::test]
#[ignore = "needs Prism: see CONTRIBUTING"]
async fn count_contacts() {
    let call = client().count_contacts();
    assert_example(call.send().await, json!({ "count": 150 }));
}

#[tokio::test]
#[ignore = "needs Prism: see CONTRIBUTING"]
async fn verify_contact() {
    let call = client().verify_contact(ContactVerifyParams::new(PHONE));
    assert_example(call.send().await, json!({ "status": "OK" }));
}

#[tokio::test]
#[ignore = "needs Prism: see CONTRIBUTING"]
async fn retrieve_contact() {
    let call = client().retrieve_contact(PHONE);
    let example = json!({ "contact": john(), "status": "OK" });
    assert_example(call.send().await, example);
}

#[tokio::test]
#[ignore = "needs Prism: see CONTRIBUTING"]
#[expect(deprecated, reason = "the document still has the twins")]
async fn update_contact() {
    let nothing = ContactUpdateParams::new();
    let everything = ContactUpdateParams::new()
        .assigned_to_email("user@example.com")
        .assignedToEmail("user@example.com")
        .company_name("Example Corp")
        .companyName("Example Corp")
        .first_name("John")
        .firstName("John")
        .last_name("Doe")
        .lastName("Doe")
        .sendblue_number("+1987654321")
        .sendblueNumber("+1987654321")
        .tags(["customer".to_owned(), "vip".to_owned()]);
    for changes in [nothing, everything] {
        let call = client().update_contact(PHONE, changes);
        let example = json!({ "contact": john(), "status": "OK" });
        assert_example(call.send().await, example);
    }
}

#[tokio::test]
#[ignore = "needs Prism: see CONTRIBUTING"]
async fn delete_contact() {
    let call = client().delete_contact(PHONE);
    assert_example(call.send().await, json!({ "status": "OK" }));
}

#[tokio::test]
#[ignore = "needs Prism: see CONTRIBUTING"]
async fn whatever_the_document_allows_is_decoded() {
    let client = client_preferring("dynamic=true");
    for _ in 0..10 {
        accepted(client.list_contacts().send().await);
        accepted(client.count_contacts().send().await);
        accepted(client.retrieve_contact(PHONE).send().await);
    }
}

#[tokio::test]
#[ignore = "needs Prism: see CONTRIBUTING"]
async fn a_call_without_both_keys_is_unauthorized() {
    let alternatives: [Security; 3] = [&[], &[&["ApiKeyAuth"]], &[&["ApiSecretAuth"]]];
    for security in alternatives {
        let call = client().request(Method::GET, "/api/v2/contacts/count");
        let error = refused(call.security(security).send().await, 401);
        assert!(error.is_unauthorized());
    }
}

#[tokio::test]
#[ignore = "needs Prism: see CONTRIBUTING"]
async fn a_direction_that_the_document_does_not_list_is_refused() {
    let call = client().list_contacts().order_direction("up");
    let error = refused(call.send().await, 422);
    assert!(violations(&error).contains("order_direction"), "{error:#?}");

    let body: types::Error = error.decode_body().expect("an error of the document");
    assert_eq!(body.status.as_deref(), Some("ERROR"));
    assert_eq!(body.message.as_deref(), Some("The call failed"));
}

#[tokio::test]
#[ignore = "needs Prism: see CONTRIBUTING"]
async fn bodies_that_do_not_fit_the_document_are_refused() {
    let put = |body: Value| {
        let call = client().request(Method::PUT, "/api/v2/contacts/{phone_number}");
        call.with(Input::path("phone_number"), PHONE)
            .with(Input::json(), &body)
    };
    let post = |path, body: Value| {
        let call = client().request(Method::POST, path);
        call.with(Input::json(), &body)
    };
    let table: [(Request, u16, &str); 4] = [
        (put(json!({ "first_name": 7 })), 422, "first_name"),
        (put(json!({ "tags": "vip" })), 422, "tags"),
        (post("/api/v2/contacts", json!({})), 400, "number"),
        (post("/api/v2/contacts/verify", json!({})), 422, "number"),
    ];
    for (call, status, property) in table {
        let error = refused(call.send().await, status);
        assert!(error.is_invalid());
        assert!(violations(&error).contains(property), "{error:#?}");
    }
}

#[tokio::test]
#[ignore = "needs Prism: see CONTRIBUTING"]
async fn documented_errors_are_told_apart() {
    let client = client_preferring("code=404");
    let error = refused(client.retrieve_contact(PHONE).send().await, 404);
    assert!(error.is_not_found());
    assert_eq!(
        error.to_string(),
        "GET /api/v2/contacts/{phone_number}: 404 Not Found: Contact not found"
    );

    let client = client_preferring("code=409");
    let call = client.create_contact(ContactCreateParams::new(PHONE));
    let error = refused(call.send().await, 409);
    assert!(error.is_conflict());
    let body: types::Error = error.decode_body().expect("an error of the document");
    assert_eq!(body.message.as_deref(), Some("Contact already exists"));

    let client = client_preferring("code=500");
    let error = refused(client.count_contacts().send().await, 500);
    assert!(error.is_server_error() && error.is_retryable());
}
