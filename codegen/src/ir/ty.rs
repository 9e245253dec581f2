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
    /// Null and no other value.
    Null,
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
    /// Whether null is a value of it like any other, so that nothing has to say that it may be there.
    pub(crate) fn has_null(&self) -> bool {
        match self {
            Self::Null | Self::Json => true,
            Self::Named(_)
            | Self::Text
            | Self::Boolean
            | Self::Integer(_)
            | Self::Number
            | Self::DateTime
            | Self::Date
            | Self::Base64
            | Self::Bytes
            | Self::File
            | Self::List(_)
            | Self::Map(_)
            | Self::Nullable(_) => false,
        }
    }

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
            | Self::Null
            | Self::Json => {}
        }
    }

    /// The named type that this use is, or holds without a heap between.
    pub(crate) fn direct(&self) -> Option<TypeId> {
        let mut ty = self;
        while let Self::Nullable(inner) = ty {
            ty = inner;
        }
        ty.id()
    }

    /// The named type that this use mentions.
    pub(crate) fn named(&self) -> Option<TypeId> {
        self.innermost().id()
    }

    /// What is in the innermost list, map or option.
    pub(crate) fn innermost(&self) -> &Self {
        match self {
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) => inner.innermost(),
            Self::Named(_)
            | Self::Text
            | Self::Boolean
            | Self::Integer(_)
            | Self::Number
            | Self::DateTime
            | Self::Date
            | Self::Base64
            | Self::Bytes
            | Self::File
            | Self::Null
            | Self::Json => self,
        }
    }

    fn id(&self) -> Option<TypeId> {
        if let Self::Named(id) = self {
            Some(*id)
        } else {
            None
        }
    }
}
