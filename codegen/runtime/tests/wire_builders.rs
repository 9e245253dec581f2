//! What a request carries is built by names.

mod wire_support;

use std::collections::BTreeMap;

use openapi_bindgen_runtime::samples::wire::shadows;
use openapi_bindgen_runtime::samples::wire::{
    Big, BigRequired, ContactUpdate, Preferences, Reminder, Tree, Twins,
};
use serde_json::json;
use wire_support::{round_trips, written};

#[test]
fn what_is_required_is_an_argument() {
    let value = Preferences::new("1", 2);
    assert_eq!(written(&value), json!({ "number": "1", "req_null": 2 }));
    assert_eq!(
        written(&Preferences::new("1", None)),
        json!({ "number": "1", "req_null": null })
    );
}

#[test]
fn what_has_one_value_is_no_argument() {
    assert_eq!(
        written(&Reminder::new().text("tea")),
        json!({ "kind": "reminder", "ok": true, "text": "tea" })
    );
    assert_eq!(
        written(&Reminder::default()),
        json!({ "kind": "reminder", "ok": true })
    );
}

#[test]
fn what_is_optional_is_a_setter() {
    let value = Preferences::new("1", None).opt("2").opt_null(3);
    assert_eq!(
        written(&value),
        json!({ "number": "1", "req_null": null, "opt": "2", "opt-null": 3 })
    );
}

#[test]
fn a_number_needs_no_suffix() {
    let value = Preferences::new("1", None).count(3).width(4);
    assert_eq!(
        written(&value),
        json!({ "number": "1", "req_null": null, "count": 3, "width": 4 })
    );
}

#[test]
fn null_has_its_own_setter() {
    let value = Preferences::new("1", 2).opt_null(3).clear_opt_null();
    assert_eq!(
        written(&value),
        json!({ "number": "1", "req_null": 2, "opt-null": null })
    );
}

#[test]
fn undeclared_properties_are_set_as_a_map() {
    let value =
        Preferences::new("1", 2).additional_properties(BTreeMap::from([("more".to_owned(), 3)]));
    assert_eq!(
        written(&value),
        json!({ "number": "1", "req_null": 2, "more": 3 })
    );
}

#[test]
fn many_required_fields_come_by_name() {
    let required = BigRequired {
        a: "1".into(),
        b: "2".into(),
        c: "3".into(),
        d: 4,
        e: true,
    };
    let value = Big::new(required).add("x").is_set(false);
    assert_eq!(
        written(&value),
        json!({ "a": "1", "b": "2", "c": "3", "d": 4, "e": true, "add": "x", "is-set": false })
    );
}

#[test]
fn a_field_of_the_server_has_no_setter_and_starts_absent() {
    let value = ContactUpdate::new("Ada").tags(["maths".to_owned()]);
    assert_eq!(written(&value), json!({ "name": "Ada", "tags": ["maths"] }));
}

#[test]
fn boxes_take_care_of_themselves() {
    let value = Tree::new().value(1).child(Tree::new().value(2));
    assert_eq!(
        written(&value),
        json!({ "value": 1, "child": { "value": 2 } })
    );
}

#[test]
fn deprecated_fields_have_deprecated_setters() {
    #[expect(deprecated, reason = "this is what the test is about")]
    let twins = Twins::new().first_name("Ada").firstName("Augusta");
    assert_eq!(
        written(&twins),
        json!({ "first_name": "Ada", "firstName": "Augusta" })
    );
}

#[test]
fn schemas_may_be_called_what_rust_calls_its_own() {
    let value = shadows::Default::new(shadows::Option::new())
        .string("some")
        .result(5)
        .key(shadows::Box::new());
    assert_eq!(
        written(&value),
        json!({ "option": {}, "string": "some", "result": 5, "key": {} })
    );
    round_trips::<shadows::Default>(
        json!({ "option": {}, "string": "other", "vec": true, "reader": {} }),
    );
}
