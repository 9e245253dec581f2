//! How a client comes to be.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;
use http::header::USER_AGENT;

use super::{Client, Shared};
use crate::runtime::api::Api;
use crate::runtime::base_url::BaseUrl;
use crate::runtime::error::Error;
use crate::runtime::request::headers;
use crate::runtime::secret::Secret;
use crate::runtime::security::{Credentials, Given};
use crate::runtime::transport::{self, Transport};

/// How long an attempt may take unless the client is told otherwise.
const DEFAULT_TIMEOUT: Duration = Duration::from_secs(60);

/// Collects what a [`Client`] needs; nothing is checked before [`build`](Self::build).
#[derive(Clone)]
#[must_use = "a builder does nothing until it is built"]
pub struct ClientBuilder {
    pub(super) api: &'static Api,
    pub(super) base_url: Option<String>,
    pub(super) given: Given,
    timeout: Duration,
    headers: HeaderMap,
    transport: Option<Arc<dyn Transport>>,
    /// The first thing that went wrong, reported by `build`.
    error: Option<Error>,
}

impl ClientBuilder {
    /// Starts a builder for an API.
    pub fn new(api: &'static Api) -> Self {
        Self {
            api,
            base_url: None,
            given: Given::default(),
            timeout: DEFAULT_TIMEOUT,
            headers: HeaderMap::new(),
            transport: None,
            error: None,
        }
        .user_agent(api.user_agent)
    }

    /// Sets where the API is: `http` or `https`, a host, and perhaps a path that comes before each
    /// operation's own.
    ///
    /// It goes before what the document says, for operations with a server of their own too.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = Some(base_url.into());
        self
    }

    /// Sets how long each attempt of a call may take, from connecting to the last byte of the
    /// answer: 60 seconds unless set. [`Duration::MAX`] waits for ever.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Sets the `User-Agent` header, which otherwise names the generated crate and its version.
    pub fn user_agent(self, user_agent: &str) -> Self {
        self.header(USER_AGENT.as_str(), user_agent)
    }

    /// Sets a header that goes with every call, unless the call sets that header itself.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match headers::pair(self.api, name, value) {
            Ok((name, value)) => {
                self.headers.insert(name, value);
            }
            Err(problem) => self.latch(Error::configuration(problem)),
        }
        self
    }

    /// Sets what carries the requests, in place of the built-in HTTP client.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Sets the credential of a security scheme of the document. An empty one counts as not set.
    pub fn credential(mut self, scheme: &'static str, secret: impl Into<Secret>) -> Self {
        self.given.set(scheme, vec![secret.into()]);
        self
    }

    /// Sets user name and password of a basic authentication scheme of the document.
    pub fn credential_pair(
        mut self,
        scheme: &'static str,
        username: impl Into<Secret>,
        password: impl Into<Secret>,
    ) -> Self {
        self.given
            .set(scheme, vec![username.into(), password.into()]);
        self
    }

    /// Makes the client.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::runtime::ErrorKind::Configuration), if there is no
    /// usable base URL or transport, or if a header or credential cannot be sent.
    pub fn build(self) -> Result<Client, Error> {
        if let Some(error) = self.error {
            return Err(error);
        }
        Ok(Client::new(Shared {
            api: self.api,
            base_url: base_url(self.api, self.base_url.as_deref())?,
            base_url_chosen: self.base_url.is_some(),
            timeout: self.timeout,
            headers: self.headers,
            credentials: Credentials::new(self.api, &self.given)?,
            transport: self.transport.map_or_else(transport::default, Ok)?,
        }))
    }

    fn latch(&mut self, error: Error) {
        self.error.get_or_insert(error);
    }
}

fn base_url(api: &Api, chosen: Option<&str>) -> Result<BaseUrl, Error> {
    let hint = format!("call `base_url` or set {}", api.base_url_variable);
    match chosen.or(api.base_url) {
        Some(text) => BaseUrl::parse(text).map_err(|error| error.with_hint(&hint)),
        None => Err(Error::configuration("the document names no base URL").with_hint(&hint)),
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The base URL is not checked yet and may hold anything.
        f.debug_struct("ClientBuilder")
            .field("api", &self.api.title)
            .field("timeout", &self.timeout)
            .field("headers", &self.headers)
            .field("credentials", &self.given)
            .finish_non_exhaustive()
    }
}
