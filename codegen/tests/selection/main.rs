//! A crate of some of a document's operations, or of its types alone, or one large enough to be divided by features.

mod crates;
mod large;
mod selected;
mod types_only;
