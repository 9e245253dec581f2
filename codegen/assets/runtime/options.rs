//! What a call has other than its client.

use std::fmt;
use std::time::Duration;

use serde_json::Value;

use super::retry::RetryPolicy;

/// What one call does other than its client, and what it sends beyond its document.
///
/// ```text
/// let options = RequestOptions::new()
///     .timeout(Duration::from_secs(5))
///     .header("x-trace", "t-1")
///     .query("verbose", "true");
/// client.list_contacts().options(options).send().await?;
/// ```
#[derive(Clone, Default, PartialEq)]
#[must_use = "options do nothing until they are given to a call"]
pub struct RequestOptions {
    pub(super) retry: Option<RetryPolicy>,
    pub(super) timeout: Option<Duration>,
    pub(super) total_timeout: Option<Duration>,
    pub(super) idle_timeout: Option<Duration>,
    pub(super) body_limit: Option<u64>,
    pub(super) idempotency_key: Option<String>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) query: Vec<(String, String)>,
    pub(super) members: Vec<(String, Value)>,
}

impl RequestOptions {
    /// What the client does.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets when the call is sent again.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = Some(policy);
        self
    }

    /// Sets how long each attempt may take: see
    /// [`ClientBuilder::timeout`](super::ClientBuilder::timeout).
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sets how long the call may take with all its attempts: see
    /// [`ClientBuilder::total_timeout`](super::ClientBuilder::total_timeout).
    pub fn total_timeout(mut self, timeout: Duration) -> Self {
        self.total_timeout = Some(timeout);
        self
    }

    /// Sets how long the answer's body may pause: see
    /// [`ClientBuilder::idle_timeout`](super::ClientBuilder::idle_timeout).
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.idle_timeout = Some(timeout);
        self
    }

    /// Sets how many bytes the answer may have: see
    /// [`ClientBuilder::body_limit`](super::ClientBuilder::body_limit).
    pub fn body_limit(mut self, bytes: u64) -> Self {
        self.body_limit = Some(bytes);
        self
    }

    /// Sets the key by which the server knows the call again, in place of one by chance: sent in the
    /// header of
    /// [`ClientBuilder::idempotency_header`](super::ClientBuilder::idempotency_header), or in
    /// `idempotency-key` where the client has none.
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.idempotency_key = Some(key.into());
        self
    }

    /// Sets a header, whatever else would set it; the last value of a name counts.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Adds a pair to the query, escaped. A redirect to another host that repeats it is not followed, since
    /// its value may be a credential, unless that has fewer than eight bytes.
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.query.push((name.into(), value.into()));
        self
    }

    /// Adds a member to the body, which has to be a JSON object or absent; it replaces one of the same
    /// name.
    pub fn body_member(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.members.push((name.into(), value.into()));
        self
    }
}

/// Of what is sent, names alone: values may be credentials.
impl fmt::Debug for RequestOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |pairs: &[(String, String)]| -> Vec<String> {
            pairs.iter().map(|(name, _)| name.clone()).collect()
        };
        let members = self.members.iter().map(|(name, _)| name);
        f.debug_struct("RequestOptions")
            .field("retry", &self.retry)
            .field("timeout", &self.timeout)
            .field("total_timeout", &self.total_timeout)
            .field("idle_timeout", &self.idle_timeout)
            .field("body_limit", &self.body_limit)
            .field("headers", &names(&self.headers))
            .field("query", &names(&self.query))
            .field("members", &members.collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}
