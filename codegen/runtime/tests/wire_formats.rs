//! Generated types read from and write to any self-describing format.

mod wire_support;

use std::collections::BTreeMap;

use openapi_bindgen_runtime::runtime::wire::{from_slice, to_value, to_vec};
use openapi_bindgen_runtime::samples::wire::{Contact, Container, Preferences, Twins};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

fn contact() -> Value {
    json!({
        "id": 7,
        "name": "Ada \"Countess\" Lovelace",
        "tags": ["maths", "größe"],
        "status": "resting",
        "score": 0.5,
        "blocked": false,
        "created_at": "2024-01-15T10:30:00Z",
        "retries": 255,
    })
}

fn preferences() -> Value {
    json!({ "number": "1", "req_null": null, "opt-null": null, "more": 5 })
}

fn every_format_agrees<T: Serialize + DeserializeOwned + PartialEq + core::fmt::Debug>(
    json: &Value,
) {
    let text = json.to_string();
    let value: T = serde_json::from_str(&text).expect("from str");
    assert_eq!(serde_json::to_value(&value).expect("to value"), *json);
    assert_eq!(
        serde_json::from_reader::<_, T>(text.as_bytes()).expect("from a reader"),
        value
    );
    assert_eq!(
        serde_json::from_value::<T>(json.clone()).expect("from a value"),
        value
    );
    assert_eq!(T::deserialize(json).expect("from a borrowed value"), value);

    let yaml = serde_yaml::to_string(&value).expect("to YAML");
    assert_eq!(serde_yaml::from_str::<T>(&yaml).expect("from YAML"), value);

    let mut cbor = Vec::new();
    ciborium::into_writer(&value, &mut cbor).expect("to CBOR");
    assert_eq!(
        ciborium::from_reader::<T, _>(cbor.as_slice()).expect("from CBOR"),
        value
    );
}

#[test]
fn formats_agree() {
    every_format_agrees::<Contact>(&contact());
    every_format_agrees::<Preferences>(&preferences());
    every_format_agrees::<Twins>(&json!({ "first_name": "Ada", "firstName": "Augusta" }));
}

#[test]
fn null_is_an_empty_list_in_every_format() {
    let null: BTreeMap<_, Value> = ["ports", "labels"].map(|key| (key, Value::Null)).into();
    let yaml = serde_yaml::to_string(&null).expect("to YAML");
    let mut cbor = Vec::new();
    ciborium::into_writer(&null, &mut cbor).expect("to CBOR");
    let value = serde_json::to_value(&null).expect("to value");
    for container in [
        Container::deserialize(&value).expect("from a borrowed value"),
        serde_yaml::from_str(&yaml).expect("from YAML"),
        ciborium::from_reader(cbor.as_slice()).expect("from CBOR"),
    ] {
        assert_eq!(container, Container::default());
    }
}

#[test]
fn our_own_calls_do_what_serde_does() {
    let value: Contact = from_slice(contact().to_string().as_bytes()).expect("a contact");
    assert_eq!(
        to_vec(&value).expect("JSON"),
        serde_json::to_vec(&value).expect("JSON")
    );
    assert_eq!(to_value(&value).expect("JSON"), contact());
}

#[test]
fn generated_types_nest_in_types_that_derive() {
    #[derive(Debug, Deserialize, PartialEq, Serialize)]
    struct Envelope {
        #[serde(flatten)]
        contact: Contact,
    }

    every_format_agrees::<Envelope>(&contact());
}
