//! A successful answer whose body has not arrived yet.

use http::{HeaderMap, StatusCode};

use super::answer::Answer;
use super::raw_body::RawBody;
use super::request::Request;
use super::response::Response;
use super::transport::ResponseBody;

/// A successful answer whose body is still on its way, to be read as the document says.
#[derive(Debug)]
pub struct StreamAnswer {
    pub(super) request: Request,
    pub(super) response: http::Response<ResponseBody>,
}

impl StreamAnswer {
    pub(super) fn new(request: Request, response: http::Response<ResponseBody>) -> Self {
        Self { request, response }
    }

    /// The status: a 2xx, or a redirect where that is what the operation is for.
    pub fn status(&self) -> StatusCode {
        self.response.status()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        self.response.headers()
    }

    /// The answer, all of whose body is there.
    pub(super) fn whole(self) -> Answer {
        let response = self.response.map(ResponseBody::into_bytes);
        Answer::new(self.request, response)
    }

    /// Takes the body as the bytes that arrive.
    #[must_use]
    pub fn raw(self) -> Response<RawBody> {
        let (head, body) = self.response.into_parts();
        let body = RawBody::new(self.request, body);
        Response::new(head.status, head.headers, body)
    }
}
