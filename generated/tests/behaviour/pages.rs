//! The contacts of all pages, and calls that a dependent's test expects.

use sendblue_contacts::Client;
use sendblue_contacts::runtime::transport::MemoryTransport;
use sendblue_contacts::types::ContactUpdateParams;
use serde_json::{Value, json};

use crate::server::{KEY, SECRET};

fn client(transport: &MemoryTransport) -> Client {
    let builder = Client::builder().api_key(KEY).api_secret(SECRET);
    let builder = builder.transport(transport.clone());
    builder.build().expect("a client")
}

/// So many contacts of this bare array.
fn page(names: &[&str]) -> Value {
    names
        .iter()
        .map(|name| json!({ "first_name": name }))
        .collect()
}

#[tokio::test]
async fn the_list_goes_on_until_a_page_is_empty() {
    let transport = MemoryTransport::new();
    let client = client(&transport);
    let list = |offset: Option<i64>| {
        let list = client.list_contacts().limit(2);
        match offset {
            Some(offset) => list.offset(offset),
            None => list,
        }
    };
    for (offset, names) in [
        (None, &["Ada", "Bob"][..]),
        (Some(2), &["Cy"]),
        (Some(3), &[]),
    ] {
        transport.expect(list(offset)).answer_json(&page(names));
    }
    let mut contacts = list(None).items();
    let mut names = Vec::new();
    while let Some(contact) = contacts.next().await {
        names.extend(contact.expect("a contact").first_name);
    }
    assert_eq!(names, ["Ada", "Bob", "Cy"]);
    transport.finish();
}

#[tokio::test]
async fn a_call_is_expected_with_its_body() {
    let transport = MemoryTransport::new();
    let client = client(&transport);
    let changes = || ContactUpdateParams::new().first_name("Ada");
    let expected = transport.expect(client.update_contact("+14155551234", changes()));
    expected.answer_json(&json!({ "status": "OK" }));
    let answer = client.update_contact("+14155551234", changes());
    answer.send().await.expect("the expected call");
    transport.finish();
}
