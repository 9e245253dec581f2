//! Enums are open to values that the document does not list.

mod wire_support;

use openapi_bindgen_runtime::runtime::wire::{error_path, from_slice};
use openapi_bindgen_runtime::samples::wire::{Contact, Priority, Status};
use serde_json::json;
use wire_support::{read, refusal, round_trips};

#[test]
fn listed_values_are_variants() {
    assert_eq!(read::<Status>(json!("active")), Status::Active);
    assert_eq!(read::<Priority>(json!(-1)), Priority::Minus1);
    round_trips::<Status>(json!("paused"));
    round_trips::<Priority>(json!(1));
}

#[test]
fn unknown_values_round_trip() {
    round_trips::<Status>(json!("on \"leave\""));
    round_trips::<Status>(json!(""));
    round_trips::<Priority>(json!(42));
    round_trips::<Priority>(json!(i64::MIN));
}

#[test]
fn unknown_values_tell_their_text() {
    let status = Status::from("resting");
    assert!(matches!(status, Status::Unknown(_)));
    assert_eq!(status.as_str(), "resting");
    assert_eq!(status.to_string(), "resting");
    assert_eq!(status, Status::from("resting".to_owned()));
    assert_ne!(status, Status::from("asleep"));
}

#[test]
fn unknown_numbers_tell_their_value() {
    let priority = Priority::from(7);
    assert!(matches!(priority, Priority::Unknown(_)));
    assert_eq!(priority.value(), 7);
    assert_eq!(priority.to_string(), "7");
}

#[test]
fn text_becomes_the_variant_it_names() {
    assert_eq!(Status::from("paused"), Status::Paused);
    assert_eq!(Status::Paused.as_str(), "paused");
    assert_eq!(Priority::from(1), Priority::_1);
}

#[test]
fn a_number_is_spelled_as_it_likes() {
    assert_eq!(from_slice::<Priority>(b"1.0").expect("one"), Priority::_1);
}

#[test]
fn display_pads() {
    assert_eq!(
        format!("{:>8}|{:<3}|", Status::Active, Priority::_1),
        "  active|1  |"
    );
}

#[test]
fn a_value_of_another_type_is_an_error() {
    let error = refusal::<Contact>(json!({ "id": 1, "name": "a", "status": 5 }));
    assert_eq!(error_path(&error), Some("status"));
    assert!(
        error.contains("invalid type: integer `5`, expected a string"),
        "{error}"
    );
}
