//! Errors name the place they happened at.

mod wire_support;

use std::collections::BTreeMap;

use openapi_bindgen_runtime::runtime::wire::{Decode, error_path, from_slice};
use openapi_bindgen_runtime::samples::wire::{Contact, ContactList, Tree};
use serde_json::{Value, json};
use wire_support::refusal;

#[test]
fn a_path_leads_through_objects_and_lists() {
    let good = json!({ "id": 1, "name": "a" });
    let bad = json!({ "id": 1, "name": "a", "tags": ["x", 5] });
    let error = refusal::<ContactList>(json!({ "contacts": [good, good, good, bad] }));
    assert!(
        error.starts_with("at `contacts[3].tags[1]`: invalid type: integer `5`, expected a string"),
        "{error}"
    );
    assert_eq!(error_path(&error), Some("contacts[3].tags[1]"));
}

#[test]
fn a_path_starts_at_the_list_when_the_list_is_all() {
    let error = refusal::<Vec<Contact>>(json!([{ "id": true }]));
    assert_eq!(error_path(&error), Some("[0].id"));
}

#[test]
fn a_missing_property_is_reported_at_its_object() {
    let error = refusal::<ContactList>(json!({ "contacts": [{ "id": 1 }] }));
    assert!(
        error.starts_with("at `contacts[0]`: missing field `name`"),
        "{error}"
    );
}

#[test]
fn the_first_error_is_the_one_reported() {
    let error = refusal::<Contact>(json!({ "id": "x", "tags": 5 }));
    assert_eq!(error_path(&error), Some("id"));
}

#[test]
fn an_error_of_the_whole_has_no_path() {
    assert_eq!(error_path(&refusal::<Contact>(json!(5))), None);
    assert_eq!(error_path(&refusal::<Contact>(json!({}))), None);
}

#[test]
fn unusual_names_are_quoted() {
    let path = |key: &str| {
        let error =
            refusal::<BTreeMap<String, BTreeMap<String, i64>>>(json!({ key: { "a": "x" } }));
        error_path(&error).map(str::to_owned)
    };
    assert_eq!(path("content-type").as_deref(), Some("content-type.a"));
    assert_eq!(path("größe").as_deref(), Some("größe.a"));
    assert_eq!(path("a.b").as_deref(), Some(r#"["a.b"].a"#));
    assert_eq!(path("").as_deref(), Some(r#"[""].a"#));
    assert_eq!(path("tick`: tock").as_deref(), Some(r#"["tick': tock"].a"#));
}

#[test]
fn a_path_quoted_from_the_input_is_no_path() {
    let decoy = "at `somewhere.else`: ";
    assert_eq!(error_path(&refusal::<i64>(json!(decoy))), None);
    assert_eq!(
        error_path(&refusal::<Contact>(json!({ "id": decoy }))),
        Some("id")
    );
    let name = format!("x: {decoy}");
    assert_eq!(
        error_path(&refusal::<Contact>(json!({ "id": name }))),
        Some("id")
    );
}

#[test]
fn the_position_in_the_text_is_kept() {
    let error = from_slice::<ContactList>(b"{\n  \"contacts\": [\n    { \"id\": \"x\" }\n  ]\n}")
        .expect_err("no id");
    assert_eq!((error.line(), error.column()), (3, 15), "{error}");
    assert_eq!(error.to_string().matches(" at line ").count(), 1, "{error}");
}

#[test]
fn broken_json_has_a_path_too() {
    let error =
        from_slice::<ContactList>(br#"{"contacts":[{"id":1,"name":"a"#).expect_err("cut off");
    assert_eq!(error_path(&error.to_string()), Some("contacts[0].name"));
}

fn deep(depth: usize) -> Value {
    (0..depth).fold(
        json!({ "value": "x" }),
        |below, _| json!({ "child": below }),
    )
}

#[test]
fn one_path_is_extended_in_every_format() {
    let path = format!("{}value", "child.".repeat(30));
    let value = deep(30);

    let error = Tree::decode(value.clone())
        .expect_err("JSON value")
        .to_string();
    assert_eq!(error_path(&error), Some(path.as_str()));

    let yaml = serde_yaml::to_string(&value).expect("YAML");
    let error = serde_yaml::from_str::<Tree>(&yaml)
        .expect_err("YAML")
        .to_string();
    assert_eq!(error_path(&error), Some(path.as_str()));

    let mut cbor = Vec::new();
    ciborium::into_writer(&value, &mut cbor).expect("CBOR");
    let error = ciborium::from_reader::<Tree, _>(cbor.as_slice())
        .expect_err("CBOR")
        .to_string();
    assert_eq!(error_path(&error), Some(path.as_str()));
    assert!(error.len() < 400, "quotation must not pile up: {error}");
}
