//! When a credential is no longer good.

use std::time::Duration;
#[cfg(not(target_arch = "wasm32"))]
use std::time::Instant;

/// A credential is fetched anew so long before its end, or a tenth of its lifetime if that is less: a
/// request has to arrive in time.
#[cfg(not(target_arch = "wasm32"))]
const MARGIN: Duration = Duration::from_secs(30);

/// A point in time, if it is known.
#[cfg(not(target_arch = "wasm32"))]
pub(super) struct Expiry(Option<Instant>);

#[cfg(not(target_arch = "wasm32"))]
impl Expiry {
    pub(super) fn after(lifetime: Option<Duration>) -> Self {
        let usable = lifetime.map(|lifetime| lifetime - MARGIN.min(lifetime / 10));
        Self(usable.and_then(|usable| Instant::now().checked_add(usable)))
    }

    pub(super) fn is_over(&self) -> bool {
        self.0.is_some_and(|end| Instant::now() >= end)
    }
}

/// wasm32 has no clock, so that only servers tell.
#[cfg(target_arch = "wasm32")]
pub(super) struct Expiry;

#[cfg(target_arch = "wasm32")]
impl Expiry {
    pub(super) fn after(_: Option<Duration>) -> Self {
        Self
    }

    pub(super) fn is_over(&self) -> bool {
        false
    }
}
