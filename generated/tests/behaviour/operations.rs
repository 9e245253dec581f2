//! Every operation: all that it sends, and its answer decoded.

use sendblue_contacts::types::{
    BulkContact, BulkCreateParams, BulkDeleteParams, ContactCreateParams, ContactUpdateParams,
    ContactVerifyParams, ListContactsOrderDirection,
};
use serde_json::json;

use crate::samples::john;
use crate::server::Server;

/// A request without a body, whole.
fn plain(line: &str) -> String {
    format!(
        "{line}\n\
         accept: application/json\n\
         sb-api-key-id: key-id-4711\n\
         sb-api-secret-key: secret-cafe-babe\n\
         user-agent: sendblue-contacts/{}\n\
         \n",
        env!("CARGO_PKG_VERSION"),
    )
}

/// A request with a JSON body, whole.
fn carrying(line: &str, body: &str) -> String {
    format!(
        "{line}\n\
         accept: application/json\n\
         content-type: application/json\n\
         sb-api-key-id: key-id-4711\n\
         sb-api-secret-key: secret-cafe-babe\n\
         user-agent: sendblue-contacts/{}\n\
         \n\
         {body}",
        env!("CARGO_PKG_VERSION"),
    )
}

#[tokio::test]
async fn list_contacts() {
    let server = Server::answering(&json!([john(), { "phone": "+1987654322" }]));
    let call = server.client().list_contacts();
    let contacts = call.send().await.expect("contacts");

    assert_eq!(
        server.saw(),
        plain("GET https://api.sendblue.co/api/v2/contacts")
    );
    assert_eq!(contacts.len(), 2);
    assert_eq!(contacts[0].first_name.as_deref(), Some("John"));
    assert_eq!(contacts[1].phone.as_deref(), Some("+1987654322"));
    assert_eq!(contacts[1].first_name, None);
}

#[tokio::test]
async fn list_contacts_with_every_filter() {
    let server = Server::answering(&json!([]));
    let call = server
        .client()
        .list_contacts()
        .cid("c 1")
        .limit(50)
        .offset(100)
        .order_by("created_at")
        .order_direction(ListContactsOrderDirection::Desc)
        .phone_number("+1234567890");
    assert_eq!(call.send().await.expect("contacts"), []);

    assert_eq!(
        server.saw(),
        plain(
            "GET https://api.sendblue.co/api/v2/contacts?cid=c%201&limit=50&offset=100\
             &order_by=created_at&order_direction=desc&phone_number=%2B1234567890"
        )
    );
}

#[tokio::test]
async fn create_contact() {
    let server = Server::answering(&json!({ "contact": john(), "status": "OK" }));
    let contact = ContactCreateParams::new("+1234567890")
        .first_name("John")
        .tags(["customer".to_owned()])
        .update_if_exists(true);
    let call = server.client().create_contact(contact);
    let answer = call.send().await.expect("a contact");

    assert_eq!(
        server.saw(),
        carrying(
            "POST https://api.sendblue.co/api/v2/contacts",
            r#"{"number":"+1234567890","first_name":"John","tags":["customer"],"update_if_exists":true}"#
        )
    );
    assert_eq!(answer.status.as_deref(), Some("OK"));
    assert_eq!(answer.contact.and_then(|john| john.verified), Some(true));
}

#[tokio::test]
async fn bulk_delete_contacts() {
    let server = Server::answering(&json!({ "amount": 2, "status": "OK" }));
    let contacts = ["+1234567890", "+1987654321"].map(str::to_owned);
    let call = server
        .client()
        .bulk_delete_contacts(BulkDeleteParams::new(contacts));
    let answer = call.send().await.expect("an amount");

    assert_eq!(
        server.saw(),
        carrying(
            "DELETE https://api.sendblue.co/api/v2/contacts",
            r#"{"contact_ids":["+1234567890","+1987654321"]}"#
        )
    );
    assert_eq!(answer.amount, Some(2));
    assert_eq!(answer.status.as_deref(), Some("OK"));
}

#[tokio::test]
async fn bulk_create_contacts() {
    let server = Server::answering(&json!({ "contacts": [john()], "status": "OK" }));
    let contacts = [
        BulkContact::new("+1234567890").first_name("John"),
        BulkContact::new("+1987654322").company_name("Example Corp"),
    ];
    let call = server
        .client()
        .bulk_create_contacts(BulkCreateParams::new(contacts));
    let answer = call.send().await.expect("contacts");

    assert_eq!(
        server.saw(),
        carrying(
            "POST https://api.sendblue.co/api/v2/contacts/bulk",
            r#"{"contacts":[{"phone":"+1234567890","first_name":"John"},{"phone":"+1987654322","company_name":"Example Corp"}]}"#
        )
    );
    let contacts = answer.contacts.expect("contacts");
    assert_eq!(contacts[0].phone.as_deref(), Some("+1234567890"));
}

#[tokio::test]
async fn count_contacts() {
    let server = Server::answering(&json!({ "count": 150 }));
    let answer = server.client().count_contacts().send().await;

    assert_eq!(
        server.saw(),
        plain("GET https://api.sendblue.co/api/v2/contacts/count")
    );
    assert_eq!(answer.expect("a count").count, Some(150));
}

#[tokio::test]
async fn verify_contact() {
    let server = Server::answering(&json!({ "status": "OK" }));
    let call = server
        .client()
        .verify_contact(ContactVerifyParams::new("+1234567890"));
    let answer = call.send().await.expect("a status");

    assert_eq!(
        server.saw(),
        carrying(
            "POST https://api.sendblue.co/api/v2/contacts/verify",
            r#"{"number":"+1234567890"}"#
        )
    );
    assert_eq!(answer.status.as_deref(), Some("OK"));
}

#[tokio::test]
async fn retrieve_contact() {
    let server = Server::answering(&json!({ "contact": john(), "status": "OK" }));
    let call = server.client().retrieve_contact("+1234567890");
    let answer = call.send().await.expect("a contact");

    assert_eq!(
        server.saw(),
        plain("GET https://api.sendblue.co/api/v2/contacts/%2B1234567890")
    );
    let john = answer.contact.expect("a contact");
    assert_eq!(john.assigned_to_email.as_deref(), Some("user@example.com"));
    assert_eq!(john.company_name.as_deref(), Some("Example Corp"));
    assert_eq!(john.created_at, Some("2024-01-15T10:30:00Z".into()));
    assert_eq!(john.first_name.as_deref(), Some("John"));
    assert_eq!(john.last_name.as_deref(), Some("Doe"));
    assert_eq!(john.phone.as_deref(), Some("+1234567890"));
    assert_eq!(john.sendblue_number.as_deref(), Some("+1987654321"));
    assert_eq!(
        john.tags.as_deref(),
        Some(&["customer".into(), "vip".into()][..])
    );
    assert_eq!(john.verified, Some(true));
}

#[tokio::test]
async fn update_contact() {
    let server = Server::answering(&json!({ "contact": john(), "status": "OK" }));
    let changes = ContactUpdateParams::new()
        .first_name("John")
        .last_name("Doe");
    let call = server.client().update_contact("+1234567890", changes);
    let answer = call.send().await.expect("a contact");

    assert_eq!(
        server.saw(),
        carrying(
            "PUT https://api.sendblue.co/api/v2/contacts/%2B1234567890",
            r#"{"first_name":"John","last_name":"Doe"}"#
        )
    );
    let name = answer.contact.and_then(|john| john.last_name);
    assert_eq!(name.as_deref(), Some("Doe"));
}

#[tokio::test]
async fn delete_contact() {
    let server = Server::answering(&json!({ "status": "OK" }));
    let call = server.client().delete_contact("+1234567890");
    let answer = call.send().await.expect("a status");

    assert_eq!(
        server.saw(),
        plain("DELETE https://api.sendblue.co/api/v2/contacts/%2B1234567890")
    );
    assert_eq!(answer.status.as_deref(), Some("OK"));
}

#[test]
fn every_call_can_go_to_another_thread() {
    fn assert_send<T: Send>(_: T) {}

    let server = Server::answering(&json!({}));
    let client = server.client();
    assert_send(client.list_contacts().send());
    assert_send(client.create_contact(ContactCreateParams::new("")).send());
    assert_send(
        client
            .bulk_delete_contacts(BulkDeleteParams::new([]))
            .send(),
    );
    assert_send(
        client
            .bulk_create_contacts(BulkCreateParams::new([]))
            .send(),
    );
    assert_send(client.count_contacts().send());
    assert_send(client.verify_contact(ContactVerifyParams::new("")).send());
    assert_send(client.retrieve_contact("").send());
    assert_send(client.update_contact("", ContactUpdateParams::new()).send());
    assert_send(client.delete_contact("").send_full());
}
