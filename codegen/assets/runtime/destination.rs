//! Where a value may go in a request.

use std::borrow::Cow;

use bytes::Bytes;
use serde_json::Value;

use super::body::{Body, BytesBody, TextBody};
use super::error::Error;
use super::input::Input;
use super::upload::Content;
use super::wire::{self, Encode};
use sealed::Piece;

/// Where a value of type `T` may go: an [`Input`] takes what has a wire form, a body what it is
/// written from.
///
/// There are several types, not one with a switch in it, so that the compiler makes only the
/// encoder that a type needs: text for bodies, a small tree for parameters.
pub trait Destination<T: ?Sized>: sealed::Destination<T> {}

impl<T: ?Sized, D: sealed::Destination<T>> Destination<T> for D {}

/// Keeps [`Destination`] to the types of this runtime.
pub(super) mod sealed {
    use super::{Content, Cow, Error, Input, Value};

    /// A value on its way into a request.
    pub enum Piece {
        Parameter(Input, Value),
        Body {
            media_type: Cow<'static, str>,
            content: Content,
        },
    }

    pub trait Destination<T: ?Sized> {
        fn piece(self, value: &T) -> Result<Piece, Error>;
    }
}

impl<T: Encode + ?Sized> sealed::Destination<T> for Input {
    fn piece(self, value: &T) -> Result<Piece, Error> {
        match wire::to_value(value) {
            Ok(value) => Ok(self.carry(value)),
            Err(error) => Err(unwritable(&self.describe(), error)),
        }
    }
}

impl Input {
    fn carry(self, value: Value) -> Piece {
        match self.json {
            true => Piece::Parameter(self, Value::String(value.to_string())),
            false => Piece::Parameter(self, value),
        }
    }
}

impl<T: Encode + ?Sized> sealed::Destination<T> for Body {
    fn piece(self, value: &T) -> Result<Piece, Error> {
        match wire::to_vec(value) {
            Ok(text) => Ok(body(self.media_type, text.into())),
            Err(error) => Err(unwritable("the body", error)),
        }
    }
}

impl<T: AsRef<str> + ?Sized> sealed::Destination<T> for TextBody {
    fn piece(self, value: &T) -> Result<Piece, Error> {
        let text = value.as_ref().to_owned();
        Ok(body(self.media_type, text.into()))
    }
}

impl sealed::Destination<Bytes> for BytesBody {
    fn piece(self, value: &Bytes) -> Result<Piece, Error> {
        Ok(body(self.media_type, value.clone()))
    }
}

fn body(media_type: &'static str, bytes: Bytes) -> Piece {
    let media_type = Cow::Borrowed(media_type);
    let content = Content::Bytes(bytes);
    Piece::Body {
        media_type,
        content,
    }
}

#[cold]
fn unwritable(what: &str, error: serde_json::Error) -> Error {
    Error::request(format!("{what} cannot be written as JSON")).because(error)
}
