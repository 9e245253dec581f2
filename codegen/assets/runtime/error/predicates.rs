//! What callers branch on.

use http::StatusCode;

use super::{Error, ErrorKind};

impl Error {
    /// The server answered with a status other than 2xx, and other than a redirect where the document
    /// lists those alone.
    ///
    /// Troubleshooting: the text has what the server says about it, [`body_text`](Self::body_text)
    /// all it said. A 3xx means a redirect that was not followed; the text says why. Where that leads to
    /// another host, scheme or port, see the `location` header, and set the base URL to where it points.
    pub fn is_status(&self) -> bool {
        self.kind() == ErrorKind::Status
    }

    /// The server answered 400 Bad Request or 422 Unprocessable Content: it takes the request for
    /// invalid.
    ///
    /// Troubleshooting: the text usually names the field. If the document allows the value, the
    /// document is wrong.
    pub fn is_invalid(&self) -> bool {
        self.is_answer(StatusCode::BAD_REQUEST) || self.is_answer(StatusCode::UNPROCESSABLE_ENTITY)
    }

    /// The server answered 401 Unauthorized: it does not accept the credentials.
    ///
    /// Troubleshooting: they are complete, else nothing would have been sent, so they are mistyped,
    /// revoked, or those of another environment.
    pub fn is_unauthorized(&self) -> bool {
        self.is_answer(StatusCode::UNAUTHORIZED)
    }

    /// The server answered 403 Forbidden: the credentials are good, but not for this.
    ///
    /// Troubleshooting: see what the account behind the credentials may do, and which plan it is
    /// on.
    pub fn is_forbidden(&self) -> bool {
        self.is_answer(StatusCode::FORBIDDEN)
    }

    /// The server answered 404 Not Found.
    ///
    /// Troubleshooting: when it happens for things that do exist, look at the base URL, its path
    /// included, and at the spelling of identifiers: a phone number without its `+`, for one.
    pub fn is_not_found(&self) -> bool {
        self.is_answer(StatusCode::NOT_FOUND)
    }

    /// The server answered 409 Conflict: there is such a thing already, or it has changed
    /// meanwhile.
    ///
    /// Troubleshooting: read the thing again and decide afresh; sending the same call again will
    /// not help.
    pub fn is_conflict(&self) -> bool {
        self.is_answer(StatusCode::CONFLICT)
    }

    /// The server answered 429 Too Many Requests.
    ///
    /// Troubleshooting: wait as long as the `retry-after` header says, and send fewer calls at a
    /// time.
    pub fn is_rate_limited(&self) -> bool {
        self.is_answer(StatusCode::TOO_MANY_REQUESTS)
    }

    /// The server answered with a 5xx: it failed.
    ///
    /// Troubleshooting: try again later; if it stays, tell the operator, with the request id that
    /// most servers put in a header.
    pub fn is_server_error(&self) -> bool {
        self.is_status() && self.status().is_some_and(|status| status.is_server_error())
    }

    /// Time was up before the whole answer was there; [`timeout`](Self::timeout) says which.
    ///
    /// Troubleshooting: the server may have acted on the call all the same. Give the client a
    /// longer [`timeout`](crate::runtime::ClientBuilder::timeout), or ask for less at a time.
    pub fn is_timeout(&self) -> bool {
        self.kind() == ErrorKind::Timeout
    }

    /// No connection to the server came about.
    ///
    /// Troubleshooting: the [`source`](std::error::Error::source) chain ends in the cause: an
    /// unknown host, a refused port, a certificate that is not trusted, a proxy in the way.
    pub fn is_connect(&self) -> bool {
        self.kind() == ErrorKind::Connect
    }

    /// The answer has more bytes than the client takes.
    ///
    /// Troubleshooting: read it as a stream by `send_raw`, or allow more by
    /// [`body_limit`](crate::runtime::ClientBuilder::body_limit).
    pub fn is_too_large(&self) -> bool {
        self.kind() == ErrorKind::TooLarge
    }

    /// The server answered with success, but the answer is not what the document says.
    ///
    /// Troubleshooting: [`path`](Self::path) says where, [`body_text`](Self::body_text) what came,
    /// and the [`source`](std::error::Error::source) what was expected. The document needs a
    /// correction there.
    pub fn is_decode(&self) -> bool {
        self.kind() == ErrorKind::Decode
    }

    /// A credential that the call needs is not there.
    ///
    /// Troubleshooting: the text names the security scheme and its environment variable. A variable
    /// that is empty counts as not set.
    pub fn is_missing_credential(&self) -> bool {
        self.kind() == ErrorKind::Credential
    }

    /// The same call may well succeed later: connection failures, timeouts, 408, 429 and 5xx.
    ///
    /// Troubleshooting: only [`is_connect`](Self::is_connect) and
    /// [`is_rate_limited`](Self::is_rate_limited) mean that the first one had no effect. Before you
    /// repeat a call that creates something, make sure that it was not created.
    pub fn is_retryable(&self) -> bool {
        match self.kind() {
            ErrorKind::Connect | ErrorKind::Transport | ErrorKind::Timeout => true,
            ErrorKind::Status => {
                self.is_server_error()
                    || self.is_rate_limited()
                    || self.is_answer(StatusCode::REQUEST_TIMEOUT)
            }
            ErrorKind::Configuration
            | ErrorKind::Credential
            | ErrorKind::Request
            | ErrorKind::TooLarge
            | ErrorKind::Decode => false,
        }
    }

    fn is_answer(&self, status: StatusCode) -> bool {
        self.is_status() && self.status() == Some(status)
    }
}
