//! Reading values.

use core::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer};

/// A type that can be read from the wire.
///
/// It reads from any self-describing format that serde knows.
pub trait Decode: Sized {
    /// Reads one value.
    ///
    /// # Errors
    ///
    /// When the input is malformed, or does not fit the type.
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// Reads a value from JSON text, all of which must belong to it.
///
/// # Errors
///
/// When the text is not JSON, or does not fit the type; [`error_path`](super::error_path) tells
/// where.
pub fn from_slice<T: Decode>(json: &[u8]) -> Result<T, serde_json::Error> {
    // RFC 8259, section 8.1: what a parser may ignore.
    let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let value = T::decode(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

/// Carries [`Decode`] through serde's accessors of lists and maps.
pub(super) struct Seed<T>(PhantomData<T>);

impl<T> Seed<T> {
    pub(super) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: Decode> DeserializeSeed<'de> for Seed<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::decode(deserializer)
    }
}
