//! All reading: texts become trees of values, and a place in a tree becomes a position in its text.
//!
//! Nothing here knows what OpenAPI is.

mod documents;
mod format;
mod lines;
mod locate;
mod merge;
mod repair;
mod tree;

pub(crate) use documents::{Documents, Original};
pub(crate) use format::Format;
pub(crate) use lines::Lines;
pub(crate) use repair::Repair;
#[cfg(test)]
pub(crate) use repair::mend;
