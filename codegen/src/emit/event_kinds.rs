//! The tables of what the data of events is, by their names.

use super::{Cx, Item, Row, Table};
use crate::ir::{EventData, TypeId, Union};
use crate::names::VariantIdent;

/// The table of a union, where there are events whose data is of one of its members.
pub(super) fn item(cx: &Cx<'_>, id: TypeId, union: &Union) -> Option<Item> {
    let members = union.members.iter().zip(cx.names.variants(id));
    let rows = members.flat_map(|(member, name)| {
        let kinds = member.events.iter();
        kinds.map(move |(event, written)| row(event, *written, name))
    });
    cx.facts.is_told_by_events(id).then(|| {
        Item::Table(Table {
            name: "event_kinds",
            docs: Vec::new(),
            attributes: Vec::new(),
            head: cx.names.ty(id).to_string(),
            rows: Some(rows.collect()),
        })
    })
}

fn row(event: &str, written: EventData, name: &VariantIdent) -> Row {
    let written = match written {
        EventData::Json => "json",
        EventData::Text => "text",
        EventData::Mixed => "mixed",
    };
    Row::new(format!("{event:?} => {written} {name},"))
}
