//! The tables by which unions weigh objects.

use super::ty::{TypeWriter, WIRE};
use super::{Cell, Cx, Item, Row, Table, lint};
use crate::ir::{Field, Object, Presence, TypeId};

/// The table of an object that unions reach.
pub(super) fn item(writer: &mut TypeWriter<'_>, id: TypeId, object: &Object) -> Item {
    writer.imports.add(WIRE, "evidence");
    let Object { fields, rest } = object;
    let (required, optional): (Vec<&Field>, Vec<&Field>) = fields
        .iter()
        .partition(|field| field.presence.is_required());
    let mut list = |word, fields: Vec<&Field>| {
        let cells = fields.into_iter().map(|field| key(writer, field));
        Row::list(word, cells.collect())
    };
    let rows = [list("required", required), list("optional", optional)];
    let rest = rest
        .as_ref()
        .map(|ty| Row::new(format!("rest {};", writer.ty(ty))));
    Item::Table(Table {
        name: "evidence",
        docs: Vec::new(),
        attributes: Vec::new(),
        head: format!("{}{}", writer.cx.names.ty(id), spared(writer.cx, id)),
        rows: Some(rows.into_iter().flatten().chain(rest).collect()),
    })
}

fn spared(cx: &Cx<'_>, id: TypeId) -> String {
    let mentions = cx.facts.uses_deprecated(&cx.api.types.get(id).shape);
    lint::spared(&[("deprecated", mentions || cx.facts.is_deprecated(id))])
}

fn key(writer: &mut TypeWriter<'_>, field: &Field) -> Cell {
    let ty = match field.flag {
        Some(true) => writer.imports.name(WIRE, "True"),
        Some(false) => writer.imports.name(WIRE, "False"),
        None => writer.ty(&field.ty),
    };
    // Null speaks for those that have a word for it.
    let ty = match field.presence {
        Presence::Required | Presence::Optional => ty,
        Presence::RequiredNullable | Presence::OptionalNullable => {
            writer.generic("std::option", "Option", &ty)
        }
    };
    Cell::new(format!("{:?}: {ty}", field.wire_name))
}
