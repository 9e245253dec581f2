//! How errors come to be.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

use super::{Endpoint, Error, ErrorKind, Inner, Timeout};
use crate::runtime::transport::{BoxError, Cause, TransportError};
use crate::runtime::wire;

/// What serde says of a value that does not fit, without the value: it may be anything.
#[derive(Debug)]
struct Misfit(String);

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl StdError for Misfit {}

/// The text without the value in it, if it has one: serde shows texts between quotes.
fn without_value(said: &str) -> Option<String> {
    let (before, rest) = said.split_once(": string \"")?;
    let (_, after) = rest.rsplit_once("\", expected ")?;
    Some(format!("{before}: a string, expected {after}"))
}

// All of it is cold, so that it is out of the way of calls that go well.
impl Error {
    #[cold]
    pub(in crate::runtime) fn configuration(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Configuration, message.into())
    }

    #[cold]
    pub(in crate::runtime) fn credential(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Credential, message.into())
    }

    #[cold]
    pub(in crate::runtime) fn request(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Request, message.into())
    }

    /// An attempt that was given up.
    #[cold]
    pub(in crate::runtime) fn overdue(limit: Duration) -> Self {
        let message = format!("no answer within {limit:?}");
        let mut made = Self::new(ErrorKind::Timeout, message.into());
        made.0.timeout = Some(Timeout::Attempt);
        made
    }

    /// Credentials for which there was no more time.
    #[cold]
    pub(in crate::runtime) fn unsupplied(limit: Duration) -> Self {
        Self::credential(format!("the provider gave no credential within {limit:?}"))
    }

    #[cold]
    pub(in crate::runtime) fn transport(error: TransportError) -> Self {
        let (kind, timeout) = match error.cause {
            Cause::Connect => (ErrorKind::Connect, None),
            Cause::ConnectTimeout => (ErrorKind::Timeout, Some(Timeout::Connect)),
            Cause::Broken => (ErrorKind::Transport, None),
            Cause::Idle(_) => (ErrorKind::Timeout, Some(Timeout::Idle)),
            Cause::Total(_) => (ErrorKind::Timeout, Some(Timeout::Total)),
            Cause::TooLarge(_) => (ErrorKind::TooLarge, None),
            Cause::Refused | Cause::Unreadable => (ErrorKind::Request, None),
        };
        let mut made = Self::new(kind, error.to_string().into());
        made.0.timeout = timeout;
        made.0.source = error.source.map(Arc::from);
        made
    }

    #[cold]
    pub(in crate::runtime) fn decode(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Decode, message.into())
    }

    /// A status that is not a success, with what the server says about it.
    #[cold]
    pub(in crate::runtime) fn unsuccessful(
        answer: http::Response<Bytes>,
        explanation: Option<String>,
    ) -> Self {
        let status = answer.status();
        let message =
            explanation.map_or_else(|| status.to_string(), |text| format!("{status}: {text}"));
        Self::new(ErrorKind::Status, message.into()).answered(answer)
    }

    /// A body that is not JSON of the expected shape; status, headers and body are added by the
    /// caller.
    #[cold]
    pub(in crate::runtime) fn misfit(error: serde_json::Error) -> Self {
        Self::misfit_of("answer", error)
    }

    #[cold]
    pub(in crate::runtime) fn misfit_of(what: &str, error: serde_json::Error) -> Self {
        let said = error.to_string();
        let path = wire::error_path(&said).map(str::to_owned);
        let message = match &path {
            Some(path) => format!("the {what} does not fit the document at `{path}`"),
            None => format!("the {what} does not fit the document"),
        };
        let made = Self::decode(message);
        let mut made = match without_value(&said) {
            Some(said) => made.because(Misfit(said)),
            None => made.because(error),
        };
        made.0.path = path;
        made
    }

    /// What [`decode_body`](Self::decode_body) says when this error's own body is not what was
    /// hoped for.
    #[cold]
    pub(super) fn undecodable(&self, error: serde_json::Error) -> Self {
        let mut made = Self::misfit(error);
        made.0.call.clone_from(&self.0.call);
        made.0.answer.clone_from(&self.0.answer);
        made.after(self.0.attempts)
    }

    #[cold]
    pub(in crate::runtime) fn because(
        mut self,
        source: impl StdError + Send + Sync + 'static,
    ) -> Self {
        self.0.source = Some(Arc::new(source));
        self
    }

    #[cold]
    pub(in crate::runtime) fn because_of(mut self, source: BoxError) -> Self {
        self.0.source = Some(Arc::from(source));
        self
    }

    #[cold]
    pub(in crate::runtime) fn with_hint(mut self, hint: impl AsRef<str>) -> Self {
        self.0.message = format!("{}; {}", self.0.message, hint.as_ref()).into();
        self
    }

    #[cold]
    pub(in crate::runtime) fn answered(mut self, answer: http::Response<Bytes>) -> Self {
        self.0.answer = Some(answer);
        self
    }

    /// An error of that many attempts.
    #[cold]
    pub(in crate::runtime) fn after(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    #[cold]
    pub(in crate::runtime) fn of_call(mut self, call: &Endpoint) -> Self {
        self.0.call = Some(call.clone());
        self
    }

    #[cold]
    pub(in crate::runtime) fn new(kind: ErrorKind, message: Cow<'static, str>) -> Self {
        Self(Box::new(Inner {
            kind,
            message,
            call: None,
            answer: None,
            path: None,
            attempts: 0,
            timeout: None,
            source: None,
        }))
    }
}
