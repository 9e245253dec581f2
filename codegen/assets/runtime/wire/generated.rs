//! Types that stand in the document.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde::{Deserializer, Serialize, Serializer};

use super::object_reader::{ObjectReader, Properties};
use super::{Decode, Encode};

/// A type that a table of its own gives serde's traits, which say how it looks on the wire.
pub trait Generated: Serialize + DeserializeOwned {
    /// Collects the properties of an object as they are handed out.
    ///
    /// # Errors
    ///
    /// When a property cannot be read, or a required one is missing; always, where the type is no
    /// object.
    fn read<P: Properties>(properties: P) -> Result<Self, P::Error> {
        properties.refused()
    }
}

impl<T: Generated> Generated for Box<T> {}

impl<T: Generated> Encode for T {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }
}

impl<T: Generated> Decode for T {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer)
    }
}

/// Reads an object; a list of values in the order of its fields is not one.
///
/// # Errors
///
/// When the input is malformed, or does not fit the type.
pub fn decode_object<'de, T: Generated, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Generated> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::read(ObjectReader::new(map))
    }
}
