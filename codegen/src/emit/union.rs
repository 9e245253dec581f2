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
    let convertible = convertible(writer, id, members);
    let rows = members.iter().zip(names).zip(convertible);
    let rows = rows.map(|(member, is_convertible)| {
        let from = made_from(writer, member.0, is_convertible);
        row(writer, id, member, from, is_named)
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

/// Whether each member is what its type turns into by itself, where people make values of the union: no other member is of that type.
fn convertible(writer: &TypeWriter<'_>, id: TypeId, members: &[Member]) -> Vec<bool> {
    if !writer.cx.facts.is_in_requests(id) {
        return vec![false; members.len()];
    }
    let types = &writer.cx.api.types;
    let spelled_out = members.iter().map(|member| types.spelled_out(&member.ty));
    let all: Vec<Ty> = spelled_out.collect();
    let is_told = |ty: &Ty| all.iter().filter(|other| *other == ty).count() == 1;
    all.iter()
        .map(|ty| is_convertible(ty, id) && is_told(ty))
        .collect()
}

/// What turns into a member by itself.
fn made_from(writer: &mut TypeWriter<'_>, member: &Member, is_convertible: bool) -> String {
    if !is_convertible {
        return String::new();
    }
    let is_text = *writer.cx.api.types.behind(&member.ty) == Ty::Text;
    let text = if is_text { " | &str" } else { "" };
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
        implied,
        events: _,
        is_default: _,
    } = member;
    let mut held = writer.ty(ty);
    if writer.cx.facts.is_boxed_member(id, ty) {
        held = format!("{}<{held}>", writer.imports.name("std::boxed", "Box"));
    }
    let names: Vec<&String> = tags.iter().chain(implied).collect();
    Row::new(if is_named {
        format!("{name}({held}){from} = {names:?},")
    } else {
        format!("{name}({held}){from},")
    })
}
