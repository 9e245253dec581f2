//! The types on their own, through serde's traits.

use std::fmt::Debug;

use sendblue_contacts::types::{
    BulkContact, BulkCreateParams, BulkCreateResponse, BulkDeleteParams, BulkDeleteResponse,
    Contact, ContactCountResponse, ContactCreateParams, ContactCreateResponse,
    ContactDeleteResponse, ContactRetrieveResponse, ContactUpdateParams, ContactUpdateResponse,
    ContactVerifyParams, ContactVerifyResponse, Error, ListContactsOrderDirection,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, from_value, json, to_value};

use crate::samples::john;

/// Nothing of the JSON is lost or bent when it is read as `T` and written again.
fn keeps<T: Serialize + DeserializeOwned + PartialEq + Debug>(json: Value) {
    let read: T = from_value(json.clone()).expect("a fitting value");
    assert_eq!(to_value(&read).expect("JSON"), json);
    let text = serde_json::to_string(&read).expect("JSON");
    let again: T = serde_json::from_str(&text).expect("what was just written");
    assert_eq!(again, read);
}

#[test]
fn answers_are_written_as_they_were_read() {
    keeps::<Contact>(john());
    keeps::<Contact>(json!({}));
    keeps::<Vec<Contact>>(json!([john(), {}]));
    keeps::<ContactCreateResponse>(json!({ "contact": john(), "status": "OK" }));
    keeps::<ContactRetrieveResponse>(json!({ "contact": john(), "status": "OK" }));
    keeps::<ContactUpdateResponse>(json!({ "contact": {}, "status": "" }));
    keeps::<ContactDeleteResponse>(json!({ "status": "OK" }));
    keeps::<ContactVerifyResponse>(json!({ "status": "OK" }));
    keeps::<ContactCountResponse>(json!({ "count": -1 }));
    keeps::<BulkCreateResponse>(json!({ "contacts": [john()], "status": "OK" }));
    keeps::<BulkDeleteResponse>(json!({ "amount": i64::MAX, "status": "OK" }));
}

#[test]
fn requests_are_read_as_they_are_written() {
    keeps::<ContactUpdateParams>(json!({}));
    keeps::<ContactUpdateParams>(json!({
        "assigned_to_email": "a",
        "assignedToEmail": "b",
        "company_name": "c",
        "companyName": "d",
        "first_name": "e",
        "firstName": "f",
        "last_name": "g",
        "lastName": "h",
        "sendblue_number": "i",
        "sendblueNumber": "j",
        "tags": ["k"],
    }));
    keeps::<ContactCreateParams>(json!({
        "number": "+1",
        "phone_number": "+2",
        "phoneNumber": "+3",
        "tags": [],
        "update_if_exists": false,
    }));
    keeps::<ContactVerifyParams>(json!({ "number": "+1" }));
    keeps::<BulkContact>(json!({ "phone": "+1", "company_name": "c", "tags": ["t"] }));
    keeps::<BulkCreateParams>(json!({ "contacts": [{ "phone": "+1", "last_name": "l" }] }));
    keeps::<BulkDeleteParams>(json!({ "contact_ids": [] }));
}

#[test]
fn error_bodies_are_written_as_they_were_read() {
    keeps::<Error>(json!({ "status": "ERROR", "message": "m" }));
    keeps::<Error>(json!({ "error": "text" }));
    keeps::<Error>(json!({ "error": { "code": "c", "message": "m", "details": [null, 1.5] } }));
    keeps::<Error>(json!({ "error_code": 4000, "error_message": "m" }));
    keeps::<Error>(json!({ "error_code": "SMS_LIMIT_REACHED", "error_message": null }));
}

#[test]
fn unknown_enum_values_are_written_as_they_were_read() {
    keeps::<ListContactsOrderDirection>(json!("asc"));
    keeps::<ListContactsOrderDirection>(json!("sideways"));
    keeps::<ListContactsOrderDirection>(json!(""));
}

#[test]
#[expect(deprecated, reason = "the twin is what is tested")]
fn twins_are_two_fields() {
    let read: ContactUpdateParams =
        from_value(json!({ "first_name": "a", "firstName": "b" })).expect("both");
    assert_eq!(read.first_name.as_deref(), Some("a"));
    assert_eq!(read.firstName.as_deref(), Some("b"));

    let read: ContactUpdateParams = from_value(json!({ "firstName": "b" })).expect("one");
    assert_eq!(read.first_name, None);
    assert_eq!(read.firstName.as_deref(), Some("b"));
}

#[test]
fn an_optional_null_counts_as_absent() {
    let read: BulkContact =
        from_value(json!({ "phone": "+1", "first_name": null, "tags": null })).expect("nulls");
    assert_eq!(read, BulkContact::new("+1"));
    let read: Error = from_value(json!({ "status": null, "message": null })).expect("nulls");
    assert_eq!(read, Error::default());
}

#[test]
fn a_null_that_the_document_allows_is_kept() {
    // A schema without a type allows anything, and `error_message` is nullable.
    keeps::<Error>(json!({ "error": null, "error_code": null, "error_message": null }));
}

#[test]
fn the_last_of_equal_keys_counts() {
    let read: Contact = serde_json::from_str(r#"{"phone":"+1","phone":"+2"}"#).expect("a contact");
    assert_eq!(read.phone.as_deref(), Some("+2"));
}

#[test]
fn what_is_required_must_be_there() {
    let table = [
        (from_value::<ContactCreateParams>(json!({})).err(), "number"),
        (from_value::<BulkContact>(json!({})).err(), "phone"),
        (
            from_value::<BulkDeleteParams>(json!({})).err(),
            "contact_ids",
        ),
    ];
    for (error, property) in table {
        let error = error.expect("a missing property").to_string();
        assert!(error.contains(property), "{error}");
    }
    from_value::<BulkContact>(json!({ "phone": null })).expect_err("null is no phone number");
}

#[test]
fn a_list_is_no_object() {
    from_value::<Contact>(json!([])).expect_err("a list");
    from_value::<Contact>(json!(["user@example.com"])).expect_err("a list");
    from_value::<ContactVerifyParams>(json!(["+1"])).expect_err("a list");
    serde_json::from_str::<ContactVerifyParams>(r#"["+1"]"#).expect_err("a list");
}
