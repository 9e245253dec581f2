//! Building what a request carries.

/// Gives a struct its `new`, which takes what is required, and a setter for each other field:
///
/// ```text
/// builder!(Thing {
///     new(number: String, req_null: Option<i64>);
///     optional opt: String, #[deprecated(note = "use `opt`")] option: String;
///     maybe opt_null clear_opt_null: i64;                 // one setter for a value, one for null
///     skip id, created;                                   // no setter: absent in a new struct
///     rest additional_properties: BTreeMap<String, i64>;  // replaces the whole map
/// });
/// builder!(Other { new(OtherRequired { a, b }); });       // the required fields as one struct
/// builder!(Small { new(); optional a: String; });         // starts as `Default` does
/// ```
#[allow(unused_macros, reason = "a document may have no request type")]
macro_rules! builder {
    ($name:ident {
        new($($new:tt)*);
        $(optional $($(#[$optional_note:meta])* $optional:ident: $optional_ty:ty),+;)?
        $(maybe $($(#[$maybe_note:meta])* $maybe:ident $clear:ident: $maybe_ty:ty),+;)?
        $(skip $($skip:ident),+;)?
        $(rest $rest:ident: $rest_ty:ty;)?
    }) => {
        #[allow(deprecated, non_snake_case, reason = "a table names every field")]
        #[allow(clippy::disallowed_names, clippy::should_implement_trait, reason = "setters are named by the document")]
        impl $name {
            $crate::runtime::wire::builder!(@new ($($new)*)
                $($($optional)+)? $($($maybe)+)? $($($skip)+)? $($rest)?
            );
            $($($crate::runtime::wire::builder!(@optional $(#[$optional_note])* $optional: $optional_ty);)+)?
            $($($crate::runtime::wire::builder!(@maybe $(#[$maybe_note])* $maybe $clear: $maybe_ty);)+)?
            $($crate::runtime::wire::builder!(@rest $rest: $rest_ty);)?
        }
    };

    (@new () $($other:ident)*) => {
        /// Starts with no field set.
        pub fn new() -> Self {
            ::core::default::Default::default()
        }
    };
    (@new ($($field:ident: $ty:ty),+ $(,)?) $($other:ident)*) => {
        /// Starts with the required fields set.
        pub fn new($($field: impl ::core::convert::Into<$ty>),+) -> Self {
            $(let $field = ::core::convert::Into::into($field);)+
            Self { $($field,)+ $($other: ::core::default::Default::default(),)* }
        }
    };
    (@new ($required:ident { $($field:ident),+ $(,)? }) $($other:ident)*) => {
        /// Starts with the required fields set.
        pub fn new(required: $required) -> Self {
            let $required { $($field),+ } = required;
            Self { $($field,)+ $($other: ::core::default::Default::default(),)* }
        }
    };

    (@optional $(#[$attribute:meta])* $field:ident: $ty:ty) => {
        #[doc = ::core::concat!("Sets `", ::core::stringify!($field), "`.")]
        #[must_use]
        $(#[$attribute])*
        pub fn $field(mut self, $field: impl ::core::convert::Into<$ty>) -> Self {
            self.$field = ::core::option::Option::Some(::core::convert::Into::into($field));
            self
        }
    };
    (@maybe $(#[$attribute:meta])* $field:ident $clear:ident: $ty:ty) => {
        #[doc = ::core::concat!("Sets `", ::core::stringify!($field), "`.")]
        #[must_use]
        $(#[$attribute])*
        pub fn $field(mut self, $field: impl ::core::convert::Into<$ty>) -> Self {
            self.$field = $crate::runtime::wire::Maybe::Value(::core::convert::Into::into($field));
            self
        }

        #[doc = ::core::concat!("Sets `", ::core::stringify!($field), "` to null.")]
        #[must_use]
        $(#[$attribute])*
        pub fn $clear(mut self) -> Self {
            self.$field = $crate::runtime::wire::Maybe::Null;
            self
        }
    };
    (@rest $field:ident: $ty:ty) => {
        #[doc = ::core::concat!("Sets `", ::core::stringify!($field), "`, replacing all that was in it.")]
        #[must_use]
        pub fn $field(mut self, $field: impl ::core::convert::Into<$ty>) -> Self {
            self.$field = ::core::convert::Into::into($field);
            self
        }
    };
}

pub(crate) use builder;
