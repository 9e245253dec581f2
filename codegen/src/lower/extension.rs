//! The extensions that we read.

use openapiv3::SchemaData;
use serde_json::Value;

/// The key that pins a Rust name.
pub(super) const RUST_NAME: &str = "x-rust-name";

/// The key that says how a list comes page by page.
pub(super) const PAGINATION: &str = "x-pagination";

/// The key that says what the discriminator of a base is for an heir, as Azure's documents write it.
pub(super) const DISCRIMINATOR_VALUE: &str = "x-ms-discriminator-value";

/// The key that says that a parameter of a path goes as it is, slashes included, as Azure's documents write it.
pub(super) const SKIP_URL_ENCODING: &str = "x-ms-skip-url-encoding";

/// The Rust name that a node asks for.
pub(super) fn rust_name(extensions: &indexmap::IndexMap<String, Value>) -> Option<String> {
    extensions.get(RUST_NAME)?.as_str().map(str::to_owned)
}

/// What is said of an enum's values beside them.
pub(super) struct OfValues<'a> {
    names: Vec<Option<&'a str>>,
    descriptions: Vec<Option<&'a str>>,
    deprecated: Vec<Option<bool>>,
    /// What Azure's documents say, each with the value that it is about.
    azure: &'a [Value],
}

impl<'a> OfValues<'a> {
    /// The extensions of a schema with an enum: those that several generators agree on, NSwag's, Google's and Azure's.
    pub(super) fn of(data: &'a SchemaData) -> Self {
        let azure = data.extensions.get("x-ms-enum");
        let azure = azure.and_then(|azure| azure.get("values")?.as_array());
        Self {
            names: list(data, &["x-enum-varnames", "x-enumNames"], Value::as_str),
            descriptions: list(
                data,
                &["x-enum-descriptions", "x-enumDescriptions"],
                Value::as_str,
            ),
            deprecated: list(data, &["x-enumDeprecated"], Value::as_bool),
            azure: azure.map_or(&[], Vec::as_slice),
        }
    }

    /// What the value of that number is called.
    pub(super) fn name(&self, index: usize, value: &Value) -> Option<String> {
        self.text(&self.names, index, value, "name")
    }

    pub(super) fn description(&self, index: usize, value: &Value) -> Option<String> {
        self.text(&self.descriptions, index, value, "description")
    }

    pub(super) fn is_deprecated(&self, index: usize) -> bool {
        self.deprecated.get(index).copied().flatten() == Some(true)
    }

    fn text(
        &self,
        texts: &[Option<&str>],
        index: usize,
        value: &Value,
        key: &str,
    ) -> Option<String> {
        let listed = texts.get(index).copied().flatten();
        let about = |said: &&Value| said.get("value") == Some(value);
        let azure = || self.azure.iter().find(about)?.get(key)?.as_str();
        listed.or_else(azure).map(str::to_owned)
    }
}

/// What the first of several keys lists, one for each value.
fn list<'a, T>(
    data: &'a SchemaData,
    keys: &[&str],
    read: impl Fn(&'a Value) -> Option<T>,
) -> Vec<Option<T>> {
    let list = keys
        .iter()
        .find_map(|key| data.extensions.get(*key)?.as_array());
    list.into_iter().flatten().map(read).collect()
}
