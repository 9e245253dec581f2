//! What a type would be called if it were alone.

use super::ident::{pascal, pascal_below};
use crate::ir::{Owner, SharedName, TypeName};

/// The words that the document has for a type, and the identifier that they come to; some are called after an owner that has one.
pub(super) fn of(name: &TypeName, owner: impl Fn(Owner) -> String) -> (String, String) {
    let below = |owner: String, role: &str| {
        let wanted = pascal_below(&owner, role);
        (format!("{owner} {role}"), wanted)
    };
    match name {
        TypeName::Own(name) | TypeName::Shared(SharedName { name, apart: _ }) => plain(name),
        TypeName::Place { owner: of, role } => below(owner(*of), role),
        TypeName::Request(id) => below(owner(Owner::Type(*id)), "request"),
    }
}

/// The same of a name that stands for itself.
pub(super) fn plain(name: &str) -> (String, String) {
    (name.to_owned(), pascal(&[name]))
}
