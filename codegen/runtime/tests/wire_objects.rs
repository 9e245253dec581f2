//! What an object is, and which of its properties count.

mod wire_support;

use openapi_bindgen_runtime::runtime::wire::from_slice;
use openapi_bindgen_runtime::samples::wire::{Contact, ContactList, Tree, Twins};
use serde_json::{Value, json};
use wire_support::{read, refusal, round_trips, written};

#[test]
fn undeclared_properties_are_ignored() {
    let list =
        read::<ContactList>(json!({ "next": { "page": [1, 2] }, "contacts": [], "more": null }));
    assert_eq!(written(&list), json!({ "contacts": [] }));
}

#[test]
fn a_list_is_not_an_object() {
    let error = refusal::<Contact>(json!([1, "Ada"]));
    assert!(
        error.starts_with("invalid type: sequence, expected an object"),
        "{error}"
    );
}

#[test]
fn a_scalar_is_not_an_object() {
    let error = refusal::<ContactList>(json!({ "contacts": ["Ada"] }));
    assert!(
        error.starts_with("at `contacts[0]`: invalid type: string \"Ada\", expected an object"),
        "{error}"
    );
}

#[test]
fn the_last_of_duplicate_properties_counts() {
    let contact: Contact =
        from_slice(br#"{"id":1,"name":"a","id":2,"name":"b","tags":["x"],"tags":null}"#)
            .expect("duplicates are no error");
    assert_eq!(
        (contact.id, contact.name.as_str(), contact.tags),
        (2, "b", None)
    );
}

#[test]
fn a_property_name_may_be_escaped() {
    let contact: Contact =
        from_slice(br#"{"\u0069d":1,"name":"a"}"#).expect("an escaped name is a name");
    assert_eq!(contact.id, 1);
}

#[test]
fn text_after_the_value_is_refused() {
    let error = from_slice::<ContactList>(b"{} {}").expect_err("two values");
    assert_eq!(error.to_string(), "trailing characters at line 1 column 4");
}

#[test]
fn twins_of_one_name_stay_apart() {
    let twins = json!({ "first_name": "Ada", "firstName": "Augusta" });
    assert_eq!(
        read::<Twins>(twins.clone()).first_name.as_deref(),
        Some("Ada")
    );
    round_trips::<Twins>(twins);
    round_trips::<Twins>(json!({ "firstName": "Augusta" }));
}

#[test]
fn properties_are_written_in_the_order_of_the_document() {
    let json = r#"{"value":1,"child":{"value":2},"siblings":[{}]}"#;
    let tree: Tree = from_slice(json.as_bytes()).expect("a tree");
    assert_eq!(serde_json::to_string(&tree).expect("a tree"), json);
}

#[test]
fn types_nest_in_themselves() {
    round_trips::<Tree>(
        json!({ "child": { "child": { "value": 3 }, "siblings": [{}, { "value": 4 }] } }),
    );
}

#[test]
fn the_depth_of_a_document_is_limited_by_its_parser() {
    let deep = format!("{}{}", r#"{"child":"#.repeat(10_000), "}".repeat(10_000));
    let error = from_slice::<Tree>(deep.as_bytes()).expect_err("too deep");
    assert!(
        error.to_string().contains("recursion limit exceeded"),
        "{error}"
    );
}

#[test]
fn a_property_of_any_type_keeps_its_json() {
    round_trips::<Value>(json!({ "a": [1, 2.5, "x", null, { "b": true }] }));
}
