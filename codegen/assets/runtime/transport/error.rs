//! Why a transport brought no answer.

use std::error::Error as StdError;
use std::fmt;

/// A transport brought no whole answer back.
#[derive(Debug)]
pub struct TransportError {
    pub(in crate::runtime) connecting: bool,
    pub(in crate::runtime) source: Box<dyn StdError + Send + Sync>,
}

impl TransportError {
    /// No connection came about, so the server has seen nothing of the request.
    pub fn connect(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self {
            connecting: true,
            source: source.into(),
        }
    }

    /// Something else went wrong; the server may have acted on the request.
    pub fn other(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self {
            connecting: false,
            source: source.into(),
        }
    }

    pub(in crate::runtime) fn message(&self) -> &'static str {
        match self.connecting {
            true => "could not connect to the server",
            false => "the connection failed before the whole answer was there",
        }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(self.source.as_ref())
    }
}
