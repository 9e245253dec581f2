//! A decoded answer with all that came with it.

use std::marker::PhantomData;

use http::{HeaderMap, StatusCode};

/// A successful answer: status, headers and the decoded body.
///
/// `H` are the headers that the document declares for it, if it does.
#[derive(Clone, Debug)]
pub struct Response<T, H = ()> {
    status: StatusCode,
    headers: HeaderMap,
    body: T,
    declared: PhantomData<fn() -> H>,
}

impl<T, H> Response<T, H> {
    pub(super) fn new(status: StatusCode, headers: HeaderMap, body: T) -> Self {
        Self {
            status,
            headers,
            body,
            declared: PhantomData,
        }
    }

    /// The status: a 2xx, or a redirect where that is what the operation is for.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body.
    pub fn body(&self) -> &T {
        &self.body
    }

    /// The body, for keeps.
    pub fn into_body(self) -> T {
        self.body
    }

    /// The same answer with another body made from its own.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Response<U, H> {
        Response::new(self.status, self.headers, change(self.body))
    }
}

impl<T> Response<T> {
    /// The same answer, of which it is known what headers the document declares.
    pub fn declaring<H>(self) -> Response<T, H> {
        Response::new(self.status, self.headers, self.body)
    }
}
