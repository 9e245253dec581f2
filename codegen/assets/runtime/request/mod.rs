//! A call in the making.

mod assemble;
mod debug;
pub(super) mod headers;

use std::borrow::Cow;

use bytes::Bytes;
use http::{HeaderMap, Method};
use serde_json::Value;

use super::answer::Answer;
use super::api::Security;
use super::attempt::{Limit, attempt, whole};
use super::client::Client;
use super::destination::Destination;
use super::destination::sealed::Piece;
use super::error::{Call, Error, server_message};
use super::input::Input;
use super::response::Response;
use super::stream_answer::StreamAnswer;
use super::transport::ResponseBody;

/// A call in the making: collects inputs, and is checked as a whole when it is sent.
///
/// The first thing that goes wrong on the way is kept and returned by [`send`](Self::send), which
/// then sends nothing.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct Request {
    client: Client,
    call: Call,
    parameters: Vec<(Input, Value)>,
    body: Option<(Cow<'static, str>, Bytes)>,
    accept: &'static str,
    headers: HeaderMap,
    security: Security,
    server: Option<&'static str>,
    error: Option<Error>,
}

impl Request {
    pub(super) fn new(client: Client, method: Method, path: &'static str) -> Self {
        Self {
            security: client.shared().api.security,
            client,
            call: Call { method, path },
            parameters: Vec::new(),
            body: None,
            accept: "application/json",
            headers: HeaderMap::new(),
            server: None,
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

    /// Sets the base URL of an operation with a server of its own. A client that was given a base
    /// URL keeps to that.
    pub fn server(mut self, base_url: &'static str) -> Self {
        self.server = Some(base_url);
        self
    }

    /// Sets a header, whatever else would set it.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match headers::pair(self.client.shared().api, name, value) {
            Ok((name, value)) => {
                self.headers.insert(name, value);
            }
            Err(problem) => self.latch(Error::request(problem)),
        }
        self
    }

    /// Sends the request and waits for its answer, no longer than the client's timeout.
    ///
    /// # Errors
    ///
    /// Whatever stands in the way of a 2xx: see [`ErrorKind`](super::ErrorKind). Whether it decodes
    /// is for [`Answer`] to say.
    pub async fn send(self) -> Result<Answer, Error> {
        let mut limit = Limit::start(self.client.shared());
        let answer = self.arrival(&mut limit).await?;
        let whole = limit.hold(answer.whole()).await;
        whole.unwrap_or_else(|error| Err(error.of_call(&self.call)))
    }

    /// Sends the request and gives the body of the answer, as `read` makes it.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send), and what `read` finds wrong.
    pub async fn send_body<T>(
        self,
        read: fn(Answer) -> Result<Response<T>, Error>,
    ) -> Result<T, Error> {
        read(self.send().await?).map(Response::into_body)
    }

    /// Sends the request and gives the whole answer: status, headers, and the body as `read` makes it.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send), and what `read` finds wrong.
    pub async fn send_full<T, H>(
        self,
        read: fn(Answer) -> Result<Response<T>, Error>,
    ) -> Result<Response<T, H>, Error> {
        read(self.send().await?).map(|response| response.turned(|body| body))
    }

    /// Sends the request and gives its answer as it arrives. The head has to be there within the
    /// client's timeout; the body may take its time.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub async fn stream(self) -> Result<StreamAnswer, Error> {
        let mut limit = Limit::start(self.client.shared());
        self.arrival(&mut limit).await
    }

    async fn arrival(&self, limit: &mut Limit<'_>) -> Result<StreamAnswer, Error> {
        match self.exchange(limit).await {
            Ok(response) => Ok(StreamAnswer::new(self.call.clone(), response)),
            Err(error) => Err(error.of_call(&self.call)),
        }
    }

    async fn exchange(&self, limit: &mut Limit<'_>) -> Result<http::Response<ResponseBody>, Error> {
        let shared = self.client.shared();
        let response = attempt(shared, assemble::assemble(self)?, limit).await?;
        if response.status().is_success() {
            return Ok(response);
        }
        let response = limit.hold(whole(response)).await??;
        let explanation =
            server_message(response.body()).map(|text| shared.credentials.redact(text));
        Err(Error::unsuccessful(response, explanation))
    }

    fn put(&mut self, piece: Result<Piece, Error>) {
        match piece {
            Ok(Piece::Parameter(input, value)) => {
                self.parameters.retain(|(known, _)| !known.is_same(&input));
                self.parameters.push((input, value));
            }
            Ok(Piece::Body { media_type, bytes }) => self.body = Some((media_type, bytes)),
            Err(error) => self.latch(error),
        }
    }

    fn latch(&mut self, error: Error) {
        self.error.get_or_insert(error);
    }
}
