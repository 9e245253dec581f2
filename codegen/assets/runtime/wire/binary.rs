//! Raw data inside a text document.

use bytes::Bytes;
use serde::de::Deserializer;
use serde::ser::{self, Serializer};

use super::{Decode, Encode};

/// A string of format `binary` is its text, which must therefore be UTF-8.
impl Encode for Bytes {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match core::str::from_utf8(self) {
            Ok(text) => serializer.serialize_str(text),
            Err(error) => Err(ser::Error::custom(error)),
        }
    }
}

impl Decode for Bytes {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::decode(deserializer).map(Self::from)
    }
}
