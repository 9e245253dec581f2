//! Unions: one table, from which the members, one for what is of none, and the wire form are made.

use super::ty::{TypeWriter, WIRE};
use super::{Item, Row, Table, deprecation, lint};
use crate::ir::{Member, Ty, TypeDef, TypeId, Union};
use crate::names::VariantIdent;

/// The table of a union.
pub(super) fn item(
    writer: &mut TypeWriter<'_>,
    id: TypeId,
    def: &TypeDef,
    union: &Union,
    lines: Vec<String>,
) -> Item {
    let Union {
        members,
        discriminator,
    } = union;
    writer.imports.add(WIRE, "wire_union");
    let names = writer.cx.names.variants(id);
    let is_named = discriminator.is_some();
    let rows = members.iter().zip(names).map(|(member, name)| {
        let from = made_from(writer, id, member, members);
        row(writer, id, (member, name), from, is_named)
    });
    let rows = rows.collect();
    Item::Table(Table {
        name: "wire_union",
        docs: lines,
        attributes: attributes(writer, def),
        head: head(writer, id, union),
        rows: Some(rows),
    })
}

fn head(writer: &TypeWriter<'_>, id: TypeId, union: &Union) -> String {
    let Union {
        members,
        discriminator,
    } = union;
    let mut head = format!("pub enum {}", writer.cx.names.ty(id));
    if let Some(property) = discriminator {
        let default = members.iter().find(|member| member.is_default);
        let default = default.and_then(|member| member.tags.first());
        let how = match writer.cx.facts.is_tagged(id) {
            true => "tagged",
            false => "by",
        };
        let default = default.map(|name| format!(" else {name:?}"));
        head += &format!(" ({how} {property:?}{})", default.unwrap_or_default());
    }
    if writer.cx.facts.is_weighed(id) {
        head += " weighed";
    }
    head += &lint::spared(&[("deprecated", writer.cx.facts.is_deprecated(id))]);
    head
}

fn attributes(writer: &TypeWriter<'_>, def: &TypeDef) -> Vec<String> {
    let mentions = writer.cx.facts.uses_deprecated(&def.shape);
    let lints = mentions.then(|| deprecation::ALLOW.to_owned());
    let deprecated = deprecation::attribute(def.deprecated.as_ref(), &def.docs, |_| None);
    lints.into_iter().chain(deprecated).collect()
}

/// What turns into a member by itself, where people make values of the union: what is of no other member's type.
fn made_from(
    writer: &mut TypeWriter<'_>,
    id: TypeId,
    member: &Member,
    members: &[Member],
) -> String {
    let types = &writer.cx.api.types;
    let own = types.spelled_out(&member.ty);
    let alike = members
        .iter()
        .filter(|other| types.spelled_out(&other.ty) == own);
    let is_told = alike.count() == 1;
    if !is_told || !writer.cx.facts.is_in_requests(id) || !is_convertible(&own, id) {
        return String::new();
    }
    let text = if own == Ty::Text { " | &str" } else { "" };
    format!(" from {}{text}", writer.ty(&member.ty))
}

/// Whether a conversion from a type is one from another type, and tells what it is from.
fn is_convertible(ty: &Ty, union: TypeId) -> bool {
    match ty {
        Ty::Named(id) => *id != union,
        Ty::Nullable(_) | Ty::Null => false,
        Ty::Text
        | Ty::Boolean
        | Ty::Integer(_)
        | Ty::Number
        | Ty::DateTime
        | Ty::Date
        | Ty::Base64
        | Ty::Bytes
        | Ty::File
        | Ty::List(_)
        | Ty::Map(_)
        | Ty::Json => true,
    }
}

fn row(
    writer: &mut TypeWriter<'_>,
    id: TypeId,
    (member, name): (&Member, &VariantIdent),
    from: String,
    is_named: bool,
) -> Row {
    let Member {
        ty,
        name: _,
        tags,
        is_default: _,
    } = member;
    let mut held = writer.ty(ty);
    if writer.cx.facts.is_boxed_member(id, ty) {
        held = format!("{}<{held}>", writer.imports.name("std::boxed", "Box"));
    }
    Row::new(if is_named {
        format!("{name}({held}){from} = {tags:?},")
    } else {
        format!("{name}({held}){from},")
    })
}
