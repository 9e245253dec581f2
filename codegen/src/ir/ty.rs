//! A use of a type.

use super::TypeId;

/// A use of a type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Ty {
    Named(TypeId),
    Text,
    Boolean,
    Integer(IntegerWidth),
    /// Any number, as the 64-bit float that JSON's readers agree on.
    Number,
    DateTime,
    Date,
    Base64,
    /// Bytes as they are: a whole body, or a string of the format `binary`.
    Bytes,
    /// A part of a body that is sent as it is, under a name of its own.
    File,
    List(Box<Ty>),
    Map(Box<Ty>),
    Nullable(Box<Ty>),
    /// Any JSON.
    Json,
}

#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum IntegerWidth {
    I8,
    I16,
    I32,
    I64,
    U8,
    U16,
    U32,
    U64,
}

impl Ty {
    /// The same use of whatever `change` makes of the named type.
    pub(crate) fn map_named(&mut self, change: impl FnOnce(TypeId) -> TypeId) {
        match self {
            Self::Named(id) => *id = change(*id),
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) => inner.map_named(change),
            Self::Text
            | Self::Boolean
            | Self::Integer(_)
            | Self::Number
            | Self::DateTime
            | Self::Date
            | Self::Base64
            | Self::Bytes
            | Self::File
            | Self::Json => {}
        }
    }

    /// The named type that this use is, or holds without a heap between.
    pub(crate) fn direct(&self) -> Option<TypeId> {
        match self {
            Self::Named(id) => Some(*id),
            Self::Nullable(inner) => inner.direct(),
            Self::List(_)
            | Self::Map(_)
            | Self::Text
            | Self::Boolean
            | Self::Integer(_)
            | Self::Number
            | Self::DateTime
            | Self::Date
            | Self::Base64
            | Self::Bytes
            | Self::File
            | Self::Json => None,
        }
    }

    /// The named types that this use mentions, each once per mention.
    pub(crate) fn named(&self) -> Option<TypeId> {
        match self {
            Self::Named(id) => Some(*id),
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) => inner.named(),
            Self::Text
            | Self::Boolean
            | Self::Integer(_)
            | Self::Number
            | Self::DateTime
            | Self::Date
            | Self::Base64
            | Self::Bytes
            | Self::File
            | Self::Json => None,
        }
    }
}
