//! What the server calls.

use super::{Deprecation, Docs, Ty};
use crate::place::Place;

/// A call that the server makes, with JSON for its body.
#[derive(Clone, Debug)]
pub(crate) struct Webhook {
    pub(crate) origin: Place,
    /// Its key, with the method where there are several of that key.
    pub(crate) name: String,
    /// The name that `x-rust-name` pins.
    pub(crate) pinned: Option<String>,
    pub(crate) docs: Docs,
    pub(crate) deprecated: Option<Deprecation>,
    /// The type of the body.
    pub(crate) ty: Ty,
}
