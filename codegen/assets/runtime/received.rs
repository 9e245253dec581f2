//! Calls that the server makes.

use super::error::Error;
use super::wire::{self, Decode};

/// Reads the body of a call that the server makes.
///
/// # Errors
///
/// [`ErrorKind::Decode`](super::ErrorKind::Decode), if it does not fit `T`.
pub fn received<T: Decode>(body: &[u8]) -> Result<T, Error> {
    wire::from_slice(body).map_err(|error| Error::misfit_of("webhook", error))
}

/// Makes the function that reads a webhook:
///
/// ```text
/// webhook!(
///     /// A pet was added
///     new_pet -> types::Pet
/// );
/// ```
macro_rules! webhook {
    ($(#[$attribute:meta])* $name:ident -> $body:ty) => {
        $(#[$attribute])*
        ///
        /// Reads the body of the call, which is JSON.
        ///
        /// # Errors
        ///
        /// [`ErrorKind::Decode`]($crate::runtime::ErrorKind::Decode), if it is not as documented;
        /// [`path`]($crate::runtime::Error::path) says where.
        #[allow(deprecated, reason = "the document still uses what it deprecates")]
        #[inline]
        pub fn $name(body: &[u8]) -> ::core::result::Result<$body, $crate::runtime::Error> {
            $crate::runtime::received(body)
        }
    };
}

pub(crate) use webhook;
