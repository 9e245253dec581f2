//! The kinds of failure.

/// What kind of failure an [`Error`](super::Error) is.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A client cannot be made: base URL, transport, a header or the form of a credential. Nothing
    /// was sent.
    Configuration,
    /// The credentials that a call needs are not there, or their provider failed or took too long.
    /// Nothing was sent with them.
    Credential,
    /// The request cannot be sent as documented: an empty path value, a line break in a header; or the
    /// transport does not take it, or a file cannot be read to its end. Nothing was sent, or not all.
    Request,
    /// No connection to the server came about. The server has seen nothing of the call.
    Connect,
    /// The connection failed later. The server may have acted on the call.
    Transport,
    /// Time was up; [`timeout`](super::Error::timeout) says which. The server may have acted on the
    /// call.
    Timeout,
    /// The server answered with a status other than 2xx, and other than a redirect where the document
    /// lists those alone.
    Status,
    /// The answer has more bytes, or the list more pages, than the client takes. The server did act on
    /// the call.
    TooLarge,
    /// The answer is not what the document says. The server did act on the call.
    Decode,
}

/// Which time was up.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Timeout {
    /// That for connecting: the server has seen nothing of the call.
    Connect,
    /// That of an attempt.
    Attempt,
    /// That of the call with all its attempts.
    Total,
    /// That between two pieces of the answer's body.
    Idle,
}
