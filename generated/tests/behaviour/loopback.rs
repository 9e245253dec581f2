//! Calls over real HTTP, from the built-in client to a socket of this machine.

#[path = "../support/answer_once.rs"]
mod answer_once;

use answer_once::answer_once;
use sendblue_contacts::Client;
use sendblue_contacts::types::ContactUpdateParams;

use crate::server::{KEY, SECRET};

fn client(base_url: &str) -> Client {
    let builder = Client::builder().api_key(KEY).api_secret(SECRET);
    builder.base_url(base_url).build().expect("a client")
}

/// Checks the request line, the headers that every call has, and the body.
fn assert_request(request: &str, line: &str, body: &str) {
    let (head, sent) = request.split_once("\r\n\r\n").expect("an empty line");
    let lines: Vec<&str> = head.lines().collect();
    assert_eq!(lines[0], line);
    for header in [
        "accept: application/json",
        "sb-api-key-id: key-id-4711",
        "sb-api-secret-key: secret-cafe-babe",
        concat!("user-agent: sendblue-contacts/", env!("CARGO_PKG_VERSION")),
    ] {
        assert!(lines.contains(&header), "no `{header}` in {head}");
    }
    assert_eq!(
        lines.contains(&"content-type: application/json"),
        !body.is_empty()
    );
    assert_eq!(sent, body);
}

#[tokio::test]
async fn update_contact_goes_over_http() {
    let (url, request) = answer_once(r#"{"contact":{"first_name":"Ada"},"status":"OK"}"#);
    let changes = ContactUpdateParams::new().first_name("Ada");
    // Spawned, as a program would do it.
    let call = tokio::spawn(client(&url).update_contact("+14155551234", changes).send());
    let answer = call.await.expect("no panic").expect("a contact");

    let name = answer.contact.and_then(|ada| ada.first_name);
    assert_eq!(name.as_deref(), Some("Ada"));
    assert_request(
        &request.join().expect("a request"),
        "PUT /api/v2/contacts/%2B14155551234 HTTP/1.1",
        r#"{"first_name":"Ada"}"#,
    );
}

#[tokio::test]
async fn list_contacts_goes_over_http() {
    let (url, request) = answer_once(r#"[{"phone":"+14155551234","phoneNumber":"+1"},{}]"#);
    let call = client(&url).list_contacts().limit(2).phone_number("+1");
    let answer = call.send_full().await.expect("contacts");

    assert_eq!(answer.headers()["content-type"], "application/json");
    assert_eq!(answer.body().len(), 2);
    assert_request(
        &request.join().expect("a request"),
        "GET /api/v2/contacts?limit=2&phone_number=%2B1 HTTP/1.1",
        "",
    );
}
