//! The client runtime of generated crates, compiled, linted and tested on its own.

#[path = "../../assets/runtime/mod.rs"]
pub mod runtime;
pub mod samples;
