//! The files of operations: one for every tag.

use super::imports::Imports;
use super::{Cx, Item, Unit, markdown, operation};
use crate::ir::OperationId;
use crate::names::TagModule;

/// With so many operations only the first of each file shows how it is called: the others are called alike.
const MANY_OPERATIONS: usize = 50;

/// `operations/mod.rs`.
pub(super) fn root(cx: &Cx<'_>) -> Unit {
    let declared = cx
        .names
        .tags
        .iter()
        .map(|tag| format!("pub mod {};", tag.module))
        .collect();
    Unit {
        path: "src/operations/mod.rs".to_owned(),
        docs: vec!["The calls of the API, a file for each tag of the document.".to_owned()],
        imports: Imports::default(),
        items: vec![Item::Lines(declared)],
    }
}

/// One file of operations: the methods of the client, then what they return.
pub(super) fn unit(cx: &Cx<'_>, tag: &TagModule) -> Unit {
    let TagModule {
        module,
        tag,
        operations,
    } = tag;
    let mut imports = Imports::beside(defined(cx, operations));
    let mut methods = Vec::new();
    let mut tables = Vec::new();
    let is_small = cx.api.operations.len() < MANY_OPERATIONS;
    for (index, id) in operations.iter().enumerate() {
        let is_shown = is_small || index == 0;
        let mut writer = operation::Writer::new(cx, &mut imports, *id, is_shown);
        methods.push(writer.method());
        tables.push(Item::Table(writer.table()));
        tables.extend(writer.choice().map(Item::Table));
        tables.extend(writer.answers().map(Item::Table));
        tables.extend(writer.streaming().map(Item::Table));
    }
    imports.add("crate::runtime", "Client");
    let methods = Item::Methods {
        head: quote::quote!(impl Client),
        methods,
    };
    let described = tag
        .as_deref()
        .map(markdown::lines)
        .filter(|lines| !lines.is_empty());
    let docs = described.unwrap_or_else(|| vec!["Operations without a tag.".to_owned()]);
    Unit {
        path: format!("src/operations/{module}.rs"),
        docs,
        imports,
        items: std::iter::once(methods).chain(tables).collect(),
    }
}

/// The types that the file defines.
fn defined(cx: &Cx<'_>, operations: &[OperationId]) -> Vec<String> {
    let names = operations.iter().map(|id| &cx.names.operations[id.0]);
    let types = names.flat_map(|names| [&names.request, &names.answer, &names.choice]);
    types.map(ToString::to_string).collect()
}
