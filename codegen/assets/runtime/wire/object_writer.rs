//! Writing an object property by property.

use std::collections::BTreeMap;

use serde::ser::{SerializeMap, Serializer};

use super::Encode;
use super::encode::Wire;
use super::path::{self, Step};

/// Takes the properties of an object.
///
/// The first error is kept and comes out of [`finish`](Self::finish), so that a generated type is
/// written by one chain of calls.
#[must_use = "an object is not written until `finish`"]
pub struct ObjectWriter<S: Serializer> {
    map: Result<S::SerializeMap, S::Error>,
}

impl<S: Serializer> ObjectWriter<S> {
    /// Starts an object.
    pub fn new(serializer: S) -> Self {
        Self {
            map: serializer.serialize_map(None),
        }
    }

    /// Writes a property that is always there.
    #[inline]
    pub fn required<T: Encode>(mut self, key: &str, value: &T) -> Self {
        let Ok(map) = &mut self.map else {
            return self;
        };
        if let Err(error) = map.serialize_entry(key, &Wire(value)) {
            self.map = Err(path::unwritable(Step::Key(key), error));
        }
        self
    }

    /// Writes a property that is always there, if only as `null`.
    pub fn nullable<T: Encode>(self, key: &str, value: &Option<T>) -> Self {
        self.required(key, value)
    }

    /// Writes a property unless it is absent.
    #[inline]
    pub fn optional<T: Encode>(self, key: &str, value: &Option<T>) -> Self {
        match value {
            Some(value) => self.required(key, value),
            None => self,
        }
    }

    /// Writes the properties that the schema does not declare.
    pub fn rest<T: Encode>(self, values: &BTreeMap<String, T>) -> Self {
        values
            .iter()
            .fold(self, |writer, (key, value)| writer.required(key, value))
    }

    /// Ends the object.
    ///
    /// # Errors
    ///
    /// The first error met.
    pub fn finish(self) -> Result<S::Ok, S::Error> {
        self.map?.end()
    }
}
