//! The tables by which unions weigh values, for the types that unions reach.

use super::ty::{TypeWriter, WIRE};
use super::{Item, Row, Table};
use crate::ir::{Enum, Field, Object, Shape, TypeDef, TypeId, Union};

/// The table of a type; none for an alias, which is as good as what it stands for.
pub(super) fn item(writer: &mut TypeWriter<'_>, id: TypeId, def: &TypeDef) -> Option<Item> {
    let name = writer.cx.names.ty(id).to_string();
    let (head, rows) = match &def.shape {
        Shape::Object(object) => (name, Some(keys(writer, object))),
        Shape::Enum(Enum { variants }) => {
            // One value alone is there to tell its type from others.
            let kind = if variants.len() == 1 { "tag" } else { "enum" };
            (format!("{kind} {name}"), None)
        }
        Shape::Union(Union {
            members,
            discriminator: _,
        }) => {
            let members = members
                .iter()
                .map(|member| Row::new(format!("{},", writer.ty(&member.ty))));
            (format!("union {name}"), Some(members.collect()))
        }
        Shape::Alias(_) => return None,
    };
    writer.imports.add(WIRE, "evidence");
    Some(Item::Table(Table {
        name: "evidence",
        docs: Vec::new(),
        head,
        rows,
    }))
}

fn keys(writer: &mut TypeWriter<'_>, object: &Object) -> Vec<Row> {
    let Object { fields, rest: _ } = object;
    let key = |field: &Field| {
        let presence = if field.presence.is_required() {
            "required"
        } else {
            "optional"
        };
        Row::new(format!(
            "{presence} {:?}: {},",
            field.wire_name,
            writer.ty(&field.ty)
        ))
    };
    fields.iter().map(key).collect()
}
