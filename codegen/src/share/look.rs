//! What a type looks like on its own, the types that it uses aside.

use crate::ir::{
    Access, Api, Deprecation, Docs, Encoding, Enum, EventData, Field, Fixed, Member, Object,
    Presence, Shape, Ty, TypeDef, TypeId, Union, Value, Variant,
};

/// Types with the same look are alike if those that they use are, in this order.
pub(super) struct Looked<'a> {
    pub(super) look: Look<'a>,
    pub(super) uses: Vec<TypeId>,
}

#[derive(Eq, Hash, PartialEq)]
pub(super) enum Look<'a> {
    Object {
        properties: Vec<Property<'a>>,
        rest: Option<Ty>,
        is_sent_in_parts: bool,
    },
    Enum(Vec<Listed<'a>>),
    Union {
        members: Vec<LookOfMember<'a>>,
        discriminator: Option<&'a str>,
    },
    Alias(Ty),
}

/// The type of a member, and what tells of it.
#[derive(Eq, Hash, PartialEq)]
pub(super) struct LookOfMember<'a> {
    ty: Ty,
    name: Option<&'a str>,
    tags: &'a [String],
    implied: &'a [String],
    events: &'a [(String, EventData)],
    is_default: bool,
}

#[derive(Eq, Hash, PartialEq)]
pub(super) struct Property<'a> {
    wire_name: &'a str,
    pinned: Option<&'a str>,
    ty: Ty,
    presence: Presence,
    access: Access,
    flag: Option<bool>,
    fixed: Option<&'a Fixed>,
    part: Option<&'a Encoding>,
    docs: &'a Docs,
    deprecated: Option<&'a Deprecation>,
}

#[derive(Eq, Hash, PartialEq)]
pub(super) struct Listed<'a> {
    value: &'a Value,
    title: Option<&'a str>,
    docs: &'a Docs,
    deprecated: Option<&'a Deprecation>,
}

/// The look of a type. The order of properties and values is none of it: a document may list them as it likes.
pub(super) fn of<'a>(api: &'a Api, id: TypeId, def: &'a TypeDef) -> Looked<'a> {
    match &def.shape {
        Shape::Object(object) => of_object(object, api.parts.contains(&id)),
        Shape::Enum(Enum { variants }) => {
            let mut listed: Vec<_> = variants.iter().map(listed).collect();
            listed.sort_by_key(|listed| listed.value);
            Looked {
                look: Look::Enum(listed),
                uses: Vec::new(),
            }
        }
        Shape::Union(union) => of_union(union),
        Shape::Alias(ty) => Looked {
            look: Look::Alias(frame(ty)),
            uses: ty.named().into_iter().collect(),
        },
    }
}

fn of_object(object: &Object, is_sent_in_parts: bool) -> Looked<'_> {
    let Object { fields, rest } = object;
    let mut fields: Vec<&Field> = fields.iter().collect();
    fields.sort_by_key(|field| &field.wire_name);
    let used = fields.iter().map(|field| &field.ty).chain(rest);
    let uses = used.filter_map(Ty::named).collect();
    let look = Look::Object {
        properties: fields.into_iter().map(property).collect(),
        rest: rest.as_ref().map(frame),
        is_sent_in_parts,
    };
    Looked { look, uses }
}

fn property(field: &Field) -> Property<'_> {
    let Field {
        origin: _,
        wire_name,
        pinned,
        ty,
        presence,
        access,
        flag,
        // It decides what is fixed, and nothing else.
        is_open: _,
        fixed,
        part,
        docs,
        deprecated,
    } = field;
    Property {
        wire_name,
        pinned: pinned.as_deref(),
        ty: frame(ty),
        presence: *presence,
        access: *access,
        flag: *flag,
        fixed: fixed.as_ref(),
        part: part.as_ref(),
        docs,
        deprecated: deprecated.as_ref(),
    }
}

fn listed(variant: &Variant) -> Listed<'_> {
    let Variant {
        value,
        title,
        docs,
        deprecated,
    } = variant;
    Listed {
        value,
        title: title.as_deref(),
        docs,
        deprecated: deprecated.as_ref(),
    }
}

/// The order of members is part of the look: of two that account for the same of a value, the first one counts.
fn of_union(union: &Union) -> Looked<'_> {
    let Union {
        members,
        discriminator,
    } = union;
    Looked {
        look: Look::Union {
            members: members.iter().map(member).collect(),
            discriminator: discriminator.as_deref(),
        },
        uses: members
            .iter()
            .filter_map(|member| member.ty.named())
            .collect(),
    }
}

fn member(member: &Member) -> LookOfMember<'_> {
    let Member {
        ty,
        name,
        tags,
        implied,
        events,
        is_default,
    } = member;
    LookOfMember {
        ty: frame(ty),
        name: name.as_deref(),
        tags,
        implied,
        events,
        is_default: *is_default,
    }
}

/// A use of a type, whichever that is.
fn frame(ty: &Ty) -> Ty {
    let mut frame = ty.clone();
    frame.map_named(|_| TypeId::ANY);
    frame
}
