//! Strings with a format keep their exact text.

mod wire_support;

use std::collections::HashSet;

use openapi_bindgen_runtime::runtime::Bytes;
use openapi_bindgen_runtime::runtime::wire::{Base64, Date, DateTime, to_vec};
use openapi_bindgen_runtime::samples::wire::Contact;
use serde_json::json;
use wire_support::{read, refusal, round_trips};

#[test]
fn no_text_of_a_format_fails_a_decode() {
    round_trips::<Contact>(json!({
        "id": 1,
        "name": "Ada",
        "created_at": "last tuesday",
        "born": "1815-12-10",
        "picture": "not base64!",
    }));
}

#[test]
fn text_is_compared_as_text() {
    let spellings = [
        "2024-01-15T10:30:00Z",
        "2024-01-15T10:30:00+00:00",
        "2024-01-15T10:30:00Z",
    ];
    assert_eq!(HashSet::from(spellings.map(DateTime::from)).len(), 2);
}

#[test]
fn text_is_at_hand() {
    assert_eq!(Date::from("2024-01-15").as_str(), "2024-01-15");
    assert_eq!(Base64::from("aGk=".to_owned()).to_string(), "aGk=");
}

#[test]
fn a_format_is_still_a_string() {
    assert!(refusal::<Date>(json!(20_240_115)).starts_with("invalid type: integer"));
}

#[test]
fn binary_in_json_is_its_text() {
    round_trips::<Bytes>(json!("plain"));
    assert_eq!(read::<Bytes>(json!("plain")), Bytes::from_static(b"plain"));
    assert!(to_vec(&Bytes::from_static(b"\xff")).is_err());
}
