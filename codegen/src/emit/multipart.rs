//! The tables of what is sent as parts.

use super::{Cx, Item, Row, Table};
use crate::ir::{Field, Object, Presence, Ty, TypeId, Union};

/// The table, where the object is one.
pub(super) fn item(cx: &Cx<'_>, id: TypeId, object: &Object) -> Option<Item> {
    if !is_sent(cx, id) {
        return None;
    }
    let Object { fields, rest: _ } = object;
    let names = &cx.names.fields(id).fields;
    let rows = fields.iter().zip(names).map(|(field, name)| {
        let part = field.part.as_ref();
        let media_type = part.map_or_else(String::new, |part| format!(" as {part:?}"));
        let wire_name = &field.wire_name;
        Row::new(format!(
            "{} {name} = {wire_name:?}{media_type},",
            kind(field)
        ))
    });
    let head = cx.names.ty(id).to_string();
    Some(Item::Table(Table {
        name: "multipart",
        docs: Vec::new(),
        attributes: Vec::new(),
        head,
        rows: Some(rows.collect()),
    }))
}

/// The table of a union of such objects.
pub(super) fn union(cx: &Cx<'_>, id: TypeId, union: &Union) -> Option<Item> {
    let is_sent = is_sent(cx, id) && !union.members.is_empty();
    let rows = cx.names.variants(id).iter();
    is_sent.then(|| {
        Item::Table(Table {
            name: "multipart",
            docs: Vec::new(),
            attributes: Vec::new(),
            head: format!("union {}", cx.names.ty(id)),
            rows: Some(rows.map(|name| Row::new(format!("{name},"))).collect()),
        })
    })
}

/// Whether there is a call that sends the type as parts.
fn is_sent(cx: &Cx<'_>, id: TypeId) -> bool {
    !cx.config.types_only && cx.api.parts.contains(&id)
}

fn kind(field: &Field) -> &'static str {
    match (is_file(&field.ty), field.presence) {
        (true, _) => "file",
        (false, Presence::OptionalNullable) => "maybe",
        (false, Presence::Required | Presence::Optional | Presence::RequiredNullable) => "value",
    }
}

fn is_file(ty: &Ty) -> bool {
    match ty {
        Ty::File => true,
        Ty::List(inner) | Ty::Nullable(inner) => is_file(inner),
        Ty::Named(_)
        | Ty::Text
        | Ty::Boolean
        | Ty::Integer(_)
        | Ty::Number
        | Ty::DateTime
        | Ty::Date
        | Ty::Base64
        | Ty::Bytes
        | Ty::Map(_)
        | Ty::Json => false,
    }
}
