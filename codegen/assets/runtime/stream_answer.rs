//! A successful answer whose body has not arrived yet.

use http::{HeaderMap, StatusCode};

use super::answer::Answer;
use super::attempt::whole;
use super::error::{Call, Error};
use super::response::Response;
use super::transport::ResponseBody;

/// A successful answer whose body is still on its way, to be read as the document says.
#[derive(Debug)]
pub struct StreamAnswer {
    pub(super) call: Call,
    pub(super) response: http::Response<ResponseBody>,
}

impl StreamAnswer {
    pub(super) fn new(call: Call, response: http::Response<ResponseBody>) -> Self {
        Self { call, response }
    }

    /// The status, always a 2xx.
    pub fn status(&self) -> StatusCode {
        self.response.status()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        self.response.headers()
    }

    /// Takes the body as the chunks that arrive.
    #[must_use]
    pub fn chunks(self) -> Response<ResponseBody> {
        let (head, body) = self.response.into_parts();
        Response::new(head.status, head.headers, body)
    }

    /// Waits for the whole body.
    ///
    /// # Errors
    ///
    /// If the connection fails before it is there.
    pub async fn whole(self) -> Result<Answer, Error> {
        match whole(self.response).await {
            Ok(response) => Ok(Answer::new(self.call, response)),
            Err(error) => Err(error.of_call(&self.call)),
        }
    }
}
