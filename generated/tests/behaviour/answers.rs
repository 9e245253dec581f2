//! Answers as the live API gives them, which is not always as its document says.

use sendblue_contacts::Error;
use sendblue_contacts::types::{Contact, ContactRetrieveResponse};
use serde_json::{Value, json};

use crate::server::Server;

async fn retrieved(body: Value) -> Result<ContactRetrieveResponse, Error> {
    let server = Server::answering(&body);
    server.client().retrieve_contact("+1").send().await
}

/// The contact in an answer that is expected to decode.
async fn contact(contact: Value) -> Contact {
    let answer = retrieved(json!({ "contact": contact })).await;
    answer.expect("an answer").contact.expect("a contact")
}

#[tokio::test]
async fn both_twins_may_be_in_one_object() {
    let ada = contact(json!({
        "firstName": "b",
        "first_name": "a",
        "lastName": "Lovelace",
        "last_name": "Lovelace",
        "createdAt": 1705314600,
        "tags": [],
    }))
    .await;
    assert_eq!(ada.first_name.as_deref(), Some("a"));
    assert_eq!(ada.last_name.as_deref(), Some("Lovelace"));
    assert_eq!(ada.created_at, None);
    assert_eq!(ada.tags, Some(vec![]));
}

#[tokio::test]
async fn every_property_may_be_null() {
    let nobody = contact(json!({
        "assigned_to_email": null,
        "company_name": null,
        "created_at": null,
        "first_name": null,
        "last_name": null,
        "phone": null,
        "sendblue_number": null,
        "tags": null,
        "verified": null,
    }))
    .await;
    assert_eq!(nobody, Contact::default());

    let nothing = retrieved(json!({ "contact": null, "status": null })).await;
    assert_eq!(
        nothing.expect("an answer"),
        ContactRetrieveResponse::default()
    );
}

#[tokio::test]
async fn unknown_properties_are_no_trouble() {
    let ada = contact(json!({
        "x_score": { "deep": [1, { "er": null }] },
        "first_name": "Ada",
        "": "no name at all",
    }))
    .await;
    assert_eq!(ada.first_name.as_deref(), Some("Ada"));
}

#[tokio::test]
async fn a_time_is_kept_to_the_letter() {
    for text in ["2024-01-15T10:30:00.000+02:00", "yesterday", ""] {
        let contact = contact(json!({ "created_at": text })).await;
        assert_eq!(contact.created_at.expect("a time").as_str(), text);
    }
}

#[tokio::test]
async fn a_200_may_say_that_something_went_wrong() {
    let answer = retrieved(json!({ "status": "ERROR", "message": "No line" })).await;
    assert_eq!(answer.expect("an answer").status.as_deref(), Some("ERROR"));
}

#[tokio::test]
async fn status_and_headers_come_with_the_whole_answer() {
    let response = http::Response::builder()
        .status(201)
        .header("x-request-id", "r-1")
        .body(r#"{"count":3}"#);
    let server = Server::replying(response.expect("a response"));
    let call = server.client().count_contacts();
    let answer = call.send_full().await.expect("an answer");
    assert_eq!(answer.status().as_u16(), 201);
    assert_eq!(answer.headers()["x-request-id"], "r-1");
    assert_eq!(answer.into_body().count, Some(3));
}

#[tokio::test]
async fn a_count_may_be_spelled_with_a_fraction_of_nothing() {
    for text in [r#"{"count":150.0}"#, r#"{"count":1.5e2}"#] {
        let server = Server::replying(http::Response::new(text));
        let answer = server.client().count_contacts().send().await;
        assert_eq!(answer.expect("a count").count, Some(150));
    }
}

#[tokio::test]
async fn a_list_is_never_taken_for_an_object() {
    let table = [
        (json!([]), None),
        (json!(["+1", "OK"]), None),
        (json!({ "contact": [] }), Some("contact")),
        (json!({ "contact": ["user@example.com"] }), Some("contact")),
    ];
    for (body, path) in table {
        let error = retrieved(body).await.expect_err("a misfit");
        assert!(error.is_decode(), "{error}");
        assert_eq!(error.path(), path);
    }
}

#[tokio::test]
async fn what_does_not_fit_is_named_by_its_place() {
    let table = [
        (
            json!({ "contact": { "tags": ["a", 7] } }),
            "contact.tags[1]",
        ),
        (
            json!({ "contact": { "verified": "yes" } }),
            "contact.verified",
        ),
        (json!({ "contact": "Ada" }), "contact"),
        (json!({ "status": 200 }), "status"),
    ];
    for (body, path) in table {
        let error = retrieved(body.clone()).await.expect_err("a misfit");
        assert_eq!(error.path(), Some(path));
        assert_eq!(
            error.to_string(),
            format!(
                "GET /api/v2/contacts/{{phone_number}}: \
                 the answer does not fit the document at `{path}`"
            )
        );
        assert!(error.is_decode() && !error.is_retryable());
        assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
        assert_eq!(error.body_text(), Some(body.to_string().into()));
    }
}

#[tokio::test]
async fn a_misfit_in_a_list_is_named_by_its_index() {
    let server = Server::answering(&json!([{ "phone": "+1" }, { "phone": 1 }]));
    let error = server.client().list_contacts().send().await;
    assert_eq!(error.expect_err("a misfit").path(), Some("[1].phone"));
}

#[tokio::test]
async fn a_count_beyond_64_bits_is_a_misfit() {
    let server = Server::replying(http::Response::new(r#"{"count":9223372036854775808}"#));
    let error = server.client().count_contacts().send().await;
    assert_eq!(error.expect_err("a misfit").path(), Some("count"));
}

#[tokio::test]
async fn an_answer_that_is_no_json_is_kept() {
    for body in ["", "OK", r#"{"contact":{"#, "{} {}"] {
        let server = Server::replying(http::Response::new(body));
        let outcome = server.client().retrieve_contact("+1").send().await;
        let error = outcome.expect_err("a misfit");
        assert!(error.is_decode(), "{error}");
        assert_eq!(error.body_text().as_deref(), Some(body));
    }
}
