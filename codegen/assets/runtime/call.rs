//! The calls of the document's operations.

use std::fmt;
use std::marker::PhantomData;

use super::error::Error;
use super::options::RequestOptions;
use super::raw_body::RawBody;
use super::reading::Reading;
use super::request::Request;
use super::response::Response;

/// An operation of the document, as the type of its calls: a [`Call`] of it is what the client's method
/// returns.
pub trait Operation {
    /// What the body of a success is.
    type Answer;

    /// The headers that a success declares, if the document says any.
    type Headers;

    /// How a success is read.
    type Reading: Reading<Self::Answer>;
}

/// A call of an operation, not sent yet.
///
/// It has a setter for each optional input of the operation; one that is called again replaces what it
/// set before. Nothing is sent until [`send`](Self::send) or one of its kin.
#[must_use = "a call does nothing until it is sent"]
pub struct Call<O> {
    pub(crate) request: Request,
    operation: PhantomData<fn() -> O>,
}

impl<O: Operation> Call<O> {
    /// Sets what this call does other than its client, and what it sends beyond its document.
    pub fn options(mut self, options: RequestOptions) -> Self {
        self.request = self.request.options(options);
        self
    }

    /// Sends the call and gives the body of the answer.
    ///
    /// # Errors
    ///
    /// Whatever stands in the way of a decoded success: see [`ErrorKind`](super::ErrorKind).
    pub async fn send(self) -> Result<O::Answer, Error> {
        respond::<O>(self.request).await.map(Response::into_body)
    }

    /// Sends the call and gives the whole answer: status, headers and body.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub async fn send_full(self) -> Result<Response<O::Answer, O::Headers>, Error> {
        let response = respond::<O>(self.request).await;
        response.map(Response::declaring)
    }

    /// Sends the call and gives the body of the answer as the bytes that arrive, whatever the document
    /// says of them.
    ///
    /// # Errors
    ///
    /// Whatever stands in the way of a success: see [`ErrorKind`](super::ErrorKind).
    pub async fn send_raw(self) -> Result<Response<RawBody>, Error> {
        self.request.send_raw().await
    }

    /// As [`send`](Self::send), and keeps the thread waiting meanwhile: where the answer is a stream,
    /// until it begins.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send), and as [`Client::block_on`](super::Client::block_on) within an
    /// asynchronous runtime, `spawn_blocking` included.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<O::Answer, Error> {
        self.request.client().block_on(self.send())
    }

    /// As [`send_full`](Self::send_full), and keeps the thread waiting as
    /// [`send_blocking`](Self::send_blocking) does.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    #[cfg(feature = "blocking")]
    pub fn send_full_blocking(self) -> Result<Response<O::Answer, O::Headers>, Error> {
        self.request.client().block_on(self.send_full())
    }

    /// As [`send_raw`](Self::send_raw), and keeps the thread waiting until the answer begins.
    ///
    /// # Errors
    ///
    /// As [`send_raw`](Self::send_raw).
    #[cfg(feature = "blocking")]
    pub fn send_raw_blocking(self) -> Result<Response<RawBody>, Error> {
        self.request.client().block_on(self.send_raw())
    }
}

// No method, which would take its name from the setters.
async fn respond<O: Operation>(request: Request) -> Result<Response<O::Answer>, Error> {
    let answer = request.arrive(O::Reading::IS_STREAM).await?;
    O::Reading::read(answer)
}

impl Request {
    /// Makes the call of an operation of it.
    pub fn call<O: Operation>(self) -> Call<O> {
        Call {
            request: self,
            operation: PhantomData,
        }
    }
}

impl<O> Clone for Call<O> {
    fn clone(&self) -> Self {
        Self {
            request: self.request.clone(),
            operation: PhantomData,
        }
    }
}

impl<O> fmt::Debug for Call<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("Call");
        shown.field("request", &self.request).finish()
    }
}
