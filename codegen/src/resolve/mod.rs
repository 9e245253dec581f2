//! Follows every `$ref` once, before anything is made of the document: across files, into any part, with help where one leads nowhere.
//!
//! Nothing here knows types: a node has a kind (a schema, a parameter, ...), which follows from where it stands or from who refers to it.

mod below;
mod beside;
mod bodies;
mod bundle;
mod cycles;
mod files;
mod foreign;
mod heirs;
mod inline;
mod lineage;
mod mend;
mod operations;
mod reference;
mod resources;
mod selected;
mod slips;
mod target;
mod template;
mod walk;

pub(crate) use bundle::Bundle;
pub(crate) use heirs::{named, named_at};
pub(crate) use inline::Shared;
pub(crate) use operations::Listed;
pub(crate) use template::{Foreign, Meaning, Template};
#[cfg(test)]
pub(crate) use tests::{bundle_of, bundle_of_text};
pub(crate) use walk::bundle;

#[cfg(test)]
mod tests;
