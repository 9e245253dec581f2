//! What the bindings send, and what they make of the answers.
#![cfg(feature = "test-support")]

mod answers;
mod credentials;
mod errors;
#[cfg(feature = "reqwest")]
mod loopback;
mod operations;
mod pages;
mod requests;
#[path = "../support/samples.rs"]
mod samples;
mod server;
mod timeouts;
mod wire;
