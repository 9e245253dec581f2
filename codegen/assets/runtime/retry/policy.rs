//! When a call is sent again, as a value.

use std::time::Duration;

/// When a call that failed is sent again, and after how long.
///
/// | what happened | GET, HEAD, PUT, DELETE, OPTIONS, TRACE, QUERY, and what has an idempotency key | POST, PATCH and others |
/// |---|---|---|
/// | no connection came about, in time or at all | again | again |
/// | the connection broke, or the attempt took too long | again | not |
/// | 408, 5xx | again | not |
/// | 429 | again | again |
/// | any other status, 409 among them | not | not |
/// | any failure with `x-should-retry: true` | again | again |
/// | any failure with `x-should-retry: false` | not | not |
/// | the total time is up, the answer is too large or does not decode | not | not |
///
/// A body that is read from a stream cannot be sent twice, so such a call is sent once.
///
/// The wait is what the server demands by `retry-after-ms`, or by `retry-after` in seconds or as a
/// date (RFC 9110, section 10.2.3); if that is longer than
/// [`longest_retry_after`](Self::longest_retry_after), the call fails at once, and
/// [`Error::retry_after`](super::super::Error::retry_after) says what was demanded. Without a demand,
/// or with one of no time or of a date that is past, it is half a second, doubled with each attempt up to eight seconds, of which up to a quarter is
/// taken off by chance.
///
/// ```text
/// let client = Client::builder().retry(RetryPolicy::default().max_retries(5)).build()?;
/// let call = client.list_contacts().options(RequestOptions::new().retry(RetryPolicy::never()));
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RetryPolicy {
    pub(super) max_retries: u32,
    pub(super) first_delay: Duration,
    pub(super) longest_delay: Duration,
    pub(in crate::runtime) longest_retry_after: Duration,
}

impl RetryPolicy {
    /// Sends every call once. A token that the server refuses is still fetched anew, once, and the call
    /// sent with that.
    #[must_use]
    pub fn never() -> Self {
        Self::default().max_retries(0)
    }

    /// Sets how often a call is sent again at most: twice unless set.
    #[must_use]
    pub fn max_retries(mut self, max_retries: u32) -> Self {
        self.max_retries = max_retries;
        self
    }

    /// Sets how long to wait before the first repetition, and before any at most, where the server
    /// does not say: half a second and eight seconds unless set.
    #[must_use]
    pub fn backoff(mut self, first: Duration, longest: Duration) -> Self {
        self.first_delay = first;
        self.longest_delay = longest;
        self
    }

    /// Sets the longest wait that a server may demand: a minute unless set.
    #[must_use]
    pub fn longest_retry_after(mut self, longest: Duration) -> Self {
        self.longest_retry_after = longest;
        self
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            max_retries: 2,
            first_delay: Duration::from_millis(500),
            longest_delay: Duration::from_secs(8),
            longest_retry_after: Duration::from_secs(60),
        }
    }
}
