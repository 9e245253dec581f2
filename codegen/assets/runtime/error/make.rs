//! How errors come to be.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

use super::{Call, Error, ErrorKind, Inner};
use crate::runtime::transport::TransportError;
use crate::runtime::wire;

impl Error {
    pub(in crate::runtime) fn configuration(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Configuration, message.into())
    }

    pub(in crate::runtime) fn credential(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Credential, message.into())
    }

    pub(in crate::runtime) fn request(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Request, message.into())
    }

    pub(in crate::runtime) fn timeout(limit: Duration) -> Self {
        Self::new(
            ErrorKind::Timeout,
            format!("no answer within {limit:?}").into(),
        )
    }

    pub(in crate::runtime) fn transport(error: TransportError) -> Self {
        let kind = if error.connecting {
            ErrorKind::Connect
        } else {
            ErrorKind::Transport
        };
        let mut made = Self::new(kind, error.message().into());
        made.0.source = Some(error.source.into());
        made
    }

    pub(in crate::runtime) fn decode(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Decode, message.into())
    }

    /// A status that is not a success, with what the server says about it.
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
    pub(in crate::runtime) fn misfit(error: serde_json::Error) -> Self {
        Self::misfit_of("answer", error)
    }

    pub(in crate::runtime) fn misfit_of(what: &str, error: serde_json::Error) -> Self {
        let path = wire::error_path(&error.to_string()).map(str::to_owned);
        let message = match &path {
            Some(path) => format!("the {what} does not fit the document at `{path}`"),
            None => format!("the {what} does not fit the document"),
        };
        let mut made = Self::decode(message).because(error);
        made.0.path = path;
        made
    }

    /// What [`decode_body`](Self::decode_body) says when this error's own body is not what was
    /// hoped for.
    pub(super) fn undecodable(&self, error: serde_json::Error) -> Self {
        let mut made = Self::misfit(error);
        made.0.call.clone_from(&self.0.call);
        made.0.answer.clone_from(&self.0.answer);
        made
    }

    pub(in crate::runtime) fn because(
        mut self,
        source: impl StdError + Send + Sync + 'static,
    ) -> Self {
        self.0.source = Some(Arc::new(source));
        self
    }

    pub(in crate::runtime) fn with_hint(mut self, hint: &str) -> Self {
        self.0.message = format!("{}; {hint}", self.0.message).into();
        self
    }

    pub(in crate::runtime) fn answered(mut self, answer: http::Response<Bytes>) -> Self {
        self.0.answer = Some(answer);
        self
    }

    pub(in crate::runtime) fn of_call(mut self, call: &Call) -> Self {
        self.0.call = Some(call.clone());
        self
    }

    fn new(kind: ErrorKind, message: Cow<'static, str>) -> Self {
        Self(Box::new(Inner {
            kind,
            message,
            call: None,
            answer: None,
            path: None,
            source: None,
        }))
    }
}
