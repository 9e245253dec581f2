//! The table of an operation's successes, where there are several.

/// Makes the type of several successes:
///
/// ```text
/// answers!(
///     /// What a call of [`Client::start`] gives.
///     StartAnswer {
///         /// The job is done.
///         Ok(types::Job) = 200 => json,
///         /// The job is under way.
///         Accepted(Box<types::Ticket>) = 202 => json boxed,
///         NoContent(()) = 204 => empty,
///         Success(types::Job) = 200..=299 => json,
///     }
/// );
/// ```
macro_rules! answers {
    (
        $(#[$attribute:meta])*
        $name:ident {
            $( $(#[$variant_attribute:meta])* $variant:ident($body:ty) = $status:pat => $reading:ident $($boxed:ident)?, )*
        }
    ) => {
        $(#[$attribute])*
        #[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
        #[non_exhaustive]
        #[allow(deprecated, reason = "the document still uses what it deprecates")]
        pub enum $name {
            $( $(#[$variant_attribute])* $variant($body), )*
        }

        #[allow(deprecated, reason = "the document still uses what it deprecates")]
        impl $crate::runtime::Several for $name {
            #[inline]
            fn read(
                answer: $crate::runtime::Answer,
            ) -> ::core::result::Result<$crate::runtime::Response<Self>, $crate::runtime::Error> {
                let mut status = answer.status().as_u16();
                // A part of what 200 gives (RFC 9110, section 15.3.7).
                if status == 206 $(&& !::core::matches!(status, $status))* {
                    status = 200;
                }
                match status {
                    $( $status => {
                        let response = answer.$reading();
                        response.map(|response| {
                            response.map($crate::runtime::answers!(@ $name $variant $($boxed)?))
                        })
                    } )*
                    #[allow(unreachable_patterns, reason = "a range may list every success")]
                    _ => ::core::result::Result::Err(answer.unlisted()),
                }
            }
        }
    };
    (@ $name:ident $variant:ident) => { $name::$variant };
    (@ $name:ident $variant:ident boxed) => {
        |body| $name::$variant(::std::boxed::Box::new(body))
    };
}

pub(crate) use answers;
