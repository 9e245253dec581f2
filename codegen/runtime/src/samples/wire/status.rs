use crate::runtime::wire::Unknown;
use crate::runtime::wire::wire_enum;

/// The state of a contact.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Status {
    /// In use.
    Active,
    /// Not in use, as it was once called.
    #[deprecated(note = "use `Paused`")]
    Sleeping,
    /// Not in use.
    Paused,
    /// A value this version of the document does not list.
    Unknown(Unknown),
}

wire_enum!(Status: str {
    Active = "active",
    Sleeping = "sleeping",
    Paused = "paused",
});

/// A number with a meaning.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Priority {
    /// 1.
    _1,
    /// -1.
    Minus1,
    /// A value this version of the document does not list.
    Unknown(Unknown),
}

wire_enum!(Priority: i64 { _1 = 1, Minus1 = -1 });
