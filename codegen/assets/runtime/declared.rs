//! Headers that answers declare.

use http::HeaderMap;
use http::header::SET_COOKIE;
use serde::de::value::{self, MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, Error, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;

use super::response::Response;
use super::wire::{self, Decode};

/// Headers with their types.
pub trait Headers: Sized {
    /// Reads them. One that is not there, or does not fit its type, is none: servers get headers wrong,
    /// and their text stays at hand.
    fn of(headers: &HeaderMap) -> Self;
}

impl<T, H: Headers> Response<T, H> {
    /// The headers that the document declares, with their types; [`headers`](Self::headers) has all of
    /// them as text.
    pub fn typed_headers(&self) -> H {
        H::of(self.headers())
    }
}

/// Reads one header in the style `simple`: its text, JSON, a list or an object. Its type decides.
pub fn header<T: Decode>(headers: &HeaderMap, name: &str) -> Option<T> {
    // The one header whose lines are its items, in which a comma may stand (RFC 6265, section 3;
    // OpenAPI 3.2.0, "Representing the Set-Cookie Header").
    let (joint, sign) = match name.eq_ignore_ascii_case(SET_COOKIE.as_str()) {
        true => ("\n", '\n'),
        false => (", ", ','),
    };
    let text = text(headers, name, joint)?;
    let items: Vec<&str> = text.split(sign).map(str::trim).collect();
    T::decode(Value::from(&*text))
        .or_else(|_| wire::from_slice(text.as_bytes()))
        .ok()
        .or_else(|| T::decode(list(&items)).ok())
        .or_else(|| T::decode(object(&items)).ok())
}

/// What all lines of a header say together (RFC 9110, section 5.3).
fn text(headers: &HeaderMap, name: &str, joint: &str) -> Option<String> {
    let lines = headers.get_all(name).into_iter();
    let lines: Vec<_> = lines
        .map(|line| String::from_utf8_lossy(line.as_bytes()))
        .collect();
    (!lines.is_empty()).then(|| lines.join(joint))
}

fn list<'de>(items: &[&'de str]) -> impl Deserializer<'de> {
    let items: Vec<_> = items.iter().copied().map(Member).collect();
    SeqDeserializer::<_, value::Error>::new(items.into_iter())
}

/// `a=1,b=2` or `a,1,b,2`.
fn object<'de>(items: &[&'de str]) -> impl Deserializer<'de> {
    let exploded = items.iter().map(|item| item.split_once('='));
    let pairs = exploded.collect::<Option<Vec<_>>>().unwrap_or_else(|| {
        let pairs = items.chunks_exact(2);
        pairs.map(|pair| (pair[0], pair[1])).collect()
    });
    let members = pairs.into_iter().map(|(key, text)| (key, Member(text)));
    MapDeserializer::<_, value::Error>::new(members)
}

/// The text of a member of a list or an object: a type that wants text takes it as it stands, and any
/// other the number or the boolean that it spells.
struct Member<'de>(&'de str);

impl<'de> IntoDeserializer<'de> for Member<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Member<'de> {
    type Error = value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, value::Error> {
        match serde_json::from_str(self.0) {
            Ok(Value::Number(number)) => number.deserialize_any(visitor).map_err(Error::custom),
            Ok(Value::Bool(value)) => visitor.visit_bool(value),
            Ok(Value::Null | Value::String(_) | Value::Array(_) | Value::Object(_)) | Err(_) => {
                visitor.visit_borrowed_str(self.0)
            }
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, value::Error> {
        visitor.visit_borrowed_str(self.0)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, value::Error> {
        visitor.visit_borrowed_str(self.0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, value::Error> {
        visitor.visit_some(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Makes the type of headers that answers declare:
///
/// ```text
/// headers!(
///     /// The headers `X-Total` and `X-Page`.
///     TotalPageHeaders {
///         /// How many there are
///         x_total: i64 = "X-Total",
///         x_page: String = "X-Page",
///     }
/// );
/// ```
macro_rules! headers {
    (
        $(#[$attribute:meta])*
        $name:ident {
            $( $(#[$field_attribute:meta])* $field:ident: $value:ty = $header:literal, )*
        }
    ) => {
        $(#[$attribute])*
        #[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::default::Default, ::core::cmp::PartialEq)]
        #[non_exhaustive]
        #[allow(deprecated, reason = "the document still uses what it deprecates")]
        pub struct $name {
            $(
                $(#[$field_attribute])*
                #[doc = ""]
                #[doc = ::core::concat!("The header `", $header, "`.")]
                pub $field: ::core::option::Option<$value>,
            )*
        }

        #[allow(deprecated, reason = "a table names every field")]
        impl $crate::runtime::Headers for $name {
            #[inline]
            fn of(headers: &$crate::runtime::HeaderMap) -> Self {
                Self {
                    $( $field: $crate::runtime::header(headers, $header), )*
                }
            }
        }
    };
}

pub(crate) use headers;
