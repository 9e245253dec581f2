//! The table that makes parts of properties.

/// Says how the properties of a struct are sent as parts:
///
/// ```text
/// multipart!(Upload {
///     file file = "file",                      // a file, several, or none
///     value name = "name",
///     maybe note = "note",
///     value meta = "meta" as "application/json",
/// });
///
/// multipart!(union UploadOrLink {
///     Upload,
///     Link,
/// });
/// ```
macro_rules! multipart {
    (union $name:ident { $($variant:ident,)* }) => {
        #[allow(deprecated, reason = "a table names every member")]
        impl $crate::runtime::multipart::Multipart for $name {
            #[inline]
            fn parts(
                &self,
                parts: $crate::runtime::multipart::Parts,
            ) -> $crate::runtime::multipart::Parts {
                match self {
                    $( Self::$variant(body) => {
                        $crate::runtime::multipart::Multipart::parts(body, parts)
                    } )*
                    Self::Unknown(body) => parts.members(body),
                }
            }
        }
    };
    ($name:ident { $($kind:ident $field:ident = $key:literal $(as $media_type:literal)?,)* }) => {
        #[allow(deprecated, reason = "a table names every field")]
        impl $crate::runtime::multipart::Multipart for $name {
            #[inline]
            fn parts(
                &self,
                parts: $crate::runtime::multipart::Parts,
            ) -> $crate::runtime::multipart::Parts {
                parts
                    $(.$kind(
                        $key,
                        &self.$field,
                        $crate::runtime::multipart::multipart!(@ $($media_type)?),
                    ))*
            }
        }
    };
    (@) => { ::core::option::Option::None };
    (@ $media_type:literal) => { ::core::option::Option::Some($media_type) };
}

pub(crate) use multipart;
