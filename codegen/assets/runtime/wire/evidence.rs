//! The table that lets a union weigh its members.

/// Says by what a value is known to be of a type, for types that unions choose from:
///
/// ```text
/// evidence!(Cat { required kind: Kind, optional meow: bool = "meow!", });
/// evidence!(enum Colour);  // a listed value speaks for it, another one not against it
/// evidence!(tag Kind);     // only the listed value is one
/// evidence!(union Pet { Cat, Dog });
/// ```
#[allow(
    unused_macros,
    reason = "a union may choose between types that need no table"
)]
macro_rules! evidence {
    (enum $name:ident) => {
        $crate::runtime::wire::evidence!(@listed $name ::core::option::Option::Some(0));
    };
    (tag $name:ident) => {
        $crate::runtime::wire::evidence!(@listed $name ::core::option::Option::None);
    };
    (@listed $name:ident $otherwise:expr) => {
        #[allow(deprecated, reason = "a table names every type")]
        impl $crate::runtime::wire::Fits for $name {
            fn fits(value: &::serde_json::Value, _: u8) -> $crate::runtime::wire::Score {
                match <Self as $crate::runtime::wire::Decode>::decode(value) {
                    ::core::result::Result::Ok(Self::Unknown(_)) => $otherwise,
                    ::core::result::Result::Ok(_) => ::core::option::Option::Some(2),
                    ::core::result::Result::Err(_) => ::core::option::Option::None,
                }
            }
        }
    };
    (union $name:ident { $($member:ty),* $(,)? }) => {
        #[allow(deprecated, reason = "a table names every type")]
        impl $crate::runtime::wire::Fits for $name {
            fn fits(value: &::serde_json::Value, depth: u8) -> $crate::runtime::wire::Score {
                let scores = [$(<$member as $crate::runtime::wire::Fits>::fits(value, depth)),*];
                ::core::iter::Iterator::max(::core::iter::IntoIterator::into_iter(scores)).flatten()
            }
        }
    };
    ($name:ident { $($presence:ident $key:literal: $ty:ty,)* }) => {
        #[allow(deprecated, reason = "a table names every type")]
        impl $crate::runtime::wire::Fits for $name {
            fn fits(value: &::serde_json::Value, depth: u8) -> $crate::runtime::wire::Score {
                const KEYS: &[$crate::runtime::wire::Key] = &[$($crate::runtime::wire::Key {
                    name: $key,
                    required: $crate::runtime::wire::evidence!(@$presence),
                    fits: <$ty as $crate::runtime::wire::Fits>::fits,
                }),*];
                $crate::runtime::wire::weigh_object(value, depth, KEYS)
            }
        }
    };
    (@required) => { true };
    (@optional) => { false };
}

#[allow(
    unused_imports,
    reason = "a union may choose between types that need no table"
)]
pub(crate) use evidence;
