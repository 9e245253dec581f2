//! The wait that a server demands.

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};

/// How long the server wants callers to wait, if it says so in a way that is known.
pub(in crate::runtime) fn demanded(headers: &HeaderMap) -> Option<Duration> {
    let text = |name: &str| headers.get(name)?.to_str().ok();
    let milliseconds = text("retry-after-ms").and_then(|text| scaled(text, 0.001));
    milliseconds.or_else(|| {
        let demand = text(RETRY_AFTER.as_str())?;
        scaled(demand, 1.0).or_else(|| until(demand, text(DATE.as_str())))
    })
}

/// A count of something that has so many seconds.
fn scaled(text: &str, seconds: f64) -> Option<Duration> {
    let count: f64 = text.trim().parse().ok()?;
    let wait = count * seconds;
    match Duration::try_from_secs_f64(wait) {
        Ok(wait) => Some(wait),
        // Longer than anybody waits.
        Err(_) => (wait.is_finite() && wait > 0.0).then_some(Duration::MAX),
    }
}

/// The time until a date, by the server's own clock where its answer has one: the two may differ.
fn until(date: &str, now: Option<&str>) -> Option<Duration> {
    let date = httpdate::parse_http_date(date.trim()).ok()?;
    let theirs = now.and_then(|now| httpdate::parse_http_date(now.trim()).ok());
    let wait = date.duration_since(theirs.or_else(ours)?);
    Some(wait.unwrap_or_default()) // it is past
}

#[cfg(not(target_arch = "wasm32"))]
fn ours() -> Option<SystemTime> {
    Some(SystemTime::now())
}

/// wasm32 has no clock.
#[cfg(target_arch = "wasm32")]
fn ours() -> Option<SystemTime> {
    None
}
