//! How values are shown to people.

use core::fmt;

use serde::Serialize;

/// Shows a value by its name and what it is on the wire: `Contact {"name":"Ada"}`.
///
/// # Errors
///
/// When the formatter fails.
pub fn show<T: Serialize>(
    name: &str,
    value: &T,
    formatter: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let json = match formatter.alternate() {
        true => serde_json::to_string_pretty(value),
        false => serde_json::to_string(value),
    };
    match json {
        Ok(json) => write!(formatter, "{name} {json}"),
        Err(error) => write!(formatter, "{name} ({error})"),
    }
}

/// Gives a type a `Debug` that shows it so.
macro_rules! shown {
    ($name:ident $([$($lint:tt)+])?) => {
        $(#[allow($($lint)+, reason = "a table names every type")])?
        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::runtime::wire::show(::core::stringify!($name), self, formatter)
            }
        }
    };
}

pub(crate) use shown;
