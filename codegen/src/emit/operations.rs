//! The files of operations.

use super::imports::Imports;
use super::{Cx, Item, Unit, docs, gate, markdown, operation};
use crate::ir::OperationId;
use crate::names::{About, FeatureName, OperationModule};

/// With so many operations only the first of each file shows how it is called: the others are called alike.
const MANY_OPERATIONS: usize = 50;

/// `operations/mod.rs`.
pub(super) fn root(cx: &Cx<'_>) -> Unit {
    let modules = &cx.names.operation_modules;
    let declared = modules.iter().flat_map(declaration).collect();
    let is_by_path = |module: &OperationModule| matches!(module.about, About::Paths(_));
    let division = if modules.iter().any(is_by_path) {
        "beginning of paths"
    } else {
        "tag of the document"
    };
    Unit {
        path: "src/operations/mod.rs".to_owned(),
        docs: vec![format!("The calls of the API, a file for each {division}.")],
        imports: Imports::default(),
        items: vec![Item::Lines(declared)],
    }
}

fn declaration(module: &OperationModule) -> Vec<String> {
    let gate = gate::attribute(module.feature.as_slice());
    let line = format!("pub mod {};", module.module);
    gate.into_iter().chain([line]).collect()
}

/// One file of operations: the methods of the client, then what they return.
pub(super) fn unit(cx: &Cx<'_>, module: &OperationModule) -> Unit {
    let OperationModule {
        module,
        feature,
        about,
        operations,
    } = module;
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
        tables.extend(writer.paged().map(Item::Table));
    }
    imports.add("crate::runtime", "Client");
    let methods = Item::Methods {
        head: quote::quote!(impl Client),
        methods,
    };
    Unit {
        path: format!("src/operations/{module}.rs"),
        docs: docs(about, feature.as_ref()),
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

fn docs(about: &About, feature: Option<&FeatureName>) -> Vec<String> {
    let mut lines = described(about);
    let feature = feature.map(|feature| format!("Compiled with the feature `{feature}`."));
    docs::paragraph(&mut lines, feature.into_iter().collect());
    lines
}

/// What the operations of a file have in common.
fn described(about: &About) -> Vec<String> {
    match about {
        About::Untagged => vec!["Operations without a tag.".to_owned()],
        About::Tag(description) => markdown::lines(description),
        About::Tags(tags) => listed("Operations of these tags:", tags),
        About::Paths(paths) => match paths.as_slice() {
            [only] => vec![format!("Operations below {}.", docs::code(only))],
            several => listed("Operations below these paths:", several),
        },
    }
}

fn listed(head: &str, entries: &[String]) -> Vec<String> {
    let entries = entries
        .iter()
        .map(|entry| format!("* {}", docs::code(entry)));
    [head.to_owned(), String::new()]
        .into_iter()
        .chain(entries)
        .collect()
}
