//! The one error type, and how its parts come together.

mod details;
mod kind;
mod make;
mod message;
mod predicates;

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};

use super::wire::{self, Decode};

pub use kind::{ErrorKind, Timeout};
pub(super) use message::{failure_within, server_message};

/// Why a call, or the making of a client, failed.
///
/// [`kind`](Self::kind) and the predicates say what to do about it; the text is for people, and
/// [`source`](StdError::source) goes into detail. Neither the text nor `Debug` shows a credential
/// of the client or a body; of a body that is an error, or has one in it, they show the
/// sentence that is for people.
#[derive(Clone)]
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    message: Cow<'static, str>,
    call: Option<Endpoint>,
    answer: Option<http::Response<Bytes>>,
    path: Option<String>,
    attempts: u32,
    timeout: Option<Timeout>,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// A call as errors name it: its path without the values in it, which may be anything.
#[derive(Clone, Debug)]
pub(super) struct Endpoint {
    pub(super) method: Method,
    pub(super) path: Cow<'static, str>,
}

impl Error {
    /// What kind of failure this is.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The status of the answer, if there was one.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.answer.as_ref().map(http::Response::status)
    }

    /// The headers of the answer, if there was one.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.answer.as_ref().map(http::Response::headers)
    }

    /// The body of the answer as it came, if there was an answer.
    pub fn body(&self) -> Option<&Bytes> {
        self.0.answer.as_ref().map(http::Response::body)
    }

    /// The body of the answer as text; bytes that are not UTF-8 are replaced.
    pub fn body_text(&self) -> Option<Cow<'_, str>> {
        self.body().map(|body| String::from_utf8_lossy(body))
    }

    /// Decodes the JSON body of the answer: as a type that the document gives for errors, or as any
    /// other.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`], if there was no answer or its body is something else.
    pub fn decode_body<T: Decode>(&self) -> Result<T, Self> {
        let body = self.body().map(Bytes::as_ref).unwrap_or_default();
        wire::from_slice(body).map_err(|error| self.undecodable(error))
    }

    /// Where in the answer a value did not fit, as in `contacts[3].tags`; for
    /// [`ErrorKind::Decode`], when a place is known.
    pub fn path(&self) -> Option<&str> {
        self.0.path.as_deref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Endpoint { method, path }) = &self.0.call {
            write!(f, "{method} {path}: ")?;
        }
        f.write_str(&self.0.message)?;
        match self.0.attempts {
            0 | 1 => Ok(()),
            attempts => write!(f, " (after {attempts} attempts)"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("message", &format_args!("{self}"))
            .field("source", &self.0.source)
            .finish_non_exhaustive()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0
            .source
            .as_deref()
            .map(|source| source as &(dyn StdError + 'static))
    }
}
