//! `headers.rs`: the headers that answers declare.

use super::imports::Imports;
use super::ty::by_path;
use super::{Cx, Item, Row, Table, Unit, deprecation, docs};
use crate::ir::Header;
use crate::names::{FieldIdent, HeaderNames};

pub(super) fn unit(cx: &Cx<'_>) -> Unit {
    let defined = cx.names.headers.iter().map(|set| set.ty.to_string());
    let mut imports = Imports::beside(defined);
    imports.add("crate::runtime", "headers");
    let sets = cx.names.headers.iter();
    let tables = sets.map(|set| Item::Table(table(cx, &mut imports, set)));
    let items = tables.collect();
    Unit {
        path: "src/headers.rs".to_owned(),
        docs: vec![
            "The headers that answers declare, for `typed_headers` of a whole answer.".to_owned(),
        ],
        imports,
        items,
    }
}

fn table(cx: &Cx<'_>, imports: &mut Imports, set: &HeaderNames) -> Table {
    let HeaderNames {
        ty,
        fields,
        operation,
    } = set;
    let headers = &cx.api.operations[operation.0].headers;
    let mut rows = Vec::new();
    for (header, field) in headers.iter().zip(fields) {
        rows.push(row(cx, imports, header, field));
    }
    let names: Vec<_> = headers
        .iter()
        .map(|header| docs::code(&header.wire_name))
        .collect();
    Table {
        name: "headers",
        docs: vec![format!("Declared together: {}.", names.join(", "))],
        attributes: Vec::new(),
        head: ty.to_string(),
        rows: Some(rows),
    }
}

fn row(cx: &Cx<'_>, imports: &mut Imports, header: &Header, field: &FieldIdent) -> Row {
    let Header {
        origin: _,
        wire_name,
        pinned: _,
        ty,
        docs,
        deprecated,
    } = header;
    let ty = by_path(cx, imports, ty);
    Row::Line {
        docs: docs::said(docs),
        attributes: deprecation::attribute(deprecated.as_ref(), docs, |_| None)
            .into_iter()
            .collect(),
        text: format!("{field}: {ty} = {wire_name:?},"),
    }
}
