//! The tables of what is sent as parts.

use super::{Cx, Item, Row, Table};
use crate::ir::{Encoding, Field, Object, Presence, Ty, TypeId, Union};
use crate::names::{FieldIdent, VariantIdent};

/// The table, where the object is one.
pub(super) fn item(cx: &Cx<'_>, id: TypeId, object: &Object) -> Option<Item> {
    if !is_sent(cx, id) {
        return None;
    }
    let Object { fields, rest } = object;
    let names = cx.names.fields(id);
    let rows = fields.iter().zip(&names.fields);
    let mut rows: Vec<Row> = rows.map(|(field, name)| row(cx, field, name)).collect();
    let rest = rest.as_ref().map(|ty| (value_kind(cx, ty), &names.rest));
    rows.extend(rest.map(|(kind, name)| Row::new(format!("..{kind} {name},"))));
    Some(table(cx.names.ty(id).to_string(), rows))
}

fn row(cx: &Cx<'_>, field: &Field, name: &FieldIdent) -> Row {
    let is_file = cx.api.types.is_sent_as_files(&field.ty);
    let kind = if is_file { "file" } else { kind(field) };
    let how = match &field.part {
        Some(Encoding::MediaType { first: _, listed }) if is_file => format!(" as {listed:?}"),
        Some(Encoding::MediaType { first, listed: _ }) => format!(" as {first:?}"),
        Some(Encoding::Style(style, explode)) if !is_file => format!(" by {style:?} {explode}"),
        // A file is not written in any style.
        Some(Encoding::Style(_, _)) | None => String::new(),
    };
    Row::new(format!("{kind} {name} = {:?}{how},", field.wire_name))
}

/// The table of a union: of such objects, or of what is sent as one part, which may be a file.
pub(super) fn union(cx: &Cx<'_>, id: TypeId, union: &Union) -> Option<Item> {
    if !is_sent(cx, id) || union.members.is_empty() {
        return None;
    }
    let is_one_part = cx.api.types.is_sent_as_files(&Ty::Named(id));
    let variant = |(ty, name): (&Ty, &VariantIdent)| {
        Row::new(match is_one_part {
            true => format!("{} {name},", value_kind(cx, ty)),
            false if is_map_of_files(cx, ty) => format!("{name} files,"),
            false => format!("{name},"),
        })
    };
    let types = union.members.iter().map(|member| &member.ty);
    let rows = types.zip(cx.names.variants(id)).map(variant).collect();
    let what = if is_one_part { "part" } else { "union" };
    Some(table(format!("{what} {}", cx.names.ty(id)), rows))
}

fn table(head: String, rows: Vec<Row>) -> Item {
    Item::Table(Table {
        name: "multipart",
        docs: Vec::new(),
        attributes: Vec::new(),
        head,
        rows: Some(rows),
    })
}

/// Whether there is a call that sends the type as parts.
fn is_sent(cx: &Cx<'_>, id: TypeId) -> bool {
    !cx.config.types_only && cx.api.parts.contains(&id)
}

/// Whether the members of a body are files, under names that the document does not know.
pub(super) fn is_map_of_files(cx: &Cx<'_>, ty: &Ty) -> bool {
    let Ty::Map(value) = cx.api.types.behind(ty) else {
        return false;
    };
    cx.api.types.is_sent_as_files(value)
}

fn kind(field: &Field) -> &'static str {
    let is_styled = matches!(field.part, Some(Encoding::Style(_, _)));
    match (is_styled, field.presence) {
        (true, Presence::OptionalNullable) => "maybe_styled",
        (true, Presence::Required | Presence::Optional | Presence::RequiredNullable) => "styled",
        (false, Presence::OptionalNullable) => "maybe",
        (false, Presence::Required | Presence::Optional | Presence::RequiredNullable) => "value",
    }
}

fn value_kind(cx: &Cx<'_>, ty: &Ty) -> &'static str {
    match cx.api.types.is_sent_as_files(ty) {
        true => "file",
        false => "value",
    }
}
