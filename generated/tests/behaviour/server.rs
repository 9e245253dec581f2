//! A server in memory, and clients of it.

use bytes::Bytes;
use sendblue_contacts::runtime::StatusCode;
use sendblue_contacts::runtime::transport::MemoryTransport;
use sendblue_contacts::{Client, ClientBuilder, RetryPolicy};
use serde_json::Value;

pub(crate) const KEY: &str = "key-id-4711";
pub(crate) const SECRET: &str = "secret-cafe-babe";

/// Answers one call, and knows what was sent.
#[derive(Debug)]
pub(crate) struct Server(MemoryTransport);

impl Server {
    /// Says 200 and this.
    pub(crate) fn answering(body: &Value) -> Self {
        Self::refusing(200, body)
    }

    /// Says this with a status that need not be 200.
    pub(crate) fn refusing(status: u16, body: &Value) -> Self {
        let transport = MemoryTransport::new();
        transport.reply_json(StatusCode::from_u16(status).expect("a status"), body);
        Self(transport)
    }

    /// Says what need not be JSON.
    pub(crate) fn replying(response: http::Response<&'static str>) -> Self {
        let transport = MemoryTransport::new();
        transport.reply(response.map(Bytes::from));
        Self(transport)
    }

    /// A builder of clients of this server that have no credentials yet, and send a call once.
    pub(crate) fn builder(&self) -> ClientBuilder {
        let builder = Client::builder().retry(RetryPolicy::never());
        builder.transport(self.0.clone())
    }

    /// A client of this server.
    pub(crate) fn client(&self) -> Client {
        let builder = self.builder().api_key(KEY).api_secret(SECRET);
        builder.build().expect("a client")
    }

    /// Whether no request came.
    pub(crate) fn saw_nothing(&self) -> bool {
        self.0.requests().is_empty()
    }

    /// The one request that came, as one would write it down: its line, its headers in alphabetical
    /// order, an empty line, its body.
    pub(crate) fn saw(&self) -> String {
        let [request] = self.0.requests().try_into().expect("one request");
        let headers = request.headers().iter();
        let mut lines: Vec<String> = headers
            .map(|(name, value)| format!("{name}: {}\n", value.to_str().expect("ASCII")))
            .collect();
        lines.sort();
        let (line, headers) = (
            format!("{} {}", request.method(), request.uri()),
            lines.concat(),
        );
        let body = std::str::from_utf8(request.body()).expect("UTF-8");
        format!("{line}\n{headers}\n{body}")
    }

    /// The line of the one request that came.
    pub(crate) fn saw_line(&self) -> String {
        self.saw().lines().take(1).collect()
    }

    /// The body of the one request that came.
    pub(crate) fn saw_body(&self) -> String {
        let request = self.saw();
        let (_, body) = request.split_once("\n\n").expect("an empty line");
        body.to_owned()
    }
}
