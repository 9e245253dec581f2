//! Reading and writing by way of JSON values.

#![allow(dead_code, reason = "each test file uses some of it")]

use openapi_bindgen_runtime::runtime::wire::{Decode, Encode, from_slice, to_value};
use serde_json::Value;

/// Reads a type from a JSON value.
pub(crate) fn read<T: Decode>(json: Value) -> T {
    try_read(json).expect("the value fits the type")
}

/// The text of the error that a JSON value causes.
pub(crate) fn refusal<T: Decode>(json: Value) -> String {
    match try_read::<T>(json) {
        Ok(_) => panic!("the value does not fit the type, but was read"),
        Err(error) => error.to_string(),
    }
}

/// Writes a type as a JSON value.
pub(crate) fn written<T: Encode>(value: &T) -> Value {
    to_value(value).expect("the value can be written")
}

/// Asserts that a JSON value comes out as it went in.
pub(crate) fn round_trips<T: Decode + Encode>(json: Value) {
    assert_eq!(written(&read::<T>(json.clone())), json);
}

fn try_read<T: Decode>(json: Value) -> Result<T, serde_json::Error> {
    from_slice(json.to_string().as_bytes())
}
