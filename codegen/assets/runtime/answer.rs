//! A successful answer, not decoded yet.

use std::borrow::Cow;
use std::str::Utf8Error;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};

use super::error::Error;
use super::request::{Arrival, Request};
use super::response::Response;
use super::wire::{self, Decode};

/// A successful answer, to be decoded as what the document says it is.
///
/// Every 2xx counts as success, whether the document lists it or not; where it lists several, one that
/// it does not list has no type, and is an error. Where it lists redirects and no other success, so do
/// they. The content type is asked only where the body does not fit: servers get it wrong more often than
/// the body.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What was asked, for errors, without what was sent.
    request: Request,
    response: http::Response<Bytes>,
}

/// Successes of several types, told apart by their status.
pub trait Several: Sized {
    /// Reads the success that the status stands for.
    ///
    /// # Errors
    ///
    /// If the body does not fit it, or the document lists no such status.
    fn read(answer: Answer) -> Result<Response<Self>, Error>;
}

impl Answer {
    /// The answer to a request that was sent.
    pub(super) fn new(mut request: Request, response: http::Response<Bytes>) -> Self {
        request.draft.forget();
        Self { request, response }
    }

    /// Where it came from.
    pub(super) fn arrival(&self) -> &Arrival {
        &self.request.draft.arrival
    }

    /// The status: a 2xx, or a redirect where that is what the operation is for.
    pub fn status(&self) -> StatusCode {
        self.response.status()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        self.response.headers()
    }

    /// Decodes a JSON body. One that the server says to be something else is taken as it is where a text
    /// is expected: documents list as JSON what servers send as `text/plain`, such as the content of files.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`](super::ErrorKind::Decode), if the body is empty or does not fit `T`;
    /// the error keeps the body.
    pub fn json<T: Decode>(self) -> Result<Response<T>, Error> {
        match wire::from_slice(self.response.body()) {
            Ok(body) => Ok(self.respond().map(|_| body)),
            Err(error) => match self.bare() {
                Some(body) => Ok(self.respond().map(|_| body)),
                None => Err(self.misfit(error)),
            },
        }
    }

    /// Decodes one of several successes, by its status.
    ///
    /// # Errors
    ///
    /// As the decoder of that success.
    pub fn several<T: Several>(self) -> Result<Response<T>, Error> {
        T::read(self)
    }

    /// The error of a success that the document does not list.
    #[must_use]
    pub fn unlisted(self) -> Error {
        let status = self.response.status();
        let message = format!(
            "the document lists no success of status {}",
            status.as_u16()
        );
        self.fail(Error::decode(message))
    }

    /// Takes the body as text.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`](super::ErrorKind::Decode), if the body is neither UTF-8 nor said to be
    /// ISO 8859-1; the error keeps the body.
    pub fn text(self) -> Result<Response<String>, Error> {
        match self.decoded().map(Cow::into_owned) {
            Ok(body) => Ok(self.respond().map(|_| body)),
            Err(error) => {
                Err(self.fail(Error::decode("the answer is not UTF-8 text").because(error)))
            }
        }
    }

    /// Takes the body as it is.
    ///
    /// # Errors
    ///
    /// None; the signature is that of its siblings, so that operations call them all alike.
    pub fn bytes(self) -> Result<Response<Bytes>, Error> {
        Ok(self.respond())
    }

    /// Leaves the body aside, where the document promises none.
    ///
    /// # Errors
    ///
    /// None, as in [`bytes`](Self::bytes).
    pub fn empty(self) -> Result<Response<()>, Error> {
        Ok(self.respond().map(|_| ()))
    }

    /// The body as it is, where a text is expected and the server says that it is something else than JSON.
    fn bare<T: Decode>(&self) -> Option<T> {
        let text = self.quoted()?;
        // What takes any value is no text.
        let takes_any = wire::from_slice::<T>(b"false").is_ok();
        wire::from_slice(&text).ok().filter(|_| !takes_any)
    }

    /// The JSON of the text that the body is, unless it is said to be JSON already. A web page is what stands
    /// between here and the server as a rule, and is no answer.
    fn quoted(&self) -> Option<Vec<u8>> {
        let essence = self
            .content_type()?
            .split(';')
            .next()?
            .trim()
            .to_ascii_lowercase();
        let is_json = essence.ends_with("/json") || essence.ends_with("+json");
        let is_other = is_json || essence == "text/html";
        let text = self.decoded().ok();
        serde_json::to_vec(&text.filter(|_| !is_other)?).ok()
    }

    /// The body as text. The charset is asked only where that is not UTF-8.
    fn decoded(&self) -> Result<Cow<'_, str>, Utf8Error> {
        let body = self.response.body();
        match std::str::from_utf8(body) {
            // Its characters have the first 256 numbers of Unicode.
            Err(_) if self.is_latin() => Ok(body.iter().copied().map(char::from).collect()),
            text => text.map(Cow::Borrowed),
        }
    }

    /// Whether the server says that the body is ISO 8859-1.
    fn is_latin(&self) -> bool {
        let stated = self.content_type().into_iter();
        let mut parameters = stated.flat_map(|stated| stated.split(';'));
        parameters.any(|parameter| {
            let parameter = parameter.trim().replace('"', "").to_ascii_lowercase();
            ["charset=iso-8859-1", "charset=latin1"].contains(&&*parameter)
        })
    }

    fn content_type(&self) -> Option<&str> {
        self.headers().get(CONTENT_TYPE)?.to_str().ok()
    }

    fn respond(self) -> Response<Bytes> {
        let (parts, body) = self.response.into_parts();
        Response::new(parts.status, parts.headers, body)
    }

    pub(super) fn misfit(self, error: serde_json::Error) -> Error {
        match self.response.body().trim_ascii().is_empty() {
            true => self.fail(Error::decode("the answer is empty where JSON was expected")),
            false => self.fail(Error::misfit(error)),
        }
    }

    fn fail(self, error: Error) -> Error {
        self.request.draft.unreadable(error, self.response)
    }
}
