//! Building what a request carries.

/// Gives a struct its `new`, which takes what is required, and a setter for each other field:
///
/// ```text
/// builder!(Thing {
///     new(number: String, req_null: Option<i64>);
///     #[deprecated(note = "use `number`")]
///     optional opt: String,
///     maybe opt_null clear_opt_null: i64,                 // one setter for a value, one for null
///     skip id,                                            // no setter: absent in a new struct
///     rest additional_properties: BTreeMap<String, i64>,  // replaces the whole map
/// });
/// builder!(Other { new(OtherRequired { a, b }); });       // the required fields as one struct
/// builder!(Small { new(); optional a: String, });         // starts as `Default` does
/// ```
#[allow(unused_macros, reason = "a document may have no request type")]
macro_rules! builder {
    ($name:ident { new(); $($rows:tt)* }) => {
        #[allow(deprecated, non_snake_case, reason = "a table names every field")]
        #[allow(clippy::should_implement_trait, reason = "setters are named by the document")]
        impl $name {
            /// Starts with no field set.
            pub fn new() -> Self {
                ::core::default::Default::default()
            }

            $crate::runtime::wire::builder!(@setters $($rows)*);
        }
    };
    ($name:ident { new($($field:ident: $ty:ty),+ $(,)?); $($rows:tt)* }) => {
        #[allow(deprecated, non_snake_case, reason = "a table names every field")]
        #[allow(clippy::should_implement_trait, reason = "setters are named by the document")]
        impl $name {
            /// Starts with the required fields set.
            pub fn new($($field: impl ::core::convert::Into<$ty>),+) -> Self {
                $(let $field = ::core::convert::Into::into($field);)+
                $crate::runtime::wire::builder!(@new [$($field)+] $($rows)*)
            }

            $crate::runtime::wire::builder!(@setters $($rows)*);
        }
    };
    ($name:ident { new($required:ident { $($field:ident),+ $(,)? }); $($rows:tt)* }) => {
        #[allow(deprecated, non_snake_case, reason = "a table names every field")]
        #[allow(clippy::should_implement_trait, reason = "setters are named by the document")]
        impl $name {
            /// Starts with the required fields set.
            pub fn new(required: $required) -> Self {
                let $required { $($field),+ } = required;
                $crate::runtime::wire::builder!(@new [$($field)+] $($rows)*)
            }

            $crate::runtime::wire::builder!(@setters $($rows)*);
        }
    };

    (@new [$($required:ident)+]
        $($(#[$attribute:meta])* $kind:ident $field:ident $($clear:ident)? $(: $ty:ty)?,)*
    ) => {
        Self { $($required,)+ $($field: ::core::default::Default::default(),)* }
    };

    (@setters $($(#[$attribute:meta])* $kind:ident $field:ident $($clear:ident)? $(: $ty:ty)?,)*) => {
        $($crate::runtime::wire::builder!(
            @$kind $(#[$attribute])* $field $($clear)? $(: $ty)?
        );)*
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
    (@rest $(#[$attribute:meta])* $field:ident: $ty:ty) => {
        #[doc = ::core::concat!("Sets `", ::core::stringify!($field), "`, replacing all that was in it.")]
        #[must_use]
        $(#[$attribute])*
        pub fn $field(mut self, $field: impl ::core::convert::Into<$ty>) -> Self {
            self.$field = ::core::convert::Into::into($field);
            self
        }
    };
    (@skip $field:ident) => {};
}

pub(crate) use builder;
