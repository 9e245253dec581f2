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

/// How much of a value the member accounts for that accounts for most of it.
#[must_use]
pub fn best(value: &Value, depth: u8, members: &[fn(&Value, u8) -> Score]) -> Score {
    members.iter().filter_map(|fits| fits(value, depth)).max()
}

/// Makes an enum of the types that a value may be of; `Unknown` takes what is of none:
///
/// ```text
/// wire_union!(
///     /// What was found.
///     pub enum Answer { Text(String), Items(Vec<Item>) }
/// );
/// wire_union!(pub enum Pet (by "kind") { Cat(Cat) = ["cat"], Dog(Box<Dog>) = ["dog", "hound"] });
/// wire_union!(pub enum Inner weighed { Text(String) });  // other unions choose by it
/// ```
#[allow(unused_macros, reason = "a document may have no union")]
macro_rules! wire_union {
    (
        $(#[$attribute:meta])*
        pub enum $name:ident $((by $property:literal))? $($weighed:ident)? {
            $($variant:ident($member:ty) $(= [$($value:literal),*])?),* $(,)?
        }
    ) => {
        $(#[$attribute])*
        #[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $(
                #[doc = ::core::concat!("`", ::core::stringify!($member), "`.")]
                $variant($member),
            )*
            /// A value that is of none of these, as it came.
            Unknown($crate::runtime::wire::Unknown),
        }

        #[allow(deprecated, reason = "a table names every member")]
        impl $name {
            fn members(value: &::serde_json::Value) -> ::std::vec::Vec<usize> {
                let weighed = || $crate::runtime::wire::ranked(
                    value,
                    &[$(<$member as $crate::runtime::wire::Fits>::fits),*],
                );
                $crate::runtime::wire::wire_union!(
                    @chosen weighed value [$(&[$($($value),*)?]),*] $($property)?
                )
            }
        }

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

        $crate::runtime::wire::wire_union!(@fits ($($weighed)?) $name { $($member),* });
        $crate::runtime::wire::wire_serde!($name);
    };
    (@chosen $weighed:ident $value:ident $names:tt) => { $weighed() };
    (@chosen $weighed:ident $value:ident $names:tt $property:literal) => {
        $crate::runtime::wire::named($value, $property, &$names).unwrap_or_else($weighed)
    };
    (@fits () $name:ident { $($member:ty),* }) => {};
    (@fits (weighed) $name:ident { $($member:ty),* }) => {
        #[allow(deprecated, reason = "a table names every type")]
        impl $crate::runtime::wire::Fits for $name {
            fn fits(value: &::serde_json::Value, depth: u8) -> $crate::runtime::wire::Score {
                $crate::runtime::wire::best(
                    value,
                    depth,
                    &[$(<$member as $crate::runtime::wire::Fits>::fits),*],
                )
            }
        }
    };
}

#[allow(unused_imports, reason = "a document may have no union")]
pub(crate) use wire_union;
