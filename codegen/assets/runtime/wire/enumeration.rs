//! Enums of listed values, open to others.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{self, Deserializer, Visitor};

/// Reads a string as the variant it names, without a copy of the string.
///
/// # Errors
///
/// When the input is not a string.
pub fn decode_name<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: for<'a> From<&'a str>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_str(NameVisitor(PhantomData))
}

struct NameVisitor<T>(PhantomData<T>);

impl<T: for<'a> From<&'a str>> Visitor<'_> for NameVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<T, E> {
        Ok(T::from(name))
    }
}

/// The value with a text, where the document lists it.
pub fn listed<'a, T>(values: &'a [T], as_str: fn(&T) -> &str, text: &str) -> Option<&'a T> {
    values.iter().find(|value| as_str(value) == text)
}

/// Makes an enum of listed values; `Unknown` takes every other value. Its `Debug` is its name and its
/// value:
///
/// ```text
/// wire_enum!(
///     /// Which way to sort.
///     pub enum Direction: str {
///         Asc = "asc",
///         /// The default.
///         Desc = "desc",
///     }
/// );
/// wire_enum!(pub enum Priority: i64 { _1 = 1, Minus1 = -1 });
/// wire_enum!(pub enum Kind: str weighed { Cat = "cat" });  // unions choose by it
/// ```
#[allow(unused_macros, reason = "a document may have no enum")]
macro_rules! wire_enum {
    (
        $(#[$attribute:meta])*
        pub enum $name:ident: $kind:ident $($weighed:ident)? $(#[allow($($lint:tt)+)])? {
            $($(#[$note:meta])* $variant:ident = $value:literal),* $(,)?
        }
    ) => {
        $(#[$attribute])*
        #[derive(::core::clone::Clone)]
        #[non_exhaustive]
        pub enum $name {
            $(
                #[doc = ::core::concat!("`", ::core::stringify!($value), "`")]
                #[doc = ""]
                $(#[$note])*
                $variant,
            )*
            /// A value that the document does not list.
            Unknown($crate::runtime::wire::Unknown),
        }

        $crate::runtime::wire::wire_enum!(@$kind $name { $($variant = $value)* } $([$($lint)+])?);
        $crate::runtime::wire::wire_enum!(@fits ($($weighed)?) $kind $name { $($value)* } $([$($lint)+])?);
        $(#[allow($($lint)+, reason = "a table names every variant")])?
        impl $crate::runtime::wire::Generated for $name {}
    };
    (@str $name:ident { $($variant:ident = $value:literal)* } $([$($lint:tt)+])?) => {
        $(#[allow($($lint)+, reason = "a table names every variant")])?
        impl $name {
            /// The values that the document lists.
            pub const LISTED: &'static [Self] = &[$(Self::$variant),*];

            /// The text of this value on the wire.
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(unknown) => unknown.json().as_str().unwrap_or_default(),
                }
            }
        }

        $(#[allow($($lint)+, reason = "a table names every variant")])?
        impl ::core::convert::From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                match $crate::runtime::wire::listed(Self::LISTED, Self::as_str, text) {
                    ::core::option::Option::Some(listed) => listed.clone(),
                    ::core::option::Option::None => Self::Unknown($crate::runtime::wire::Unknown::new(text)),
                }
            }
        }

        $(#[allow($($lint)+, reason = "a table names every variant")])?
        impl ::core::convert::From<::std::string::String> for $name {
            #[inline]
            fn from(text: ::std::string::String) -> Self {
                <Self as ::core::convert::From<&str>>::from(&text)
            }
        }

        $(#[allow($($lint)+, reason = "a table names every variant")])?
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::wire::decode_name(deserializer)
            }
        }

        $crate::runtime::wire::wire_enum!(@encode $name as_str serialize_str $([$($lint)+])?);
    };
    (@i64 $name:ident { $($variant:ident = $value:literal)* } $([$($lint:tt)+])?) => {
        $(#[allow($($lint)+, reason = "a table names every variant")])?
        impl $name {
            /// The values that the document lists.
            pub const LISTED: &'static [Self] = &[$(Self::$variant),*];

            /// The number of this value on the wire.
            #[inline]
            pub fn value(&self) -> i64 {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(unknown) => {
                        <i64 as $crate::runtime::wire::Decode>::decode(unknown.json()).unwrap_or_default()
                    }
                }
            }
        }

        $(#[allow($($lint)+, reason = "a table names every variant")])?
        impl ::core::convert::From<i64> for $name {
            #[inline]
            fn from(value: i64) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    unknown => Self::Unknown($crate::runtime::wire::Unknown::new(unknown)),
                }
            }
        }

        $(#[allow($($lint)+, reason = "a table names every variant")])?
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                <i64 as $crate::runtime::wire::Decode>::decode(deserializer)
                    .map(<Self as ::core::convert::From<i64>>::from)
            }
        }

        $crate::runtime::wire::wire_enum!(@encode $name value serialize_i64 $([$($lint)+])?);
    };
    (@encode $name:ident $value:ident $serialize:ident $([$($lint:tt)+])?) => {
        $(#[allow($($lint)+, reason = "a table names every variant")])?
        impl ::core::cmp::PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.$value() == other.$value()
            }
        }

        $(#[allow($($lint)+, reason = "a table names every variant")])?
        impl ::core::cmp::Eq for $name {}

        $(#[allow($($lint)+, reason = "a table names every variant")])?
        impl ::core::hash::Hash for $name {
            fn hash<H: ::core::hash::Hasher>(&self, hasher: &mut H) {
                ::core::hash::Hash::hash(&self.$value(), hasher);
            }
        }

        $(#[allow($($lint)+, reason = "a table names every variant")])?
        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.$value(), formatter)
            }
        }

        $crate::runtime::wire::shown!($name $([$($lint)+])?);

        $(#[allow($($lint)+, reason = "a table names every variant")])?
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.$serialize(self.$value())
            }
        }
    };
    (@fits () $kind:ident $name:ident { $($value:literal)* } $($lint:tt)?) => {};
    (@fits (weighed) str $name:ident { $($value:literal)* } $([$($lint:tt)+])?) => {
        $(#[allow($($lint)+, reason = "a table names every variant")])?
        impl $crate::runtime::wire::Fits for $name {
            #[inline]
            fn fits(value: &::serde_json::Value, _: u8) -> $crate::runtime::wire::Score {
                $crate::runtime::wire::weigh_text(value, &[$($value),*])
            }
        }
    };
    (@fits (weighed) i64 $name:ident { $($value:literal)* } $([$($lint:tt)+])?) => {
        $(#[allow($($lint)+, reason = "a table names every variant")])?
        impl $crate::runtime::wire::Fits for $name {
            #[inline]
            fn fits(value: &::serde_json::Value, _: u8) -> $crate::runtime::wire::Score {
                $crate::runtime::wire::weigh_integer(value, &[$($value),*])
            }
        }
    };
}

pub(crate) use wire_enum;
