//! `#[deprecated]`.

use crate::ir::{Deprecation, Docs};

/// The attribute as code, with a note where something is known: the name of what replaces it, or else the document's words.
pub(super) fn attribute(
    deprecated: Option<&Deprecation>,
    docs: &Docs,
    name_of: impl Fn(&str) -> Option<String>,
) -> Option<String> {
    let Deprecation { replacement } = deprecated?;
    let note = match replacement.as_deref().and_then(name_of) {
        Some(name) => Some(format!("use `{name}`")),
        None => super::docs::sentence(docs).filter(|_| replacement.is_some()),
    };
    Some(match note {
        Some(note) => format!("#[deprecated(note = {note:?})]"),
        None => "#[deprecated]".to_owned(),
    })
}

/// The attribute that lets an item of ours mention what is deprecated.
pub(super) const ALLOW: &str =
    "#[allow(deprecated, reason = \"the document still uses what it deprecates\")]";
