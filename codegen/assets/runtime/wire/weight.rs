//! What speaks for and against a value's being of a type.

use core::ops::Add;

/// How much of a value a type accounts for, or `None` where the value is not of the type at all.
pub type Score = Option<Weight>;

/// What speaks for and against a value's being of a type.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Weight {
    /// The number of nodes that the type declares.
    pub known: u32,
    /// Whether an enum in it does not list what stands there.
    pub is_unlisted: bool,
    /// The property where something tells the type from others, and is not what stands there; empty
    /// for the value itself.
    pub other: Option<&'static str>,
    /// Whether null stands in it for what the type lets be absent, but not null.
    pub is_lenient: bool,
    /// Whether the type does not keep all of it, or nobody looked that deep.
    pub is_partial: bool,
}

impl Weight {
    /// Accounts for that many nodes.
    #[must_use]
    pub const fn of(known: u32) -> Self {
        Self {
            known,
            is_unlisted: false,
            other: None,
            is_lenient: false,
            is_partial: false,
        }
    }

    /// Accounts for a node that nobody looked into.
    #[must_use]
    pub const fn unseen() -> Self {
        Self {
            is_partial: true,
            ..Self::of(1)
        }
    }

    /// What the value of a property says of the object.
    #[must_use]
    pub fn within(self, property: &'static str) -> Self {
        let other = self.other.map(|_| property);
        Self::of(1) + Self { other, ..self }
    }

    /// Whether a type with this weight takes the value as it stands, and keeps all of it.
    #[must_use]
    pub const fn is_exact(&self) -> bool {
        !self.is_lenient && !self.is_partial
    }
}

impl Add for Weight {
    type Output = Self;

    fn add(self, more: Self) -> Self {
        Self {
            known: self.known + more.known,
            is_unlisted: self.is_unlisted || more.is_unlisted,
            other: self.other.or(more.other),
            is_lenient: self.is_lenient || more.is_lenient,
            is_partial: self.is_partial || more.is_partial,
        }
    }
}
