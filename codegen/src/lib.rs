//! Turns an OpenAPI document into a Rust client crate.
//!
//! The stages, each a module that knows only what it needs:
//!
//! ```text
//! Source ─load─▶ Documents ─resolve─▶ Bundle ─check, dialect, lower─▶ ir::Api ─share─┬─names, gates─▶ Names, Gates ─┐
//!                          ▲                 └─witness─▶ Calls                       └─facts─▶ Facts ───────────────┴─emit, render─▶ Files ─sync─▶ Report
//!                        select
//! ```
//!
//! * [`generate`] drives them and has an example.
//! * Diagnostics gather in a sink; the only early return is the gate between stages. Input never makes it panic.
//! * A [`Pattern`] selects operations; what is not selected is not read.
//! * Output depends on the document and the [`Config`] alone: no clock, no version, no path of the machine, no hash order.

mod check;
mod config;
mod deep_stack;
pub mod diagnostic;
mod dialect;
mod emit;
mod facts;
pub mod files;
mod gates;
mod generate;
mod ir;
mod load;
mod lower;
mod names;
mod optional_answers;
mod place;
mod render;
mod resolve;
mod select;
mod share;
mod source;
mod specification;
mod summary;
mod witness;

pub use config::Config;
pub use diagnostic::Diagnostics;
pub use files::{Files, Mode, Report};
pub use generate::{Generated, generate};
pub use names::CrateName;
pub use select::Pattern;
pub use source::Source;
pub use summary::{Schema, Summary, Unselected, Untyped};
