//! From pieces of code to text.

mod item;
mod table;

use crate::emit::{Item, Unit};
use crate::files::Header;

/// The text of a file.
pub(crate) fn unit(unit: &Unit, header: &Header) -> String {
    let Unit {
        path: _,
        docs,
        imports,
        items,
    } = unit;
    let mut blocks = vec![header.of_code()];
    blocks.push(
        docs.iter()
            .map(|line| comment("//!", line))
            .collect::<Vec<_>>()
            .join("\n"),
    );
    blocks.push(imports.lines().join("\n"));
    blocks.extend(items.iter().map(block));
    let blocks: Vec<_> = blocks
        .into_iter()
        .filter(|block| !block.is_empty())
        .collect();
    blocks.join("\n\n") + "\n"
}

fn block(item: &Item) -> String {
    match item {
        Item::Code(tokens) => item::code(tokens),
        Item::Methods { head, methods } => item::methods(head, methods),
        Item::Table(table) => table::table(table),
        Item::Lines(lines) => lines.join("\n"),
    }
}

/// A line of a comment, without a blank at its end.
fn comment(sign: &str, line: &str) -> String {
    if line.is_empty() {
        sign.to_owned()
    } else {
        format!("{sign} {line}")
    }
}
