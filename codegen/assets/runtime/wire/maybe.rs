//! Properties that may be absent, and may be `null`.

use serde::Serializer;

use super::{Encode, ObjectWriter};

/// A property that may be left out, and may be `null`, which mean different things.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Maybe<T> {
    /// The property is left out.
    #[default]
    Absent,
    /// The property is there, and `null`.
    Null,
    /// The property is there, with a value.
    Value(T),
}

impl<T> Maybe<T> {
    /// The value, if there is one.
    pub fn as_option(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value, if there is one.
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Whether the property is left out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the property is there, and `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl<T> From<T> for Maybe<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<S: Serializer> ObjectWriter<S> {
    /// Writes a property, possibly as `null`, unless it is absent.
    pub fn maybe<T: Encode>(self, key: &str, value: &Maybe<T>) -> Self {
        match value {
            Maybe::Absent => self,
            Maybe::Null => self.nullable::<T>(key, &None),
            Maybe::Value(value) => self.required(key, value),
        }
    }
}
