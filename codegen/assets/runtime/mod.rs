//! The client runtime: what every generated client shares.
//!
//! Nothing in here knows the API. The generated code says what the document says (an [`Api`], the
//! methods of [`Client`], one `operation!` table per operation, one table per type) and this module
//! does the rest. A call goes through it in this order:
//!
//! 1. a method of [`Client`] starts a [`Request`] and puts the arguments where the document wants
//!    them, by [`Input`];
//! 2. the request is assembled: URL, headers, credentials. What cannot be sent as documented is an
//!    error here, and nothing is sent;
//! 3. it is attempted through [`Middleware`] over the [`Transport`](transport::Transport), within its
//!    time, and again where its [`RetryPolicy`] says so;
//! 4. a 2xx [`Answer`] is decoded, at once or item by item as a [`StreamAnswer`]; anything else
//!    becomes an [`Error`] that keeps status, headers and body.

mod answer;
mod answers;
mod api;
mod base_url;
#[cfg(feature = "blocking")]
mod blocking;
mod body;
mod call;
mod choice;
mod client;
mod declared;
mod destination;
mod error;
mod execute;
mod form;
mod idempotency;
mod input;
mod limits;
mod may_send;
mod middleware;
pub mod multipart;
mod operation;
mod options;
pub mod paging;
mod parameter;
mod raw_body;
pub mod reading;
mod received;
mod request;
mod response;
mod retry;
mod secret;
mod security;
pub mod stream;
mod stream_answer;
mod streaming;
mod trace;
pub mod transport;
mod upload;
pub mod wire;

pub use answer::{Answer, Several};
pub use api::{Api, Scheme, Security};
pub use body::{Body, BytesBody, TextBody};
pub use bytes::Bytes;
pub use call::{Call, Operation};
pub use choice::{Choice, ChoiceBody, Written};
pub use client::{Client, ClientBuilder};
pub use declared::{Headers, header};
pub use destination::Destination;
pub use error::{Error, ErrorKind, Timeout};
pub use form::FormBody;
pub use http::{HeaderMap, Method, StatusCode};
pub use input::{Input, Style};
pub use may_send::MaySend;
pub use middleware::{Answered, Middleware, Next};
pub use options::RequestOptions;
pub use raw_body::RawBody;
pub use received::received;
pub use request::Request;
pub use response::Response;
pub use retry::RetryPolicy;
pub use secret::Secret;
pub use security::{Token, TokenProvider};
pub use stream_answer::StreamAnswer;

pub(crate) use answers::answers;
pub(crate) use choice::bodies;
pub(crate) use declared::headers;
pub(crate) use operation::operation;
pub(crate) use paging::paged;
pub(crate) use received::webhook;
pub(crate) use streaming::streaming;
