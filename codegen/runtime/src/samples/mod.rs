//! What generated code looks like, written by hand, for the tests to use.
//!
//! It stands here and not in the tests because the runtime's macros are private to their crate.

pub mod bodies;
pub mod headers;
pub mod http;
pub mod lists;
pub mod streams;
pub mod webhooks;
pub mod wire;
