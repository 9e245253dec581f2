//! Reading an object property by property.

use core::fmt;
use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::decode::Seed;
use super::path::{self, Step};
use super::{Decode, Maybe};

/// Hands out the properties of an object.
///
/// The first error is kept, ends the reading, and comes out of [`finish`](Self::finish): what
/// `rustc` has to check in each generated type is then one plain call a property, of a trait without
/// lifetimes.
pub trait Properties: Sized {
    /// What stands in the way.
    type Error;

    /// Goes to the next property, past the value of this one if nobody read it.
    fn key(&mut self) -> Option<&str>;

    /// Reads the value of a property, unless an error is met.
    fn value<T: Decode>(&mut self) -> Option<T>;

    /// Reads the value of a property that must be there.
    fn required<T: Decode>(&mut self, slot: &mut Option<T>) {
        *slot = self.value();
    }

    /// Reads the value of a property that may be absent or `null`, between which its type makes no
    /// difference.
    fn optional<T: Decode>(&mut self, slot: &mut Option<T>);

    /// Reads the value of a property that may be absent, and may be `null`.
    fn maybe<T: Decode>(&mut self, slot: &mut Maybe<T>) {
        *slot = self.value().map_or(Maybe::Absent, |value: Option<T>| {
            value.map_or(Maybe::Null, Maybe::Value)
        });
    }

    /// Reads the value of a property that the schema does not declare, and keeps it by its name.
    fn rest<T: Decode>(&mut self, slot: &mut BTreeMap<String, T>);

    /// Gives the object, unless an error was met on the way.
    ///
    /// # Errors
    ///
    /// The first error met.
    fn finish<T>(self, object: T) -> Result<T, Self::Error>;

    /// Reports that a required property was not there, unless an error was met before.
    ///
    /// # Errors
    ///
    /// Always.
    fn missing<T>(self, key: &'static str) -> Result<T, Self::Error>;

    /// Reports that there was an object where none can be.
    ///
    /// # Errors
    ///
    /// Always.
    fn refused<T>(self) -> Result<T, Self::Error>;
}

/// The properties of an object that serde reads.
pub(super) struct ObjectReader<'de, A: MapAccess<'de>> {
    map: A,
    /// Borrowed from the input, where that has it as it is.
    key: Cow<'de, str>,
    unread: bool,
    error: Option<A::Error>,
}

impl<'de, A: MapAccess<'de>> ObjectReader<'de, A> {
    /// Starts at the first property.
    pub(super) fn new(map: A) -> Self {
        Self {
            map,
            key: Cow::Borrowed(""),
            unread: false,
            error: None,
        }
    }

    #[cold]
    fn fail(&mut self, error: A::Error) {
        self.error = Some(path::unreadable(Step::Key(&self.key), error));
    }
}

impl<'de, A: MapAccess<'de>> Properties for ObjectReader<'de, A> {
    type Error = A::Error;

    fn key(&mut self) -> Option<&str> {
        if self.unread {
            self.value::<Ignored>();
        }
        if self.error.is_some() {
            return None;
        }
        match self.map.next_key_seed(Key(&mut self.key)) {
            Ok(Some(())) => {
                self.unread = true;
                Some(&self.key)
            }
            Ok(None) => None,
            Err(error) => {
                self.error = Some(error);
                None
            }
        }
    }

    fn value<T: Decode>(&mut self) -> Option<T> {
        self.unread = false;
        match self.map.next_value_seed(Seed::new()) {
            Ok(value) => Some(value),
            Err(error) => {
                self.fail(error);
                None
            }
        }
    }

    // Not by `value`, out of whose answer it would be moved once more: a tenth of what reading costs.
    fn optional<T: Decode>(&mut self, slot: &mut Option<T>) {
        self.unread = false;
        match self.map.next_value_seed(Seed::new()) {
            Ok(value) => *slot = value,
            Err(error) => self.fail(error),
        }
    }

    fn rest<T: Decode>(&mut self, slot: &mut BTreeMap<String, T>) {
        if let Some(value) = self.value() {
            slot.insert(self.key.clone().into_owned(), value);
        }
    }

    fn finish<T>(self, object: T) -> Result<T, A::Error> {
        match self.error {
            Some(error) => Err(error),
            None => Ok(object),
        }
    }

    #[cold]
    fn missing<T>(self, key: &'static str) -> Result<T, A::Error> {
        Err(self.error.unwrap_or_else(|| de::Error::missing_field(key)))
    }

    #[cold]
    fn refused<T>(self) -> Result<T, A::Error> {
        let unexpected = de::Unexpected::Map;
        Err(de::Error::invalid_type(unexpected, &"no object"))
    }
}

/// A value nobody asked for.
struct Ignored;

impl Decode for Ignored {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer
            .deserialize_ignored_any(IgnoredAny)
            .map(|_| Self)
    }
}

/// Reads a key: as it stands in the input, or into one buffer that is used again for each.
struct Key<'a, 'de>(&'a mut Cow<'de, str>);

impl<'de> DeserializeSeed<'de> for Key<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key<'_, 'de> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a property name")
    }

    fn visit_borrowed_str<E: de::Error>(self, key: &'de str) -> Result<(), E> {
        *self.0 = Cow::Borrowed(key);
        Ok(())
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<(), E> {
        let mut buffer = match std::mem::take(self.0) {
            Cow::Owned(buffer) => buffer,
            Cow::Borrowed(_) => String::new(),
        };
        buffer.clear();
        buffer.push_str(key);
        *self.0 = Cow::Owned(buffer);
        Ok(())
    }
}
