//! Why a transport brought no answer.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use super::BoxError;

/// A transport brought no whole answer back.
#[derive(Debug)]
pub struct TransportError {
    pub(in crate::runtime) cause: Cause,
    pub(in crate::runtime) source: Option<BoxError>,
}

/// What happened.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::runtime) enum Cause {
    /// No connection came about.
    Connect,
    /// No connection came about in time.
    ConnectTimeout,
    /// It broke.
    Broken,
    /// No byte of the body came for so long.
    Idle(Duration),
    /// The call as a whole took so long.
    Total(Duration),
    /// The body has more bytes than that.
    TooLarge(u64),
    /// It was not taken.
    Refused,
    /// The body of the request did not come from where it is read.
    Unreadable,
}

impl TransportError {
    /// No connection came about, so the server has seen nothing of the request.
    pub fn connect(source: impl Into<BoxError>) -> Self {
        Self::new(Cause::Connect, Some(source.into()))
    }

    /// No connection came about in the time that there was for it, so the server has seen nothing of
    /// the request.
    pub fn connect_timeout(source: impl Into<BoxError>) -> Self {
        Self::new(Cause::ConnectTimeout, Some(source.into()))
    }

    /// Something else went wrong; the server may have acted on the request.
    pub fn other(source: impl Into<BoxError>) -> Self {
        Self::new(Cause::Broken, Some(source.into()))
    }

    /// The transport does not take such a request: nothing was sent, and nothing comes of a second try.
    pub fn refused(source: impl Into<BoxError>) -> Self {
        Self::new(Cause::Refused, Some(source.into()))
    }

    /// The body of the request cannot be read to its end, so the server has not seen a whole request;
    /// nothing comes of a second try.
    pub fn unreadable(source: impl Into<BoxError>) -> Self {
        Self::new(Cause::Unreadable, Some(source.into()))
    }

    pub(in crate::runtime) fn of(cause: Cause) -> Self {
        Self::new(cause, None)
    }

    #[cold]
    fn new(cause: Cause, source: Option<BoxError>) -> Self {
        Self { cause, source }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.cause {
            Cause::Connect => f.write_str("could not connect to the server"),
            Cause::ConnectTimeout => f.write_str("no connection to the server came about in time"),
            Cause::Broken => f.write_str("the connection failed before the whole answer was there"),
            Cause::Idle(limit) => write!(f, "nothing of the answer's body came for {limit:?}"),
            Cause::Total(limit) => write!(f, "the call was not done within {limit:?}"),
            Cause::Refused => f.write_str("the transport does not take the request"),
            Cause::Unreadable => f.write_str("the body of the request could not be read"),
            Cause::TooLarge(limit) => write!(f, "the answer's body is larger than {limit} bytes"),
        }
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source
            .as_deref()
            .map(|source| source as &(dyn StdError + 'static))
    }
}
