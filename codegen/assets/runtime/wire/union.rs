//! Unions: values of one of several types.

use serde_json::Value;

use super::fits::{DEPTH, Score};

/// The members that a value may be of, by their numbers, the one that accounts for most of it first;
/// of several that account for the same, the one that the document lists first.
#[must_use]
pub fn ranked(value: &Value, members: &[fn(&Value, u8) -> Score]) -> Vec<usize> {
    let scores = members.iter().map(|fits| fits(value, DEPTH));
    let mut fitting: Vec<_> = scores
        .enumerate()
        .filter(|(_, score)| score.is_some())
        .collect();
    fitting.sort_by_key(|(_, score)| core::cmp::Reverse(*score));
    fitting.into_iter().map(|(member, _)| member).collect()
}

/// The member that the discriminator names, by its number: none of them where it names another,
/// `None` where the value has no discriminator.
#[must_use]
pub fn named(value: &Value, property: &str, names: &[&[&str]]) -> Option<Vec<usize>> {
    let name = value.get(property)?.as_str()?;
    let member = names.iter().position(|names| names.contains(&name));
    Some(member.into_iter().collect())
}

/// Says how a union looks on the wire, a row for each member; `Unknown` takes what is of none:
///
/// ```text
/// wire_union!(Answer { Text(String), Items(Vec<Item>) });
/// wire_union!(Pet by "kind" { Cat(Cat) = ["cat"], Dog(Box<Dog>) = ["dog", "hound"] });
/// ```
#[allow(unused_macros, reason = "a document may have no union")]
macro_rules! wire_union {
    ($name:ident { $($variant:ident($member:ty)),* $(,)? }) => {
        #[allow(deprecated, reason = "a table names every member")]
        impl $name {
            fn members(value: &::serde_json::Value) -> ::std::vec::Vec<usize> {
                $crate::runtime::wire::ranked(
                    value,
                    &[$(<$member as $crate::runtime::wire::Fits>::fits),*],
                )
            }
        }

        $crate::runtime::wire::wire_union!(@ $name { $($variant($member)),* });
    };
    ($name:ident by $property:literal { $($variant:ident($member:ty) = [$($value:literal),*]),* $(,)? }) => {
        #[allow(deprecated, reason = "a table names every member")]
        impl $name {
            fn members(value: &::serde_json::Value) -> ::std::vec::Vec<usize> {
                $crate::runtime::wire::named(value, $property, &[$(&[$($value),*]),*])
                    .unwrap_or_else(|| $crate::runtime::wire::ranked(
                        value,
                        &[$(<$member as $crate::runtime::wire::Fits>::fits),*],
                    ))
            }
        }

        $crate::runtime::wire::wire_union!(@ $name { $($variant($member)),* });
    };
    (@ $name:ident { $($variant:ident($member:ty)),* }) => {
        #[allow(deprecated, reason = "a table names every member")]
        impl $crate::runtime::wire::Decode for $name {
            fn decode<'de, D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                let value = <::serde_json::Value as $crate::runtime::wire::Decode>::decode(deserializer)?;
                let readers: &[fn(&::serde_json::Value) -> ::core::option::Option<Self>] = &[$(
                    |value| {
                        <$member as $crate::runtime::wire::Decode>::decode(value).ok().map(Self::$variant)
                    }
                ),*];
                let mut members = ::core::iter::IntoIterator::into_iter(Self::members(&value));
                let read = ::core::iter::Iterator::find_map(&mut members, |member| readers[member](&value));
                ::core::result::Result::Ok(read.unwrap_or_else(|| {
                    Self::Unknown($crate::runtime::wire::Unknown::new(value))
                }))
            }
        }

        #[allow(deprecated, reason = "a table names every member")]
        impl $crate::runtime::wire::Encode for $name {
            fn encode<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => $crate::runtime::wire::Encode::encode(value, serializer),)*
                    Self::Unknown(value) => $crate::runtime::wire::Encode::encode(value, serializer),
                }
            }
        }

        #[allow(deprecated, reason = "a table names every member")]
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::runtime::wire::Encode::encode(self, serializer)
            }
        }

        #[allow(deprecated, reason = "a table names every member")]
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::wire::Decode::decode(deserializer)
            }
        }
    };
}

#[allow(unused_imports, reason = "a document may have no union")]
pub(crate) use wire_union;
