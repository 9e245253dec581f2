//! The table that makes parts of properties.

/// Says how the properties of a struct are sent as parts, how a body of one of several types is, and
/// how a value is that may be a file:
///
/// ```text
/// multipart!(Upload {
///     file file = "file",                      // a file, several, or none
///     value name = "name",
///     maybe note = "note",
///     value meta = "meta" as "application/json",
///     styled filter = "filter" by DeepObject true,
///     ..value additional_properties,           // a part for each member
/// });
///
/// multipart!(union UploadOrLink {
///     Upload,
///     Pictures files,                          // a map of files
/// });
///
/// multipart!(part FileOrLink {
///     file File,
///     value Link,
/// });
/// ```
macro_rules! multipart {
    (union $name:ident { $($variant:ident $($files:ident)?,)* }) => {
        #[allow(deprecated, reason = "a table names every member")]
        impl $crate::runtime::multipart::Multipart for $name {
            #[inline]
            fn parts(
                &self,
                parts: $crate::runtime::multipart::Parts,
            ) -> $crate::runtime::multipart::Parts {
                match self {
                    $( Self::$variant(body) => $crate::runtime::multipart::Multipart::parts(
                        $crate::runtime::multipart::multipart!(@body body $($files)?),
                        parts,
                    ), )*
                    Self::Unknown(body) => parts.members(body),
                }
            }
        }
    };
    (part $name:ident { $($kind:ident $variant:ident,)* }) => {
        #[allow(deprecated, reason = "a table names every member")]
        impl $crate::runtime::multipart::FileParts for $name {
            #[inline]
            fn add(
                &self,
                parts: $crate::runtime::multipart::Parts,
                name: &str,
                media_type: ::core::option::Option<&str>,
            ) -> $crate::runtime::multipart::Parts {
                match self {
                    $( Self::$variant(value) => parts.$kind(name, value, media_type), )*
                    Self::Unknown(value) => parts.value(name, value, media_type),
                }
            }
        }
    };
    ($name:ident {
        $($kind:ident $field:ident = $key:literal
            $(as $media_type:literal)? $(by $style:ident $explode:literal)?,)*
        $(..$rest_kind:ident $rest:ident,)?
    }) => {
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
                        $crate::runtime::multipart::multipart!(
                            @how $($media_type)? $(by $style $explode)?
                        ),
                    ))*
                    $(.each(&self.$rest, $crate::runtime::multipart::Parts::$rest_kind))?
            }
        }
    };
    (@body $body:ident) => { $body };
    (@body $body:ident files) => { &$crate::runtime::multipart::FileMembers($body) };
    (@how) => { ::core::option::Option::None };
    (@how $media_type:literal) => { ::core::option::Option::Some($media_type) };
    (@how by $style:ident $explode:literal) => { ($crate::runtime::Style::$style, $explode) };
}

pub(crate) use multipart;
