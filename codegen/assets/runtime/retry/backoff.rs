//! How long to wait where the server does not say.

use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use super::policy::RetryPolicy;

/// The part of a wait that chance may take off, so that callers that failed together do not come back
/// together.
const JITTER: f64 = 0.25;

/// The wait after so many failures.
pub(super) fn delay(policy: &RetryPolicy, attempts: u32) -> Duration {
    let doubled = 2_u32.saturating_pow(attempts.saturating_sub(1));
    let full = policy.first_delay.saturating_mul(doubled);
    full.min(policy.longest_delay)
        .mul_f64(1.0 - JITTER * chance())
}

/// A number from 0 to 1. The keys of hash maps come from the system's source of chance.
#[allow(clippy::cast_precision_loss, reason = "a few bits suffice")]
fn chance() -> f64 {
    let bits = RandomState::new().hash_one(0_u8);
    bits as f64 / u64::MAX as f64
}
