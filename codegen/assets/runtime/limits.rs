//! How much time and room a call has.

use std::time::Duration;

use super::options::RequestOptions;

/// What an attempt, a call, a pause and a body may take. [`Duration::MAX`] is no limit.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Limits {
    pub(super) attempt: Duration,
    pub(super) total: Duration,
    pub(super) idle: Duration,
    pub(super) body: u64,
}

impl Limits {
    /// Those of a call that has options of its own.
    pub(super) fn of_call(self, options: &RequestOptions) -> Self {
        Self {
            attempt: options.timeout.unwrap_or(self.attempt),
            total: options.total_timeout.unwrap_or(self.total),
            idle: options.idle_timeout.unwrap_or(self.idle),
            body: options.body_limit.unwrap_or(self.body),
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            attempt: Duration::from_secs(60),
            total: Duration::MAX,
            idle: Duration::MAX,
            body: 128 * 1024 * 1024,
        }
    }
}
