//! Bodies that may be sent in one of several media types.

use super::destination::{Destination, sealed};
use super::error::Error;
use super::input::Input;

/// A body in one of the media types that the document offers for it.
pub trait Choice {
    /// The body as it is sent.
    fn written(&self) -> Written;
}

/// A body on its way into a request.
pub struct Written(Result<sealed::Piece, Error>);

impl Written {
    /// Writes a body in one way.
    pub fn by<T: ?Sized>(destination: impl Destination<T>, body: &T) -> Self {
        Self(destination.piece(body))
    }
}

/// A body that says itself how it is written.
#[derive(Clone, Copy, Debug)]
#[must_use = "an input says where a value goes; give it to `Request::with`"]
pub struct ChoiceBody;

impl Input {
    /// The body, in the media type that it was made for.
    pub const fn choice() -> ChoiceBody {
        ChoiceBody
    }
}

impl<T: Choice> sealed::Destination<T> for ChoiceBody {
    fn piece(self, body: &T) -> Result<sealed::Piece, Error> {
        body.written().0
    }
}

/// Makes the type of a body that may be sent in several media types. It is made from what is sent, and
/// where several are sent as the same, in the first of them:
///
/// ```text
/// bodies!(
///     /// What [`Client::create_pet`] sends.
///     CreatePetBody {
///         from Json(types::Pet), Multipart(types::PetUpload);
///         /// `application/json`
///         Json(types::Pet) => Input::json(),
///         /// `multipart/form-data`
///         Multipart(types::PetUpload) boxed => Input::multipart(),
///     }
/// );
/// ```
macro_rules! bodies {
    (
        $(#[$attribute:meta])*
        $name:ident {
            from $($from:ident($from_ty:ty)),+;
            $(
                $(#[$variant_attribute:meta])*
                $variant:ident($body:ty) $($boxed:ident)? => $input:expr,
            )+
        }
    ) => {
        $(#[$attribute])*
        #[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
        #[non_exhaustive]
        #[allow(deprecated, reason = "the document still uses what it deprecates")]
        pub enum $name {
            $(
                $(#[$variant_attribute])*
                $variant($crate::runtime::bodies!(@type $body $(, $boxed)?)),
            )+
        }

        $(
            #[allow(deprecated, reason = "the document still uses what it deprecates")]
            impl ::core::convert::From<$from_ty> for $name {
                #[inline]
                fn from(body: $from_ty) -> Self {
                    Self::$from(::core::convert::From::from(body))
                }
            }
        )+

        #[allow(deprecated, reason = "the document still uses what it deprecates")]
        impl $crate::runtime::Choice for $name {
            #[inline]
            fn written(&self) -> $crate::runtime::Written {
                match self {
                    $( Self::$variant(body) => $crate::runtime::Written::by(
                        $input,
                        $crate::runtime::bodies!(@value body $(, $boxed)?),
                    ), )+
                }
            }
        }
    };
    (@type $body:ty) => { $body };
    (@type $body:ty, boxed) => { ::std::boxed::Box<$body> };
    (@value $body:ident) => { $body };
    (@value $body:ident, boxed) => { &**$body };
}

pub(crate) use bodies;
