//! Objects with declared properties.

/// Says how a struct looks on the wire, by the presence of its fields, and gives it `Debug`:
///
/// ```text
/// wire_object!(Thing {
///     required number;               // T
///     nullable req_null;             // Option<T>, written as null when None
///     optional opt, type_ = "type";  // Option<T>, absent when None
///     any free;                      // Option<Value>: null is a value like any other
///     maybe opt_null = "opt-null";   // Maybe<T>, absent or null or a value
///     rest additional_properties;    // BTreeMap<String, T>, every undeclared property
/// });
/// wire_object!(Twins #[allow(deprecated, non_snake_case)] { optional name, userName; });
/// ```
///
/// A field whose name on the wire differs from its own says it behind `=`.
#[allow(unused_macros, reason = "a document may have no object")]
macro_rules! wire_object {
    ($name:ident $(#[allow($($lint:tt)+)])? {
        $(required $($required:ident $(= $required_key:literal)?),+;)?
        $(nullable $($nullable:ident $(= $nullable_key:literal)?),+;)?
        $(optional $($optional:ident $(= $optional_key:literal)?),+;)?
        $(any $($any:ident $(= $any_key:literal)?),+;)?
        $(maybe $($maybe:ident $(= $maybe_key:literal)?),+;)?
        $(rest $rest:ident;)?
    }) => {
        $(#[allow($($lint)+, reason = "a table names every field")])?
        impl $crate::runtime::wire::Generated for $name {
            fn read<P: $crate::runtime::wire::Properties>(
                mut properties: P,
            ) -> ::core::result::Result<Self, P::Error> {
                $($(let mut $required = ::core::option::Option::None;)+)?
                $($(let mut $nullable = ::core::option::Option::None;)+)?
                $($(let mut $optional = ::core::option::Option::None;)+)?
                $($(let mut $any = ::core::option::Option::None;)+)?
                $($(let mut $maybe = $crate::runtime::wire::Maybe::Absent;)+)?
                $(let mut $rest = ::std::collections::BTreeMap::new();)?
                while let ::core::option::Option::Some(key) = properties.key() {
                    match key {
                        $($($crate::runtime::wire::wire_object!(@key $required $($required_key)?) => properties.required(&mut $required),)+)?
                        $($($crate::runtime::wire::wire_object!(@key $nullable $($nullable_key)?) => properties.optional(&mut $nullable),)+)?
                        $($($crate::runtime::wire::wire_object!(@key $optional $($optional_key)?) => properties.optional(&mut $optional),)+)?
                        $($($crate::runtime::wire::wire_object!(@key $any $($any_key)?) => properties.required(&mut $any),)+)?
                        $($($crate::runtime::wire::wire_object!(@key $maybe $($maybe_key)?) => properties.maybe(&mut $maybe),)+)?
                        _ => { $(properties.rest(&mut $rest))? }
                    }
                }
                $($(
                    let ::core::option::Option::Some($required) = $required else {
                        return properties.missing($crate::runtime::wire::wire_object!(@key $required $($required_key)?));
                    };
                )+)?
                properties.finish(Self {
                    $($($required,)+)? $($($nullable,)+)? $($($optional,)+)? $($($any,)+)? $($($maybe,)+)?
                    $($rest)?
                })
            }
        }

        $(#[allow($($lint)+, reason = "a table names every field")])?
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::runtime::wire::ObjectWriter::new(serializer)
                    $($(.required($crate::runtime::wire::wire_object!(@key $required $($required_key)?), &self.$required))+)?
                    $($(.nullable($crate::runtime::wire::wire_object!(@key $nullable $($nullable_key)?), &self.$nullable))+)?
                    $($(.optional($crate::runtime::wire::wire_object!(@key $optional $($optional_key)?), &self.$optional))+)?
                    $($(.optional($crate::runtime::wire::wire_object!(@key $any $($any_key)?), &self.$any))+)?
                    $($(.maybe($crate::runtime::wire::wire_object!(@key $maybe $($maybe_key)?), &self.$maybe))+)?
                    $(.rest(&self.$rest))?
                    .finish()
            }
        }

        $crate::runtime::wire::shown!($name $([$($lint)+])?);

        $(#[allow($($lint)+, reason = "a table names every field")])?
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::wire::decode_object(deserializer)
            }
        }
    };
    (@key $field:ident) => { ::core::stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
}

pub(crate) use wire_object;
