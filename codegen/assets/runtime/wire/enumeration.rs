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

/// Says how an enum looks on the wire, a row for each variant; `Unknown` takes every other value:
///
/// ```text
/// wire_enum!(Direction: str { Asc = "asc", Desc = "desc" });
/// wire_enum!(Priority: i64 { _1 = 1, Minus1 = -1 });
/// ```
#[allow(unused_macros, reason = "a document may have no enum")]
macro_rules! wire_enum {
    ($name:ident: str { $($variant:ident = $value:literal),* $(,)? }) => {
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

        #[allow(deprecated, reason = "a table names every variant")]
        impl ::core::convert::From<::std::string::String> for $name {
            fn from(text: ::std::string::String) -> Self {
                <Self as ::core::convert::From<&str>>::from(&text)
            }
        }

        #[allow(deprecated, reason = "a table names every variant")]
        impl $crate::runtime::wire::Decode for $name {
            fn decode<'de, D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::wire::decode_name(deserializer)
            }
        }

        $crate::runtime::wire::wire_enum!(@ $name as_str);
    };
    ($name:ident: $int:ident { $($variant:ident = $value:literal),* $(,)? }) => {
        #[allow(deprecated, reason = "a table names every variant")]
        impl $name {
            /// The number of this value on the wire.
            pub fn value(&self) -> $int {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(unknown) => {
                        <$int as $crate::runtime::wire::Decode>::decode(unknown.json()).unwrap_or_default()
                    }
                }
            }
        }

        #[allow(deprecated, reason = "a table names every variant")]
        impl ::core::convert::From<$int> for $name {
            fn from(value: $int) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    unknown => Self::Unknown($crate::runtime::wire::Unknown::new(unknown)),
                }
            }
        }

        #[allow(deprecated, reason = "a table names every variant")]
        impl $crate::runtime::wire::Decode for $name {
            fn decode<'de, D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                <$int as $crate::runtime::wire::Decode>::decode(deserializer)
                    .map(<Self as ::core::convert::From<$int>>::from)
            }
        }

        $crate::runtime::wire::wire_enum!(@ $name value);
    };
    (@ $name:ident $value:ident) => {
        #[allow(deprecated, reason = "a table names every variant")]
        impl ::core::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.$value(), formatter)
            }
        }

        #[allow(deprecated, reason = "a table names every variant")]
        impl $crate::runtime::wire::Encode for $name {
            fn encode<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::runtime::wire::Encode::encode(&self.$value(), serializer)
            }
        }

        #[allow(deprecated, reason = "a table names every variant")]
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::runtime::wire::Encode::encode(self, serializer)
            }
        }

        #[allow(deprecated, reason = "a table names every variant")]
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::wire::Decode::decode(deserializer)
            }
        }
    };
}

pub(crate) use wire_enum;
