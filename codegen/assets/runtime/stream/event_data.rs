//! How the data of an event is written: it is a text, in which there may be JSON.

use serde_json::{Error, Value};

use crate::runtime::wire::{self, Decode};

/// Reads data that is JSON.
///
/// # Errors
///
/// If it is not, or is none of the type.
pub fn json<T: Decode>(data: &str) -> Result<T, Error> {
    wire::from_slice(data.as_bytes())
}

/// Reads data that is text.
///
/// # Errors
///
/// If the type has no such text.
pub fn text<T: Decode>(data: &str) -> Result<T, Error> {
    T::decode(Value::from(data))
}

/// Reads data that is JSON, or text where it is none.
///
/// # Errors
///
/// If it is none of the type.
pub fn mixed<T: Decode>(data: &str) -> Result<T, Error> {
    let json = serde_json::from_str(data);
    T::decode(json.unwrap_or_else(|_| Value::from(data)))
}
