//! A decoded answer with all that came with it.

use http::{HeaderMap, StatusCode};

/// A successful answer: status, headers and the decoded body.
#[derive(Clone, Debug)]
pub struct Response<T> {
    status: StatusCode,
    headers: HeaderMap,
    body: T,
}

impl<T> Response<T> {
    pub(super) fn new(status: StatusCode, headers: HeaderMap, body: T) -> Self {
        Self {
            status,
            headers,
            body,
        }
    }

    /// The status, always a 2xx.
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
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Response<U> {
        Response::new(self.status, self.headers, change(self.body))
    }
}
