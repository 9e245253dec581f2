//! Headers that answers declare.

use http::HeaderMap;
use http::header::SET_COOKIE;
use serde_json::Value;

use super::response::Response;
use super::wire::Decode;

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

/// Reads one header.
pub fn header<T: Decode>(headers: &HeaderMap, name: &str) -> Option<T> {
    let readings = readings(&text(headers, name)?);
    let mut values = readings.into_iter().map(T::decode);
    values.find_map(Result::ok)
}

/// What all lines of a header say together (RFC 9110, section 5.3).
fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    let lines = headers.get_all(name).into_iter();
    let lines: Vec<_> = lines
        .map(|line| String::from_utf8_lossy(line.as_bytes()))
        .collect();
    // The one header whose lines cannot be joined by a comma.
    let joint = if name.eq_ignore_ascii_case(SET_COOKIE.as_str()) {
        "\n"
    } else {
        ", "
    };
    (!lines.is_empty()).then(|| lines.join(joint))
}

/// What the text of a header may mean, in the style `simple`: the text, JSON, a list, an object. Its
/// type decides.
fn readings(text: &str) -> Vec<Value> {
    let items: Vec<&str> = text.split(',').map(str::trim).collect();
    let mut readings = vec![Value::from(text)];
    readings.extend(serde_json::from_str(text.trim()).ok());
    readings.push(items.clone().into());
    readings.push(items.iter().map(|item| scalar(item)).collect());
    readings.push(object(&items));
    readings
}

/// `a=1,b=2` or `a,1,b,2`.
fn object(items: &[&str]) -> Value {
    let exploded = items.iter().filter_map(|item| item.split_once('='));
    let exploded: Vec<_> = exploded.collect();
    let pairs = match exploded.len() == items.len() {
        true => exploded,
        false => items
            .chunks_exact(2)
            .map(|pair| (pair[0], pair[1]))
            .collect(),
    };
    let members = pairs.into_iter();
    members
        .map(|(key, value)| (key.to_owned(), scalar(value)))
        .collect()
}

fn scalar(text: &str) -> Value {
    match serde_json::from_str(text) {
        Ok(value @ (Value::Bool(_) | Value::Number(_))) => value,
        Ok(Value::Null | Value::String(_) | Value::Array(_) | Value::Object(_)) | Err(_) => {
            Value::from(text)
        }
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
