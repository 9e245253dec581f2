//! Documents on other hosts, for those who ask for them: by https only, and within bounds of size and time.

use std::io;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use ureq::Agent;

/// The largest document, in bytes.
const LARGEST: u64 = 16 * 1024 * 1024;

/// The longest that one document may take.
const LONGEST: Duration = Duration::from_secs(30);

/// All documents of one run together.
const LARGEST_IN_ALL: u64 = 4 * LARGEST;
const LONGEST_IN_ALL: Duration = LONGEST.saturating_mul(4);

const MOST_REDIRECTS: u32 = 5;

/// What fetches the documents of one run: as many as there are, until the bounds are met.
pub(crate) fn fetcher() -> impl Fn(&str) -> io::Result<String> + Send + Sync + 'static {
    let agent = agent();
    let start = Instant::now();
    let left = Mutex::new(LARGEST_IN_ALL);
    move |url| {
        let mut left = left.lock().unwrap_or_else(PoisonError::into_inner);
        let time = LONGEST_IN_ALL.saturating_sub(start.elapsed()).min(LONGEST);
        if *left == 0 || time.is_zero() {
            let message = "the documents on other hosts are too large, or take too long, together";
            return Err(io::Error::other(message));
        }
        let text = fetch(&agent, url, time, LARGEST.min(*left))?;
        *left = left.saturating_sub(text.len() as u64);
        Ok(text)
    }
}

/// Redirects are followed to `https` alone.
fn agent() -> Agent {
    Agent::config_builder()
        .https_only(true)
        .max_redirects(MOST_REDIRECTS)
        .user_agent(concat!("openapi-bindgen/", env!("CARGO_PKG_VERSION")))
        .accept("application/yaml, application/json, */*;q=0.5")
        .build()
        .new_agent()
}

fn fetch(agent: &Agent, url: &str, time: Duration, size: u64) -> io::Result<String> {
    let request = agent.get(url).config().timeout_global(Some(time)).build();
    let mut answer = request.call().map_err(io::Error::other)?;
    let body = answer.body_mut().with_config().limit(size);
    body.read_to_string().map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_fetched_without_tls() {
        let error = fetcher()("http://127.0.0.1:1/api.yaml").expect_err("nothing answers there");
        assert!(error.to_string().contains("https"), "{error}");
    }
}
