//! Values from a later version of a document.

use core::fmt;

use serde::Serializer;
use serde_json::Value;

use super::Encode;

/// A value that the document of this client does not list.
///
/// It is opaque, and is written as it was read. Code that looked into it would go dead on the day
/// the value gets a variant of its own; ask the enum itself for its text or number instead, which
/// answers the same before and after.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Unknown(Value);

impl Unknown {
    pub(crate) fn new(value: impl Into<Value>) -> Self {
        Self(value.into())
    }

    pub(crate) fn json(&self) -> &Value {
        &self.0
    }
}

impl fmt::Display for Unknown {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.json() {
            Value::String(text) => formatter.pad(text),
            other => other.fmt(formatter),
        }
    }
}

impl Encode for Unknown {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json().encode(serializer)
    }
}
