//! Absent, null and present, in both directions.

mod wire_support;

use std::collections::BTreeMap;

use openapi_bindgen_runtime::runtime::wire::Maybe;
use openapi_bindgen_runtime::samples::wire::{Container, Described, Preferences};
use serde_json::{Value, json};
use wire_support::{read, refusal, round_trips, written};

#[test]
fn every_presence_round_trips() {
    round_trips::<Preferences>(
        json!({ "number": "1", "req_null": 2, "opt": "3", "opt-null": 4, "more": 5 }),
    );
    round_trips::<Preferences>(json!({ "number": "1", "req_null": null, "opt-null": null }));
    round_trips::<Preferences>(json!({ "number": "1", "req_null": null }));
}

#[test]
fn a_required_property_must_be_there() {
    assert_eq!(
        refusal::<Preferences>(json!({})),
        "missing field `number` at line 1 column 2"
    );
}

#[test]
fn a_required_property_is_not_null() {
    let error = refusal::<Preferences>(json!({ "number": null }));
    assert!(
        error.starts_with("at `number`: invalid type: null"),
        "{error}"
    );
}

#[test]
fn a_required_nullable_property_may_be_left_out_by_a_sloppy_server() {
    let value = read::<Preferences>(json!({ "number": "1" }));
    assert_eq!(value.req_null, None);
    assert_eq!(written(&value), json!({ "number": "1", "req_null": null }));
}

#[test]
fn null_for_an_optional_property_is_absence() {
    let value = read::<Preferences>(json!({ "number": "1", "req_null": 2, "opt": null }));
    assert_eq!(value.opt, None);
    assert_eq!(written(&value), json!({ "number": "1", "req_null": 2 }));
}

#[test]
fn null_for_a_required_list_or_map_is_an_empty_one() {
    let value = read::<Container>(json!({ "ports": null, "labels": null }));
    assert!(value.ports.is_empty() && value.labels.is_empty());
    assert_eq!(
        written(&value),
        json!({ "ports": [], "labels": {}, "networks": null })
    );
    assert!(read::<Vec<i64>>(json!(null)).is_empty(), "as a whole too");
    let lists = read::<BTreeMap<String, Vec<i64>>>(json!({ "a": null, "b": [1] }));
    assert_eq!(written(&lists), json!({ "a": [], "b": [1] }));
}

#[test]
fn null_for_a_list_that_may_be_null_is_null() {
    assert_eq!(read::<Option<Vec<i64>>>(json!(null)), None);
    assert_eq!(read::<Option<BTreeMap<String, i64>>>(json!(null)), None);
    round_trips::<Container>(json!({ "ports": [1], "labels": { "a": "b" }, "networks": null }));
    round_trips::<Container>(json!({ "ports": [], "labels": {}, "networks": [] }));
}

#[test]
fn a_required_list_or_map_must_be_there_and_nothing_else() {
    assert!(refusal::<Container>(json!({ "labels": {} })).starts_with("missing field `ports`"));
    let text = refusal::<Vec<i64>>(json!("a"));
    assert!(text.contains("string \"a\", expected a list"), "{text}");
    let number = refusal::<BTreeMap<String, i64>>(json!(1));
    assert!(number.contains("expected an object"), "{number}");
}

/// Null alone could be any of the lists and maps, and speaks for none of them.
#[test]
fn null_is_no_evidence_of_a_list_or_map() {
    let described = |json: Value| read::<Described>(json);
    assert!(matches!(described(json!(null)), Described::Unknown(_)));
    assert_eq!(written(&described(json!(null))), json!(null));
    for container in [
        json!({ "ports": null, "labels": null }),
        json!({ "ports": [1], "labels": null, "networks": null }),
    ] {
        assert!(matches!(described(container), Described::Container(_)));
    }
    assert!(matches!(described(json!([])), Described::Ports(_)));
    let labels = described(json!({ "ports": "80" }));
    assert!(matches!(labels, Described::Labels(_)));
}

#[test]
fn an_optional_nullable_property_has_three_states() {
    let state = |json| read::<Preferences>(json).opt_null;
    assert_eq!(state(json!({ "number": "1" })), Maybe::Absent);
    assert_eq!(
        state(json!({ "number": "1", "opt-null": null })),
        Maybe::Null
    );
    assert_eq!(
        state(json!({ "number": "1", "opt-null": 5 })),
        Maybe::Value(5)
    );
}

#[test]
fn three_states_are_easy_to_ask_for() {
    assert_eq!(Maybe::from(5).as_option(), Some(&5));
    assert_eq!(Maybe::Value(5).into_option(), Some(5));
    assert_eq!(Maybe::<i64>::Null.as_option(), None);
    assert_eq!(Maybe::<i64>::default(), Maybe::Absent);
    assert!(Maybe::<i64>::Absent.is_absent());
    assert!(Maybe::<i64>::Null.is_null());
}

#[test]
fn undeclared_properties_are_kept_where_the_schema_asks_for_them() {
    let value = read::<Preferences>(json!({ "number": "1", "b": 2, "a": 1 }));
    assert_eq!(
        Vec::from_iter(value.additional_properties),
        [("a".to_owned(), 1), ("b".to_owned(), 2)]
    );
}

#[test]
fn undeclared_properties_have_their_own_type() {
    let error = refusal::<Preferences>(json!({ "number": "1", "more": "text" }));
    assert!(
        error.starts_with("at `more`: invalid type: string \"text\""),
        "{error}"
    );
}
