//! Calls that a test expects.

use std::marker::PhantomData;

use bytes::Bytes;
use http::{HeaderValue, StatusCode, header};
use serde_json::Value;

use super::difference::difference;
use super::{MemoryTransport, Reply, Step};
use crate::runtime::call::{Call, Operation};
use crate::runtime::error::{Endpoint, Error};
use crate::runtime::request::{Request, assemble};
use crate::runtime::transport::TransportError;
use crate::runtime::wire::{self, Encode};

/// A call that is expected, and still without an answer.
#[must_use = "an expectation counts once it has an answer"]
pub struct Expectation<'a, A> {
    transport: &'a MemoryTransport,
    expected: Request,
    answer: PhantomData<fn() -> A>,
}

impl MemoryTransport {
    /// Expects a call as the next one: of the same operation, with the same parameters and the same body.
    /// Credentials are not compared, nor are headers that this call does not have.
    ///
    /// Another call than the expected one fails, and its error says what is different;
    /// [`finish`](Self::finish) says so too.
    ///
    /// ```text
    /// let transport = MemoryTransport::new();
    /// let client = Client::builder().api_key("k").transport(transport.clone()).build()?;
    /// transport
    ///     .expect(client.update_contact("+14155551234", ContactUpdateParams::new().first_name("Ada")))
    ///     .answer_json(&json!({ "status": "OK" }));
    /// // ... what is tested calls update_contact ...
    /// transport.finish();
    /// ```
    pub fn expect<O: Operation>(&self, call: Call<O>) -> Expectation<'_, O::Answer> {
        Expectation {
            transport: self,
            expected: call.request,
            answer: PhantomData,
        }
    }

    /// Says whether every call came that was expected, and no other.
    ///
    /// # Panics
    ///
    /// If one did not come, or came otherwise.
    #[track_caller]
    pub fn finish(&self) {
        let mut problems = self.lock().differences.clone();
        let open: Vec<_> = self.lock().queue.drain(..).collect();
        let missing = open.iter().filter_map(|step| step.expected.as_ref());
        problems.extend(missing.map(|request| format!("{} did not come", named(request))));
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }
}

impl<'a, A> Expectation<'a, A> {
    /// Answers with success and this value.
    ///
    /// # Panics
    ///
    /// If the value cannot be written as JSON.
    #[track_caller]
    pub fn answer(self, value: &A) -> &'a MemoryTransport
    where
        A: Encode,
    {
        match wire::to_value(value) {
            Ok(value) => self.answer_json(&value),
            Err(error) => panic!("the answer cannot be written: {error}"),
        }
    }

    /// Answers with success and this JSON.
    pub fn answer_json(self, body: &Value) -> &'a MemoryTransport {
        self.answer_status(StatusCode::OK, body)
    }

    /// Answers with this status and this JSON: a failure that the document describes, for one.
    pub fn answer_status(self, status: StatusCode, body: &Value) -> &'a MemoryTransport {
        let mut response = http::Response::new(Bytes::from(body.to_string()));
        *response.status_mut() = status;
        response.headers_mut().insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/json"),
        );
        self.answer_with(response)
    }

    /// Answers in whatever way.
    pub fn answer_with(self, response: http::Response<Bytes>) -> &'a MemoryTransport {
        self.push(Reply::Answer(Ok(response)))
    }

    /// Does not answer: the connection fails.
    pub fn fail(self, error: TransportError) -> &'a MemoryTransport {
        self.push(Reply::Answer(Err(error)))
    }

    fn push(self, reply: Reply) -> &'a MemoryTransport {
        let step = Step {
            expected: Some(self.expected),
            reply,
        };
        self.transport.lock().queue.push_back(step);
        self.transport
    }
}

/// What is different about the request that came, if anything is.
pub(super) fn check(expected: &Request, came: &http::Request<Bytes>) -> Result<(), String> {
    let wanted = wanted(expected).map_err(|error| error.to_string())?;
    match difference(expected, &wanted, came) {
        Some(difference) => Err(format!("{} came with {difference}", named(expected))),
        None => Ok(()),
    }
}

fn wanted(expected: &Request) -> Result<http::Request<Bytes>, Error> {
    let (head, body) = assemble(&expected.draft, &[])?.into_parts();
    let body = body.bytes().cloned().unwrap_or_default();
    Ok(http::Request::from_parts(head, body))
}

fn named(request: &Request) -> String {
    let Endpoint { method, path } = &request.draft.call;
    format!("{method} {path}")
}
