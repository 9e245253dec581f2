//! Events.

use std::time::Duration;

/// An event that a server sent.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct Event<T> {
    /// What kind of event it is; without one it is a `message`.
    pub event: Option<String>,
    /// What it says.
    pub data: T,
    /// Its id.
    pub id: Option<String>,
    /// How long the server wants clients to wait before they connect again.
    pub retry: Option<Duration>,
}
