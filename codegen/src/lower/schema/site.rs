//! Where an inline schema stands, and what it says to whoever holds it.

use crate::ir::{Deprecation, Docs, Owner, Ty, TypeName};

/// What an inline schema is called after.
#[derive(Clone, Debug)]
pub(in crate::lower) struct Site {
    pub(in crate::lower) owner: Owner,
    /// What it is to its owner: the name of a property, "item", "response", ...
    pub(in crate::lower) role: String,
    /// Whether the schema is the one that the document has at its place, not one made of it for a member of a union.
    pub(super) is_own: bool,
}

impl Site {
    pub(in crate::lower) fn new(owner: Owner, role: impl Into<String>) -> Self {
        Self {
            owner,
            role: role.into(),
            is_own: true,
        }
    }

    /// The name of what stands here, until all objects are known that might list it.
    pub(in crate::lower) fn name(&self) -> TypeName {
        TypeName::Place {
            owner: self.owner,
            role: self.role.clone(),
        }
    }

    /// The site of a schema that the document does not have as such at its place.
    pub(super) fn made(self) -> Self {
        Self {
            is_own: false,
            ..self
        }
    }

    /// The site of something inside this one, such as the items of a list.
    pub(in crate::lower) fn inside(&self, role: &str) -> Self {
        Self {
            owner: self.owner,
            role: format!("{} {role}", self.role),
            is_own: true,
        }
    }
}

/// What a schema says to whoever holds it.
#[derive(Debug)]
pub(in crate::lower) struct Use {
    pub(in crate::lower) ty: Ty,
    pub(in crate::lower) nullable: bool,
    pub(in crate::lower) docs: Docs,
    pub(in crate::lower) deprecated: Option<Deprecation>,
    pub(in crate::lower) pinned: Option<String>,
}

impl Use {
    pub(in crate::lower) fn plain(ty: Ty, nullable: bool) -> Self {
        Self {
            ty,
            nullable,
            docs: Docs::default(),
            deprecated: None,
            pinned: None,
        }
    }

    /// The type with its null, for places that have no other word for it.
    pub(in crate::lower) fn into_ty(self) -> Ty {
        if self.nullable && !self.ty.has_null() {
            Ty::Nullable(Box::new(self.ty))
        } else {
            self.ty
        }
    }
}
