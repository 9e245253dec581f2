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

/// Makes an enum of listed values; `Unknown` takes every other value:
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
        pub enum $name:ident: $kind:ident $($weighed:ident)? {
            $($(#[$note:meta])* $variant:ident = $value:literal),* $(,)?
        }
    ) => {
        $(#[$attribute])*
        #[derive(::core::clone::Clone, ::core::fmt::Debug)]
        #[derive(::core::cmp::Eq, ::core::hash::Hash, ::core::cmp::PartialEq)]
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

        $crate::runtime::wire::wire_enum!(@$kind $name { $($variant = $value)* });
        $crate::runtime::wire::wire_enum!(@fits ($($weighed)?) $kind $name { $($value)* });
        $crate::runtime::wire::wire_serde!($name);
    };
    (@str $name:ident { $($variant:ident = $value:literal)* }) => {
        #[allow(deprecated, reason = "a table names every variant")]
        impl $name {
            /// The text of this value on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(unknown) => unknown.json().as_str().unwrap_or_default(),
                }
            }
        }

        #[allow(deprecated, reason = "a table names every variant")]
        impl ::core::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($value => Self::$variant,)*
                    unknown => Self::Unknown($crate::runtime::wire::Unknown::new(unknown)),
                }
            }
        }

        #[allow(deprecated, reason = "a table names every type")]
        impl ::core::convert::From<::std::string::String> for $name {
            fn from(text: ::std::string::String) -> Self {
                <Self as ::core::convert::From<&str>>::from(&text)
            }
        }

        #[allow(deprecated, reason = "a table names every type")]
        impl $crate::runtime::wire::Decode for $name {
            fn decode<'de, D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::wire::decode_name(deserializer)
            }
        }

        $crate::runtime::wire::wire_enum!(@encode $name as_str);
    };
    (@i64 $name:ident { $($variant:ident = $value:literal)* }) => {
        #[allow(deprecated, reason = "a table names every variant")]
        impl $name {
            /// The number of this value on the wire.
            pub fn value(&self) -> i64 {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(unknown) => {
                        <i64 as $crate::runtime::wire::Decode>::decode(unknown.json()).unwrap_or_default()
                    }
                }
            }
        }

        #[allow(deprecated, reason = "a table names every variant")]
        impl ::core::convert::From<i64> for $name {
            fn from(value: i64) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    unknown => Self::Unknown($crate::runtime::wire::Unknown::new(unknown)),
                }
            }
        }

        #[allow(deprecated, reason = "a table names every type")]
        impl $crate::runtime::wire::Decode for $name {
            fn decode<'de, D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                <i64 as $crate::runtime::wire::Decode>::decode(deserializer)
                    .map(<Self as ::core::convert::From<i64>>::from)
            }
        }

        $crate::runtime::wire::wire_enum!(@encode $name value);
    };
    (@encode $name:ident $value:ident) => {
        #[allow(deprecated, reason = "a table names every type")]
        impl ::core::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.$value(), formatter)
            }
        }

        #[allow(deprecated, reason = "a table names every type")]
        impl $crate::runtime::wire::Encode for $name {
            fn encode<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::runtime::wire::Encode::encode(&self.$value(), serializer)
            }
        }
    };
    (@fits () $kind:ident $name:ident { $($value:literal)* }) => {};
    (@fits (weighed) str $name:ident { $($value:literal)* }) => {
        #[allow(deprecated, reason = "a table names every type")]
        impl $crate::runtime::wire::Fits for $name {
            fn fits(value: &::serde_json::Value, _: u8) -> $crate::runtime::wire::Score {
                $crate::runtime::wire::weigh_text(value, &[$($value),*])
            }
        }
    };
    (@fits (weighed) i64 $name:ident { $($value:literal)* }) => {
        #[allow(deprecated, reason = "a table names every type")]
        impl $crate::runtime::wire::Fits for $name {
            fn fits(value: &::serde_json::Value, _: u8) -> $crate::runtime::wire::Score {
                $crate::runtime::wire::weigh_integer(value, &[$($value),*])
            }
        }
    };
}

pub(crate) use wire_enum;
