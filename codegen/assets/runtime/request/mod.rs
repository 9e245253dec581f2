//! A call in the making.

mod assemble;
mod bare;
mod debug;
mod draft;
pub(super) mod header;
mod headers;
mod members;
mod server;
mod target;
mod uri;

use std::borrow::Cow;
use std::future::Future;

use http::Method;

use super::answer::Answer;
use super::api::Security;
use super::client::Client;
use super::destination::Destination;
use super::error::Error;
use super::execute::{Extent, execute};
use super::options::RequestOptions;
use super::raw_body::RawBody;
use super::response::Response;
use super::stream_answer::StreamAnswer;

pub(super) use assemble::assemble;
pub(super) use bare::bare;
pub(super) use draft::{Arrival, Draft};
use server::Server;

/// A call in the making: collects inputs, and is checked as a whole when it is sent.
///
/// The first thing that goes wrong on the way is kept and returned by [`send`](Self::send), which
/// then sends nothing.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct Request {
    /// On the heap, since a request is handed on by value from each step of a call to the next.
    pub(super) draft: Box<Draft>,
}

impl Request {
    pub(super) fn new(client: Client, method: Method, path: Cow<'static, str>) -> Self {
        let draft = Box::new(Draft::new(client, method, path));
        Self { draft }
    }

    /// A request that will not be sent.
    pub(super) fn refused(mut self, why: &'static str) -> Self {
        self.draft.latch(Error::request(why));
        self
    }

    /// Puts a value where the input says; one that is there already is replaced.
    pub fn with<T: ?Sized>(mut self, destination: impl Destination<T>, value: &T) -> Self {
        self.draft.put(destination.piece(value));
        self
    }

    /// Puts a value where the input says, as [`with`](Self::with) does, of whatever turns into it.
    pub fn set<T>(&mut self, destination: impl Destination<T>, value: impl Into<T>) {
        self.draft.put(destination.piece(&value.into()));
    }

    /// Sets what the call does other than its client, in place of what was set before.
    pub fn options(mut self, options: RequestOptions) -> Self {
        self.draft.options = options;
        self
    }

    /// Sets which credentials the call needs, where the operation has a requirement of its own.
    pub fn security(mut self, security: Security) -> Self {
        self.draft.security = security;
        self
    }

    /// Sets the media type that the answer is asked for in: `application/json` unless set.
    pub fn accept(mut self, media_type: &'static str) -> Self {
        self.draft.accept = media_type;
        self
    }

    /// Sets the base URL of an operation with a server of its own. A client that was given a base URL
    /// keeps to that.
    pub fn server(mut self, base_url: &'static str) -> Self {
        self.draft.server = Some(Server::At(base_url));
        self
    }

    /// Sets the path of an operation that is at the host of the document's server and not below its `path`:
    /// `own` takes the place of that at the end of the client's base URL. Where a client was given one that
    /// ends in something else, the call goes below that.
    pub fn beside(mut self, path: &'static str, own: &'static str) -> Self {
        self.draft.server = Some(Server::Beside { path, own });
        self
    }

    /// Takes a redirect for the success that the operation is for, so that it is not followed: its
    /// `location` says where to go on.
    pub fn redirects(mut self) -> Self {
        self.draft.takes_redirects = true;
        self
    }

    /// Sets a header, whatever else would set it.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.draft.set_header(name, value);
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
    pub(super) fn arrive(
        self,
        is_stream: bool,
    ) -> impl Future<Output = Result<StreamAnswer, Error>> {
        let extent = if is_stream {
            Extent::Head
        } else {
            Extent::Whole
        };
        execute(self, extent)
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
        self.draft.client.clone()
    }
}
