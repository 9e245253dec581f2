//! Serde's traits, by those of this runtime.

/// Gives a type that can be decoded and encoded serde's traits.
macro_rules! wire_serde {
    ($name:ident) => {
        #[allow(deprecated, reason = "a table names every type")]
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::runtime::wire::Encode::encode(self, serializer)
            }
        }

        #[allow(deprecated, reason = "a table names every type")]
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::wire::Decode::decode(deserializer)
            }
        }
    };
}

pub(crate) use wire_serde;
