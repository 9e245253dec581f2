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
use crate::runtime::limits::Limits;
use crate::runtime::middleware::Middleware;
use crate::runtime::request::header;
use crate::runtime::retry::RetryPolicy;
use crate::runtime::secret::Secret;
use crate::runtime::security::{Credentials, Given, TokenProvider};
use crate::runtime::transport::{self, Transport};

/// How long connecting may take unless the client is told otherwise.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// Collects what a [`Client`] needs; nothing is checked before [`build`](Self::build).
#[derive(Clone)]
#[must_use = "a builder does nothing until it is built"]
pub struct ClientBuilder {
    pub(super) api: &'static Api,
    pub(super) base_url: Option<String>,
    pub(super) given: Given,
    connect_timeout: Duration,
    limits: Limits,
    retry: RetryPolicy,
    idempotency_header: Option<String>,
    headers: HeaderMap,
    middleware: Vec<Arc<dyn Middleware>>,
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
            connect_timeout: CONNECT_TIMEOUT,
            limits: Limits::default(),
            retry: RetryPolicy::default(),
            idempotency_header: None,
            headers: HeaderMap::new(),
            middleware: Vec::new(),
            transport: None,
            error: None,
        }
        .user_agent(api.user_agent)
    }

    /// Sets where the API is: `http` or `https`, a host, and perhaps a path that comes before each
    /// operation's own.
    ///
    /// It goes before what the document says, for operations with a server of their own too. Only where that
    /// is at the host of the document's, and the base URL ends in the path of this, they are beside it.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = Some(base_url.into());
        self
    }

    /// Sets how long each attempt of a call may take, from connecting to the last byte of the
    /// answer: 60 seconds unless set. [`Duration::MAX`] waits for ever.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.limits.attempt = timeout;
        self
    }

    /// Sets how long a call may take with all its attempts and the waits between them: for ever unless
    /// set. The body of an answer that is a stream has to end within it too. A call whose time is up
    /// while it waits to be sent again fails with what it failed with before.
    pub fn total_timeout(mut self, timeout: Duration) -> Self {
        self.limits.total = timeout;
        self
    }

    /// Sets how long connecting may take: 10 seconds unless set. It is the built-in HTTP client's; a
    /// transport of your own has its own.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// Sets how long the body of an answer may pause: for ever unless set, since some servers of events
    /// have nothing to say for hours.
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.limits.idle = timeout;
        self
    }

    /// Sets how many bytes of an answer, or of one item of a stream, are held in memory at most: 128
    /// MiB unless set. What is read by `send_raw` may be of any size.
    pub fn body_limit(mut self, bytes: u64) -> Self {
        self.limits.body = bytes;
        self
    }

    /// Sets when a call that failed is sent again.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// Sends a key in this header with every POST and PATCH, the same for all attempts of a call, for
    /// servers that know a repeated call by it. Such calls are sent again as freely as a PUT is.
    pub fn idempotency_header(mut self, name: impl Into<String>) -> Self {
        self.idempotency_header = Some(name.into());
        self
    }

    /// Adds what sees and changes each attempt, inside of what was added before.
    pub fn middleware(mut self, middleware: impl Middleware) -> Self {
        self.middleware.push(Arc::new(middleware));
        self
    }

    /// Sets the `User-Agent` header, which otherwise names the generated crate and its version.
    pub fn user_agent(self, user_agent: &str) -> Self {
        self.header(USER_AGENT.as_str(), user_agent)
    }

    /// Sets a header that goes with every call, unless the call sets that header itself.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match header::pair(self.api, name, value) {
            Ok((name, value)) => {
                self.headers.insert(name, value);
            }
            Err(problem) => {
                self.error.get_or_insert(Error::configuration(problem));
            }
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

    /// Sets what fetches the credential of a security scheme of the document: see [`TokenProvider`].
    pub fn credential_provider(
        mut self,
        scheme: &'static str,
        provider: impl TokenProvider,
    ) -> Self {
        self.given.set_provider(scheme, Arc::new(provider));
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
            limits: self.limits,
            retry: self.retry,
            idempotency_header: self.idempotency_header,
            headers: self.headers,
            credentials: Credentials::new(self.api, &self.given)?,
            middleware: self.middleware,
            transport: match self.transport {
                Some(transport) => transport,
                None => transport::default(self.connect_timeout)?,
            },
            #[cfg(feature = "blocking")]
            driver: Default::default(),
        }))
    }
}

fn base_url(api: &Api, chosen: Option<&str>) -> Result<BaseUrl, Error> {
    let parsed = match (chosen, api.base_url) {
        (Some(text), _) => BaseUrl::parse(text),
        (None, Some(text)) if text.contains("://") => BaseUrl::parse(text),
        (None, Some(path)) => Err(Error::configuration(format!(
            "the document says no host of the API, `{path}` alone"
        ))),
        (None, None) => Err(Error::configuration("the document names no base URL")),
    };
    parsed.map_err(|error| {
        error.with_hint(format!("call `base_url` or set {}", api.base_url_variable))
    })
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The base URL is not checked yet and may hold anything.
        f.debug_struct("ClientBuilder")
            .field("api", &self.api.title)
            .field("timeout", &self.limits.attempt)
            .field("headers", &super::names(&self.headers))
            .field("credentials", &self.given)
            .finish_non_exhaustive()
    }
}
