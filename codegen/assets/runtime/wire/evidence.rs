//! The table that lets a union weigh its members.

/// Says by what a value is known to be of an object that unions choose from:
///
/// ```text
/// evidence!(Cat { required "kind": Kind; optional "meow!": bool, "age": i64; });
/// evidence!(Tags { optional "main": String; rest String; });  // what it does not declare
/// ```
#[allow(
    unused_macros,
    reason = "a union may choose between types that need no table"
)]
macro_rules! evidence {
    ($name:ident $(#[allow($($lint:tt)+)])? {
        $(required $($required:literal: $required_ty:ty),+;)?
        $(optional $($optional:literal: $optional_ty:ty),+;)?
        $(rest $rest:ty;)?
    }) => {
        $(#[allow($($lint)+, reason = "a table names every type")])?
        impl $crate::runtime::wire::Fits for $name {
            const KEYS: &'static [$crate::runtime::wire::Key] = &[
                $($($crate::runtime::wire::Key {
                    name: $required,
                    required: true,
                    fits: <$required_ty as $crate::runtime::wire::Fits>::fits,
                },)+)?
                $($($crate::runtime::wire::Key {
                    name: $optional,
                    required: false,
                    fits: <$optional_ty as $crate::runtime::wire::Fits>::fits,
                },)+)?
            ];
            $(
                const REST: ::core::option::Option<$crate::runtime::wire::Weigh> =
                    ::core::option::Option::Some(<$rest as $crate::runtime::wire::Fits>::fits);
            )?
        }
    };
}

#[allow(
    unused_imports,
    reason = "a union may choose between types that need no table"
)]
pub(crate) use evidence;
