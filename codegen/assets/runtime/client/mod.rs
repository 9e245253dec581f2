//! The client: what all calls share.

mod builder;
mod environment;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use http::{HeaderMap, HeaderName, Method};

use super::api::Api;
use super::base_url::BaseUrl;
use super::limits::Limits;
use super::middleware::Middleware;
use super::request::Request;
use super::retry::RetryPolicy;
use super::security::Credentials;
use super::transport::Transport;

pub use builder::ClientBuilder;

/// A client of the API: cheap to clone, and clones share connections and credentials.
#[derive(Clone)]
pub struct Client {
    // No method gives it: operations are methods, and may be called anything.
    pub(super) shared: Arc<Shared>,
}

/// What clones of a client, and the requests it started, have in common.
pub(super) struct Shared {
    pub(super) api: &'static Api,
    pub(super) base_url: BaseUrl,
    /// Whether the base URL was chosen for this client, so that no operation's own server overrides
    /// it.
    pub(super) base_url_chosen: bool,
    pub(super) limits: Limits,
    pub(super) retry: RetryPolicy,
    /// The header for keys by which the server knows a repeated call again.
    pub(super) idempotency_header: Option<String>,
    pub(super) headers: HeaderMap,
    pub(super) credentials: Credentials,
    /// The outermost first.
    pub(super) middleware: Vec<Arc<dyn Middleware>>,
    pub(super) transport: Arc<dyn Transport>,
    #[cfg(feature = "blocking")]
    pub(super) driver: super::blocking::Driver,
}

impl Client {
    /// Starts a request; `path` is a template such as `/contacts/{phone_number}`.
    ///
    /// The client's methods do this for the operations of the document. It is public for those that
    /// the document does not have.
    ///
    /// ```text
    /// let request = client.request(Method::GET, "/drafts/{number}");
    /// let request = request.with(Input::path("number"), &number);
    /// let draft = request.send().await?.json::<serde_json::Value>()?.into_body();
    /// ```
    pub fn request(&self, method: Method, path: impl Into<Cow<'static, str>>) -> Request {
        let path = path.into();
        let is_whole = path.starts_with('/');
        let request = Request::new(self.clone(), method, path);
        match is_whole {
            true => request,
            // Put behind the base URL, it could become a part of the host.
            false => request.refused("the path does not begin with `/`"),
        }
    }

    /// Starts a request by a method that HTTP itself does not define, such as `QUERY`.
    pub fn request_by(&self, method: &'static str, path: &'static str) -> Request {
        match Method::from_bytes(method.as_bytes()) {
            Ok(method) => self.request(method, path),
            Err(_) => self
                .request(Method::GET, path)
                .refused("the method is not one of HTTP"),
        }
    }

    fn new(shared: Shared) -> Self {
        Self {
            shared: Arc::new(shared),
        }
    }
}

/// Of headers that somebody chose, names alone: values may be credentials.
pub(super) fn names(headers: &HeaderMap) -> Vec<&str> {
    headers.keys().map(HeaderName::as_str).collect()
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("api", &self.shared.api.title)
            .field("base_url", &self.shared.base_url.as_str())
            .field("timeout", &self.shared.limits.attempt)
            .field("headers", &names(&self.shared.headers))
            .field("credentials", &self.shared.credentials)
            .finish_non_exhaustive()
    }
}
