//! `Debug` shows a value by the name of its type and what it is on the wire.

use openapi_bindgen_runtime::samples::wire::pet::{Cat, Pet};
use openapi_bindgen_runtime::samples::wire::{Priority, Status};
use serde_json::json;

fn cat() -> Cat {
    serde_json::from_value(json!({ "purrs": true, "mood": "calm" })).expect("a cat")
}

#[test]
fn an_object_is_shown_as_its_json() {
    assert_eq!(
        format!("{:?}", cat()),
        r#"Cat {"purrs":true,"mood":"calm"}"#
    );
}

#[test]
fn an_alternate_form_has_a_line_a_property() {
    let shown = "Cat {\n  \"purrs\": true,\n  \"mood\": \"calm\"\n}";
    assert_eq!(format!("{:#?}", cat()), shown);
}

#[test]
fn an_enum_is_shown_as_its_value_listed_or_not() {
    assert_eq!(format!("{:?}", Status::Paused), r#"Status "paused""#);
    assert_eq!(
        format!("{:?}", Status::from("resting")),
        r#"Status "resting""#
    );
    assert_eq!(format!("{:?}", Priority::Minus1), "Priority -1");
}

#[test]
fn a_union_is_shown_as_its_member_is() {
    let pet = Pet::List(vec![Pet::Integer(1), Pet::Cat(Cat::default())]);
    assert_eq!(format!("{pet:?}"), "Pet [1,{}]");
}
