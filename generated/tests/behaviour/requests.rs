//! How arguments and setters reach the wire.

use sendblue_contacts::types::{
    ContactCreateParams, ContactUpdateParams, ListContactsOrderDirection,
};
use sendblue_contacts::{Error, ErrorKind};
use serde_json::{Value, json};

use crate::server::Server;

#[tokio::test]
async fn first_name_is_sent_and_nothing_else() {
    let server = Server::answering(&json!({}));
    let changes = ContactUpdateParams::new().first_name("Ada");
    let call = server.client().update_contact("+14155551234", changes);
    call.send().await.expect("an answer");
    assert_eq!(server.saw_body(), r#"{"first_name":"Ada"}"#);
}

#[tokio::test]
async fn an_update_that_changes_nothing_sends_an_empty_object() {
    let server = Server::answering(&json!({}));
    let call = server
        .client()
        .update_contact("+14155551234", ContactUpdateParams::new());
    call.send().await.expect("an answer");
    assert_eq!(server.saw_body(), "{}");
}

#[tokio::test]
#[expect(deprecated, reason = "the twin is what is tested")]
async fn both_twins_go_out_under_their_own_names() {
    let server = Server::answering(&json!({}));
    let changes = ContactUpdateParams::new().first_name("Ada").firstName("A.");
    let call = server.client().update_contact("+14155551234", changes);
    call.send().await.expect("an answer");
    assert_eq!(
        server.saw_body(),
        r#"{"first_name":"Ada","firstName":"A."}"#
    );
}

#[test]
#[expect(deprecated, reason = "every setter is tested")]
fn every_setter_of_an_update_has_its_own_wire_name() {
    let new = ContactUpdateParams::new;
    let table: [(ContactUpdateParams, Value); 11] = [
        (
            new().assigned_to_email("a"),
            json!({ "assigned_to_email": "a" }),
        ),
        (
            new().assignedToEmail("b"),
            json!({ "assignedToEmail": "b" }),
        ),
        (new().company_name("c"), json!({ "company_name": "c" })),
        (new().companyName("d"), json!({ "companyName": "d" })),
        (new().first_name("e"), json!({ "first_name": "e" })),
        (new().firstName("f"), json!({ "firstName": "f" })),
        (new().last_name("g"), json!({ "last_name": "g" })),
        (new().lastName("h"), json!({ "lastName": "h" })),
        (
            new().sendblue_number("i"),
            json!({ "sendblue_number": "i" }),
        ),
        (new().sendblueNumber("j"), json!({ "sendblueNumber": "j" })),
        (new().tags(["k".to_owned()]), json!({ "tags": ["k"] })),
    ];
    for (changes, body) in table {
        assert_eq!(serde_json::to_value(changes).expect("JSON"), body);
    }
}

#[test]
#[expect(deprecated, reason = "every setter is tested")]
fn every_setter_of_a_new_contact_has_its_own_wire_name() {
    let new = || ContactCreateParams::new("+1");
    let table: [(ContactCreateParams, &str, Value); 12] = [
        (
            new().assigned_to_email("a"),
            "assigned_to_email",
            "a".into(),
        ),
        (new().assignedToEmail("b"), "assignedToEmail", "b".into()),
        (new().first_name("c"), "first_name", "c".into()),
        (new().firstName("d"), "firstName", "d".into()),
        (new().last_name("e"), "last_name", "e".into()),
        (new().lastName("f"), "lastName", "f".into()),
        (new().phone_number("g"), "phone_number", "g".into()),
        (new().phoneNumber("h"), "phoneNumber", "h".into()),
        (new().sendblue_number("i"), "sendblue_number", "i".into()),
        (new().sendblueNumber("j"), "sendblueNumber", "j".into()),
        (new().tags(["k".to_owned()]), "tags", json!(["k"])),
        (
            new().update_if_exists(false),
            "update_if_exists",
            false.into(),
        ),
    ];
    for (contact, name, value) in table {
        assert_eq!(
            serde_json::to_value(contact).expect("JSON"),
            json!({ "number": "+1", name: value })
        );
    }
}

#[tokio::test]
async fn what_has_a_meaning_in_a_url_is_escaped_in_a_phone_number() {
    let table = [
        ("+14155551234", "%2B14155551234"),
        ("+1 (415) 555", "%2B1%20%28415%29%20555"),
        ("1/2?3#4%5", "1%2F2%3F3%234%255"),
        ("../count", "..%2Fcount"),
        ("%2e%2e", "%252e%252e"),
        ("...", "..."),
        ("٣", "%D9%A3"),
    ];
    for (phone, escaped) in table {
        let server = Server::answering(&json!({}));
        let call = server.client().retrieve_contact(phone);
        call.send().await.expect("an answer");
        assert_eq!(
            server.saw_line(),
            format!("GET https://api.sendblue.co/api/v2/contacts/{escaped}")
        );
    }
}

#[tokio::test]
async fn a_phone_number_that_would_name_another_resource_is_refused() {
    fn assert_refused<T>(outcome: Result<T, Error>) {
        let error = outcome.map(|_| ()).expect_err("a refusal");
        assert_eq!(error.kind(), ErrorKind::Request);
        assert!(error.to_string().contains("`phone_number`"), "{error}");
    }

    for phone in ["", ".", ".."] {
        let server = Server::answering(&json!({}));
        let client = server.client();
        assert_refused(client.retrieve_contact(phone).send().await);
        assert_refused(client.delete_contact(phone).send().await);
        let changes = ContactUpdateParams::new().first_name("Ada");
        assert_refused(client.update_contact(phone, changes).send().await);
        assert!(server.saw_nothing());
    }
}

#[tokio::test]
async fn a_direction_that_the_document_does_not_list_is_sent_as_it_is() {
    for (direction, query) in [("asc", "asc"), ("newest first", "newest%20first")] {
        let server = Server::answering(&json!([]));
        let call = server.client().list_contacts().order_direction(direction);
        call.send().await.expect("contacts");
        assert_eq!(
            server.saw_line(),
            format!("GET https://api.sendblue.co/api/v2/contacts?order_direction={query}")
        );
    }
}

#[test]
fn directions_know_their_text() {
    use ListContactsOrderDirection as Direction;

    assert_eq!(Direction::from("asc"), Direction::Asc);
    assert_eq!(Direction::from("desc".to_owned()), Direction::Desc);
    for text in ["asc", "desc", "sideways", ""] {
        let direction = Direction::from(text);
        assert_eq!(direction.as_str(), text);
        assert_eq!(direction.to_string(), text);
    }
    assert!(matches!(Direction::from("sideways"), Direction::Unknown(_)));
}

#[tokio::test]
async fn another_base_url_may_have_a_path() {
    let server = Server::answering(&json!({ "count": 0 }));
    let builder = server.builder().api_key("k").api_secret("s");
    let client = builder.base_url("https://proxy.example/sendblue/").build();
    let call = client.expect("a client").count_contacts();
    call.send().await.expect("a count");
    assert_eq!(
        server.saw_line(),
        "GET https://proxy.example/sendblue/api/v2/contacts/count"
    );
}
