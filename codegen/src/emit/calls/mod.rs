//! The tests of a crate: a table of every call, with what it sends and what it makes of each answer.

mod answer;
mod argument;
mod call;
mod input;
mod literal;
mod request;
mod root;

use super::imports::Imports;
use super::{Cx, Item, Unit};
use crate::names::OperationModule;

pub(super) use root::{support, unit as root};

/// The calls of one file of operations.
pub(super) fn unit(cx: &Cx<'_>, module: &OperationModule) -> Unit {
    let OperationModule {
        module: file,
        feature: _,
        about: _,
        operations,
    } = module;
    let rows = operations.iter().map(|id| call::lines(cx, *id, file));
    let rows = rows.map(|lines| {
        lines
            .into_iter()
            .map(|line| indented(&line))
            .collect::<Vec<_>>()
    });
    let mut lines = vec!["calls! {".to_owned()];
    lines.extend(rows.collect::<Vec<_>>().join(&String::new()));
    lines.push("}".to_owned());
    let code = lines.join("\n");
    let mut imports = Imports::default();
    if code.contains("api::") {
        imports.add("crate", "api");
    }
    if code.contains("given::") {
        imports.add("crate", "generated_support as given");
    }
    Unit {
        path: format!("tests/generated/{file}.rs"),
        docs: vec![format!("The calls of `operations::{file}`.")],
        imports,
        items: vec![Item::Lines(lines)],
    }
}

fn indented(line: &str) -> String {
    if line.is_empty() {
        String::new()
    } else {
        format!("    {line}")
    }
}
