//! What goes over the wire.

use std::fmt;

use super::{Deprecation, Docs, Encoding, EventData, OperationId, Ty, TypeId};
use crate::place::Place;

/// A type of its own.
#[derive(Clone, Debug)]
pub(crate) struct TypeDef {
    pub(crate) origin: Place,
    pub(crate) name: TypeName,
    /// The name that `x-rust-name` pins.
    pub(crate) pinned: Option<String>,
    pub(crate) docs: Docs,
    pub(crate) deprecated: Option<Deprecation>,
    pub(crate) shape: Shape,
}

/// Where a type has its name from.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum TypeName {
    /// Its own: the key of a component, or the name of the file or member that a `$ref` leads to.
    Own(String),
    /// What its inline schema stands in among the components, whatever operation refers to that.
    Shared(SharedName),
    /// Its place in something that has one.
    Place { owner: Owner, role: String },
    /// The form of another type that requests carry.
    Request(TypeId),
}

/// What an inline schema is called that operations share.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct SharedName {
    pub(crate) name: String,
    /// What it is called instead where a schema has the name.
    pub(crate) apart: Option<String>,
}

impl TypeName {
    /// Whether its schema is not an inline one.
    pub(crate) fn is_own(&self) -> bool {
        match self {
            Self::Own(_) => true,
            Self::Shared(_) | Self::Place { owner: _, role: _ } | Self::Request(_) => false,
        }
    }

    /// What a type is called after, unless the name is its own.
    pub(crate) fn owner(&self) -> Option<Owner> {
        match self {
            Self::Own(_) | Self::Shared(_) => None,
            Self::Place { owner, role: _ } => Some(*owner),
            Self::Request(id) => Some(Owner::Type(*id)),
        }
    }

    /// The type that a type is called after, to be changed.
    pub(crate) fn owner_mut(&mut self) -> Option<&mut TypeId> {
        match self {
            Self::Place {
                owner: Owner::Type(id),
                role: _,
            }
            | Self::Request(id) => Some(id),
            Self::Own(_)
            | Self::Shared(_)
            | Self::Place {
                owner: Owner::Operation(_),
                role: _,
            } => None,
        }
    }
}

/// What an inline schema belongs to.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Owner {
    Type(TypeId),
    Operation(OperationId),
}

#[derive(Clone, Debug)]
pub(crate) enum Shape {
    Object(Object),
    Enum(Enum),
    Union(Union),
    /// Another name for a type.
    Alias(Ty),
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Object {
    pub(crate) fields: Vec<Field>,
    /// The type of the members that are not declared, where the schema keeps them.
    pub(crate) rest: Option<Ty>,
}

impl Object {
    /// With more required properties than a reader of a call can tell apart, they are given by name.
    pub(crate) fn takes_required_struct(&self) -> bool {
        const MOST_ARGUMENTS: usize = 4;
        let fields = self.fields.iter();
        fields.filter(|field| field.is_asked_for()).count() > MOST_ARGUMENTS
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) origin: Place,
    pub(crate) wire_name: String,
    /// The name that `x-rust-name` pins.
    pub(crate) pinned: Option<String>,
    pub(crate) ty: Ty,
    pub(crate) presence: Presence,
    pub(crate) access: Access,
    /// The one value that a boolean may have, where the document lists but one.
    pub(crate) flag: Option<bool>,
    /// Whether it takes other values than those that its type lists.
    pub(crate) is_open: bool,
    /// The one value that a request has for it, so that nobody needs to give one.
    pub(crate) fixed: Option<Fixed>,
    /// How it is written as a part of a body, where the document says.
    pub(crate) part: Option<Encoding>,
    pub(crate) docs: Docs,
    pub(crate) deprecated: Option<Deprecation>,
}

impl Field {
    /// Whether a value of the type cannot be made without somebody giving this.
    pub(crate) fn is_asked_for(&self) -> bool {
        self.presence.is_required() && self.fixed.is_none()
    }
}

/// The one value of a required property: null where nothing else is, that of an enum or of a boolean that lists no other, or what a
/// discriminator calls the object.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Fixed {
    Null,
    Boolean(bool),
    Text(String),
    /// The variant of the property's enum with this value.
    Variant(Value),
}

/// What may appear on the wire for a property. Four states with four names: absent and null cannot be confused later,
/// because no later stage ever sees two booleans.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Presence {
    Required,
    Optional,
    RequiredNullable,
    OptionalNullable,
}

impl Presence {
    pub(crate) fn new(required: bool, nullable: bool) -> Self {
        match (required, nullable) {
            (true, false) => Self::Required,
            (false, false) => Self::Optional,
            (true, true) => Self::RequiredNullable,
            (false, true) => Self::OptionalNullable,
        }
    }

    /// Whether a value of the type cannot be made without it.
    pub(crate) fn is_required(self) -> bool {
        match self {
            Self::Required | Self::RequiredNullable => true,
            Self::Optional | Self::OptionalNullable => false,
        }
    }

    /// The same property where nobody may insist on it.
    pub(crate) fn relaxed(self) -> Self {
        match self {
            Self::Required | Self::Optional => Self::Optional,
            Self::RequiredNullable | Self::OptionalNullable => Self::OptionalNullable,
        }
    }

    /// The same property where it may be missing against the document's word; a null that was allowed says no more then.
    pub(crate) fn uncertain(self) -> Self {
        match self {
            Self::Required | Self::Optional | Self::RequiredNullable => Self::Optional,
            Self::OptionalNullable => Self::OptionalNullable,
        }
    }
}

/// Which direction a property travels in.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Access {
    Both,
    /// `readOnly`: only answers carry it.
    Answer,
    /// `writeOnly`: only requests carry it.
    Request,
}

/// A closed list in the document; open on the wire.
#[derive(Clone, Debug)]
pub(crate) struct Enum {
    pub(crate) variants: Vec<Variant>,
}

#[derive(Clone, Debug)]
pub(crate) struct Variant {
    pub(crate) value: Value,
    /// What the document calls it, by a `title` or by an extension.
    pub(crate) title: Option<String>,
    pub(crate) docs: Docs,
    pub(crate) deprecated: Option<Deprecation>,
}

/// A value of an enum; all of one enum are of one kind.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) enum Value {
    Text(String),
    Integer(i64),
}

/// As it goes over the wire.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Integer(number) => number.fmt(f),
        }
    }
}

/// One of several types.
#[derive(Clone, Debug)]
pub(crate) struct Union {
    pub(crate) members: Vec<Member>,
    /// The property that tells which member a value is of.
    pub(crate) discriminator: Option<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub(crate) ty: Ty,
    /// What the member is called, where its type has no name of its own.
    pub(crate) name: Option<String>,
    /// The values of the discriminator that stand for it.
    pub(crate) tags: Vec<String>,
    /// Names that stand for it too: they are read, and one of its tags is written.
    pub(crate) implied: Vec<String>,
    /// The names of the events whose data it is, and how that is written.
    pub(crate) events: Vec<(String, EventData)>,
    /// Whether it is what a value is of that the discriminator names no member for, or that does not have it.
    pub(crate) is_default: bool,
}

impl Member {
    /// One that no discriminator tells from others.
    pub(crate) fn new(ty: Ty, name: Option<String>) -> Self {
        Self {
            ty,
            name,
            tags: Vec::new(),
            implied: Vec::new(),
            events: Vec::new(),
            is_default: false,
        }
    }
}

impl Shape {
    /// Every use of a type in this shape.
    pub(crate) fn uses(&self) -> Vec<&Ty> {
        match self {
            Self::Object(Object { fields, rest }) => {
                fields.iter().map(|field| &field.ty).chain(rest).collect()
            }
            Self::Enum(Enum { variants: _ }) => Vec::new(),
            Self::Union(Union {
                members,
                discriminator: _,
            }) => members.iter().map(|member| &member.ty).collect(),
            Self::Alias(ty) => vec![ty],
        }
    }

    /// Every use of a type in this shape, to be changed.
    pub(crate) fn uses_mut(&mut self) -> Vec<&mut Ty> {
        match self {
            Self::Object(Object { fields, rest }) => fields
                .iter_mut()
                .map(|field| &mut field.ty)
                .chain(rest)
                .collect(),
            Self::Enum(Enum { variants: _ }) => Vec::new(),
            Self::Union(Union {
                members,
                discriminator: _,
            }) => members.iter_mut().map(|member| &mut member.ty).collect(),
            Self::Alias(ty) => vec![ty],
        }
    }
}
