//! Whether a call that failed is sent again, and when.

mod after;
mod backoff;
mod decision;
mod policy;

pub(super) use after::demanded;
pub(super) use decision::{Repeatable, delay};
pub use policy::RetryPolicy;
