//! What else is known of a failure.

use std::time::Duration;

use super::{Error, Timeout};
use crate::runtime::retry;

/// The headers in which servers tell the number under which they know a request, usual ones first.
const REQUEST_IDS: [&str; 6] = [
    "x-request-id",
    "request-id",
    "x-correlation-id",
    "x-amzn-requestid",
    "x-trace-id",
    "cf-ray",
];

impl Error {
    /// How often the call was sent, or was tried to be: 0 where nothing came that far.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Which time was up, of [`ErrorKind::Timeout`](super::ErrorKind::Timeout).
    pub fn timeout(&self) -> Option<Timeout> {
        self.0.timeout
    }

    /// The id under which the server knows the request, to be told to its operator: the first of the
    /// headers `x-request-id`, `request-id`, `x-correlation-id`, `x-amzn-requestid`, `x-trace-id` and
    /// `cf-ray`, or one whose name ends in `request-id`, such as `x-github-request-id`.
    pub fn request_id(&self) -> Option<&str> {
        let headers = self.headers()?;
        let known = REQUEST_IDS.iter().filter_map(|name| headers.get(*name));
        let others = headers
            .iter()
            .filter(|(name, _)| name.as_str().ends_with("request-id"));
        let mut ids = known.chain(others.map(|(_, id)| id));
        ids.find_map(|id| id.to_str().ok())
    }

    /// How long the server wants callers to wait: the headers `retry-after-ms` and `retry-after`, of
    /// any length.
    pub fn retry_after(&self) -> Option<Duration> {
        retry::demanded(self.headers()?)
    }
}
