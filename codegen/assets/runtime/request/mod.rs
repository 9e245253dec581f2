//! A call in the making.

mod assemble;
mod debug;
pub(super) mod header;
mod headers;
mod members;
mod target;
mod uri;

use std::borrow::Cow;

use http::{HeaderMap, Method, StatusCode};
use serde_json::Value;

use super::answer::Answer;
use super::api::Security;
use super::client::Client;
use super::destination::Destination;
use super::destination::sealed::Piece;
use super::error::{Endpoint, Error};
use super::execute::{Extent, execute};
use super::input::Input;
use super::limits::Limits;
use super::options::RequestOptions;
use super::raw_body::RawBody;
use super::response::Response;
use super::retry::Repeatable;
use super::stream_answer::StreamAnswer;
use super::upload::Content;

pub(super) use assemble::assemble;

/// A call in the making: collects inputs, and is checked as a whole when it is sent.
///
/// The first thing that goes wrong on the way is kept and returned by [`send`](Self::send), which
/// then sends nothing.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct Request {
    pub(super) client: Client,
    pub(super) call: Endpoint,
    pub(super) options: RequestOptions,
    pub(super) security: Security,
    /// Whether a key goes with it by which the server knows it again.
    pub(super) is_keyed: bool,
    pub(super) parameters: Vec<(Input, Value)>,
    body: Option<(Cow<'static, str>, Content)>,
    accept: &'static str,
    pub(super) headers: HeaderMap,
    server: Option<&'static str>,
    /// Whether a redirect is what it is for.
    takes_redirects: bool,
    /// What a link named in place of path and query.
    target: Option<String>,
    /// How often it was sent.
    pub(super) attempts: u32,
    error: Option<Error>,
}

impl Request {
    pub(super) fn new(client: Client, method: Method, path: Cow<'static, str>) -> Self {
        Self {
            security: client.shared().api.security,
            client,
            call: Endpoint { method, path },
            options: RequestOptions::new(),
            is_keyed: false,
            parameters: Vec::new(),
            body: None,
            accept: "application/json",
            headers: HeaderMap::new(),
            server: None,
            takes_redirects: false,
            target: None,
            attempts: 0,
            error: None,
        }
    }

    /// A request that will not be sent.
    pub(super) fn refused(mut self, why: &'static str) -> Self {
        self.latch(Error::request(why));
        self
    }

    /// Puts a value where the input says; one that is there already is replaced.
    pub fn with<T: ?Sized>(mut self, destination: impl Destination<T>, value: &T) -> Self {
        self.put(destination.piece(value));
        self
    }

    /// Puts a value where the input says, as [`with`](Self::with) does, of whatever turns into it.
    pub fn set<T>(&mut self, destination: impl Destination<T>, value: impl Into<T>) {
        self.put(destination.piece(&value.into()));
    }

    /// Sets what the call does other than its client, in place of what was set before.
    pub fn options(mut self, options: RequestOptions) -> Self {
        self.options = options;
        self
    }

    /// Sets which credentials the call needs, where the operation has a requirement of its own.
    pub fn security(mut self, security: Security) -> Self {
        self.security = security;
        self
    }

    /// Sets the media type that the answer is asked for in: `application/json` unless set.
    pub fn accept(mut self, media_type: &'static str) -> Self {
        self.accept = media_type;
        self
    }

    /// Sets the base URL of an operation with a server of its own, which may be relative to that of the
    /// document. A client that was given a base URL keeps to that.
    pub fn server(mut self, base_url: &'static str) -> Self {
        self.server = Some(base_url);
        self
    }

    /// Takes a redirect that is not followed for the success that the operation is for: its `location`
    /// says where to go on.
    pub fn redirects(mut self) -> Self {
        self.takes_redirects = true;
        self
    }

    /// Sets a header, whatever else would set it.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.set_header(name, value);
        self
    }

    /// Sends the request and waits for its answer.
    ///
    /// # Errors
    ///
    /// Whatever stands in the way of a 2xx: see [`ErrorKind`](super::ErrorKind). Whether it decodes
    /// is for [`Answer`] to say.
    pub async fn send(self) -> Result<Answer, Error> {
        self.arrive(false).await.map(StreamAnswer::whole)
    }

    /// Sends the request and gives its answer as it arrives. An attempt has its head within the time
    /// for attempts; the body may take its time, within the total one.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub async fn stream(self) -> Result<StreamAnswer, Error> {
        self.arrive(true).await
    }

    /// Sends the request and gives its answer: all of it, or its head alone where it is a stream.
    pub(super) async fn arrive(mut self, is_stream: bool) -> Result<StreamAnswer, Error> {
        let extent = if is_stream {
            Extent::Head
        } else {
            Extent::Whole
        };
        let response = execute(&mut self, extent).await?;
        Ok(StreamAnswer::new(self, response))
    }

    /// Sends the request and gives the body of its answer as the bytes that arrive, whatever the
    /// document says of them.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub async fn send_raw(self) -> Result<Response<RawBody>, Error> {
        self.stream().await.map(StreamAnswer::raw)
    }

    /// The client, for a call that waits.
    #[cfg(feature = "blocking")]
    pub(crate) fn client(&self) -> Client {
        self.client.clone()
    }

    /// The error as one of this call.
    pub(super) fn blamed(&self, error: Error) -> Error {
        error.after(self.attempts).of_call(&self.call)
    }

    /// Whether an answer with this status is a success.
    pub(super) fn is_success(&self, status: StatusCode) -> bool {
        let is_redirect = status.is_redirection() && status != StatusCode::NOT_MODIFIED;
        status.is_success() || (self.takes_redirects && is_redirect)
    }

    /// How much time and room it has.
    pub(super) fn limits(&self) -> Limits {
        self.client.shared().limits.of_call(&self.options)
    }

    /// Whether and how it may be sent again.
    pub(super) fn repeatable(&self) -> Repeatable {
        match (self.is_repeatable(), self.is_keyed) {
            (false, _) => Repeatable::Never,
            (true, true) => Repeatable::Freely,
            (true, false) => Repeatable::by_method(&self.call.method),
        }
    }

    /// Whether its body can be sent again.
    pub(super) fn is_repeatable(&self) -> bool {
        let body = self.body.as_ref();
        body.is_none_or(|(_, content)| content.is_repeatable())
    }

    pub(super) fn set_header(&mut self, name: &str, value: &str) {
        match header::pair(self.client.shared().api, name, value) {
            Ok((name, value)) => {
                self.headers.insert(name, value);
            }
            Err(problem) => self.latch(Error::request(problem)),
        }
    }

    fn put(&mut self, piece: Result<Piece, Error>) {
        match piece {
            Ok(Piece::Parameter(input, value)) => {
                self.parameters.retain(|(known, _)| !known.is_same(&input));
                self.parameters.push((input, value));
            }
            Ok(Piece::Body {
                media_type,
                content,
            }) => self.body = Some((media_type, content)),
            Err(error) => self.latch(error),
        }
    }

    fn latch(&mut self, error: Error) {
        self.error.get_or_insert(error);
    }
}
