//! Building what a request carries.

/// Gives a struct its `new`, which takes what is required, and a setter for each other field:
///
/// ```text
/// builder!(Thing {
///     new(number: String, count: u32 as is, req_null: Option<i64>);
///     fixed kind = ThingKind::Thing;                      // has one value, so that nobody gives it
///     optional opt: String, #[deprecated(note = "use `opt`")] option: String, limit: u64 as is;
///     maybe opt_null clear_opt_null: i64 as is;           // one setter for a value, one for null
///     skip id, created;                                   // no setter: absent in a new struct
///     rest additional_properties: BTreeMap<String, i64>;  // replaces the whole map
/// });
/// builder!(Other { new(OtherRequired { a, b }); });       // the required fields as one struct
/// builder!(Small { new(); optional a: String; });         // starts as `Default` does
/// ```
///
/// Values are taken as whatever their types can be made from; `as is` marks numbers and booleans, which are
/// taken as they are. A literal has no type of its own: with several to choose from, rustc takes the `3` of
/// `.limit(3)` for an `i32`, which becomes no `u64`.
#[allow(unused_macros, reason = "a document may have no request type")]
macro_rules! builder {
    ($name:ident $(#[allow($($lint:tt)+)])? {
        new($($new:tt)*);
        $(fixed $($fixed:ident = $value:expr),+;)?
        $(optional $($(#[$optional_note:meta])* $optional:ident: $optional_ty:ty $(as $optional_is:ident)?),+;)?
        $(maybe $($(#[$maybe_note:meta])* $maybe:ident $clear:ident: $maybe_ty:ty $(as $maybe_is:ident)?),+;)?
        $(skip $($skip:ident),+;)?
        $(rest $rest:ident: $rest_ty:ty;)?
    }) => {
        $(#[allow($($lint)+, reason = "setters are named by the document")])?
        impl $name {
            $crate::runtime::wire::builder!(@new ($($new)*)
                [$($($fixed = $value,)+)?]
                $($($optional)+)? $($($maybe)+)? $($($skip)+)? $($rest)?
            );
            $($(
                #[doc = ::core::concat!("Sets `", ::core::stringify!($optional), "`.")]
                #[must_use]
                #[inline]
                $(#[$optional_note])*
                pub fn $optional(mut self, $optional: $crate::runtime::wire::builder!(@given $optional_ty $(as $optional_is)?)) -> Self {
                    self.$optional = ::core::option::Option::Some(::core::convert::Into::into($optional));
                    self
                }
            )+)?
            $($(
                #[doc = ::core::concat!("Sets `", ::core::stringify!($maybe), "`.")]
                #[must_use]
                #[inline]
                $(#[$maybe_note])*
                pub fn $maybe(mut self, $maybe: $crate::runtime::wire::builder!(@given $maybe_ty $(as $maybe_is)?)) -> Self {
                    self.$maybe = $crate::runtime::wire::Maybe::Value(::core::convert::Into::into($maybe));
                    self
                }

                #[doc = ::core::concat!("Sets `", ::core::stringify!($maybe), "` to null.")]
                #[must_use]
                $(#[$maybe_note])*
                pub fn $clear(mut self) -> Self {
                    self.$maybe = $crate::runtime::wire::Maybe::Null;
                    self
                }
            )+)?
            $(
                #[doc = ::core::concat!("Sets `", ::core::stringify!($rest), "`, replacing all that was in it.")]
                #[must_use]
                pub fn $rest(mut self, $rest: impl ::core::convert::Into<$rest_ty>) -> Self {
                    self.$rest = ::core::convert::Into::into($rest);
                    self
                }
            )?
        }

        $crate::runtime::wire::builder!(
            @default $name $(#[allow($($lint)+)])? ($($new)*) [$($($fixed)+)?]
        );
    };

    (@given $ty:ty) => { impl ::core::convert::Into<$ty> };
    (@given $ty:ty as is) => { $ty };

    (@new () [] $($other:ident)*) => {
        /// Starts with no field set.
        pub fn new() -> Self {
            ::core::default::Default::default()
        }
    };
    (@new ($($field:ident: $ty:ty $(as $is:ident)?),* $(,)?) [$($fixed:ident = $value:expr,)*] $($other:ident)*) => {
        /// Starts with the required fields set.
        #[inline]
        pub fn new($($field: $crate::runtime::wire::builder!(@given $ty $(as $is)?)),*) -> Self {
            $(let $field = ::core::convert::Into::into($field);)*
            Self {
                $($field,)*
                $($fixed: $value,)*
                $($other: ::core::default::Default::default(),)*
            }
        }
    };
    (@new ($required:ident { $($field:ident),+ $(,)? }) [$($fixed:ident = $value:expr,)*] $($other:ident)*) => {
        /// Starts with the required fields set.
        pub fn new(required: $required) -> Self {
            let $required { $($field),+ } = required;
            Self {
                $($field,)+
                $($fixed: $value,)*
                $($other: ::core::default::Default::default(),)*
            }
        }
    };

    // What is made of nothing else has a default, if not a derived one.
    (@default $name:ident $(#[allow($($lint:tt)+)])? () [$($fixed:ident)+]) => {
        $(#[allow($($lint)+, reason = "setters are named by the document")])?
        impl ::core::default::Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }
    };
    (@default $name:ident $(#[allow($($lint:tt)+)])? ($($new:tt)*) [$($fixed:ident)*]) => {};
}

pub(crate) use builder;
