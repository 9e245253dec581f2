//! Writing values.

use serde::ser::{Serialize, Serializer};
use serde_json::Value;

/// A type that can be written to the wire.
pub trait Encode {
    /// Writes the value.
    ///
    /// # Errors
    ///
    /// When the format cannot express the value, or when the output fails.
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

/// Writes a value as JSON text.
///
/// # Errors
///
/// When JSON cannot express the value, as with a number that is not finite.
pub fn to_vec<T: Encode + ?Sized>(value: &T) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(&Wire(value))
}

/// Writes a value as a JSON tree.
///
/// # Errors
///
/// When JSON cannot express the value, as with a number that is not finite.
pub fn to_value<T: Encode + ?Sized>(value: &T) -> Result<Value, serde_json::Error> {
    serde_json::to_value(Wire(value))
}

/// Carries [`Encode`] through serde's writers of lists and maps.
pub(super) struct Wire<'a, T: ?Sized>(pub(super) &'a T);

impl<T: Encode + ?Sized> Serialize for Wire<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.encode(serializer)
    }
}
