//! The kinds of failure.

/// What kind of failure an [`Error`](super::Error) is.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A client cannot be made: base URL, transport, a header or the form of a credential. Nothing
    /// was sent.
    Configuration,
    /// The credentials that a call needs are not there. Nothing was sent.
    Credential,
    /// The request cannot be sent as documented: an empty path value, a line break in a header.
    /// Nothing was sent.
    Request,
    /// No connection to the server came about. The server has seen nothing of the call.
    Connect,
    /// The connection failed later. The server may have acted on the call.
    Transport,
    /// The answer was not there in time. The server may have acted on the call.
    Timeout,
    /// The server answered with a status other than 2xx.
    Status,
    /// The answer is not what the document says. The server did act on the call.
    Decode,
}
