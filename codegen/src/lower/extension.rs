//! The extensions that we read.

use openapiv3::SchemaData;
use serde_json::Value;

/// The key that pins a Rust name.
pub(super) const RUST_NAME: &str = "x-rust-name";

/// The key that says how a list comes page by page.
pub(super) const PAGINATION: &str = "x-pagination";

/// The key that says what the discriminator of a base is for an heir, as Azure's documents write it.
pub(super) const DISCRIMINATOR_VALUE: &str = "x-ms-discriminator-value";

/// The Rust name that a node asks for.
pub(super) fn rust_name(extensions: &indexmap::IndexMap<String, Value>) -> Option<String> {
    extensions.get(RUST_NAME)?.as_str().map(str::to_owned)
}

/// A text per enum value, from a key that several generators agree on, such as `x-enum-varnames`.
pub(super) fn texts<'a>(data: &'a SchemaData, key: &str) -> Vec<Option<&'a str>> {
    let list = data.extensions.get(key).and_then(Value::as_array);
    list.into_iter().flatten().map(Value::as_str).collect()
}
