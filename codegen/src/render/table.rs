//! Tables, printed here since no pretty-printer looks into a macro.

use super::comment;
use crate::emit::{Cell, Row, Table};

/// How long a line of a list may be.
const WIDTH: usize = 100;

/// A table as text.
pub(super) fn table(table: &Table) -> String {
    let Table {
        name,
        docs,
        attributes,
        head,
        rows,
    } = table;
    if docs.is_empty() && attributes.is_empty() {
        return format!("{name}!({});", braces(head, rows.as_deref(), ""));
    }
    let docs = docs.iter().map(|line| comment("///", line));
    let above: String = docs
        .chain(attributes.iter().cloned())
        .map(|line| format!("    {line}\n"))
        .collect();
    format!(
        "{name}!(\n{above}    {}\n);",
        braces(head, rows.as_deref(), "    ")
    )
}

fn braces(head: &str, rows: Option<&[Row]>, indent: &str) -> String {
    match rows {
        None => head.to_owned(),
        Some([]) => format!("{head} {{}}"),
        Some(rows) => {
            let indent_of_rows = format!("{indent}    ");
            let lines = rows.iter().flat_map(lines);
            let rows: String = lines
                .map(|line| format!("{indent_of_rows}{line}\n"))
                .collect();
            format!("{head} {{\n{rows}{indent}}}")
        }
    }
}

fn lines(row: &Row) -> Vec<String> {
    match row {
        Row::Line {
            docs,
            attributes,
            text,
        } => {
            let docs = docs.iter().map(|line| comment("///", line));
            let attributes = attributes.iter().cloned();
            docs.chain(attributes).chain([text.clone()]).collect()
        }
        Row::List { word, cells } => list(word, cells),
    }
}

/// As many cells on a line as it holds; one with attributes stands alone below them.
fn list(word: &str, cells: &[Cell]) -> Vec<String> {
    let mut lines = vec![word.to_owned()];
    let mut is_alone = false;
    for (index, Cell { attributes, text }) in cells.iter().enumerate() {
        let end = if index + 1 == cells.len() { ";" } else { "," };
        let text = format!("{text}{end}");
        lines.extend(attributes.iter().map(|line| format!("    {line}")));
        match lines.last_mut() {
            Some(line) if attributes.is_empty() && !is_alone && fits(line, &text) => {
                line.push(' ');
                line.push_str(&text);
            }
            Some(_) | None => lines.push(format!("    {text}")),
        }
        is_alone = !attributes.is_empty();
    }
    lines
}

fn fits(line: &str, text: &str) -> bool {
    line.chars().count() + 1 + text.chars().count() <= WIDTH
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table_of(rows: Vec<Row>) -> Table {
        Table {
            name: "wire_object",
            docs: Vec::new(),
            attributes: Vec::new(),
            head: "A".to_owned(),
            rows: Some(rows),
        }
    }

    #[test]
    fn a_table_has_a_row_a_line() {
        let table = table_of(vec![
            Row::new("optional a,"),
            Row::Line {
                docs: vec!["B.".to_owned()],
                attributes: vec!["#[b]".to_owned()],
                text: "b,".to_owned(),
            },
        ]);
        assert_eq!(
            super::table(&table),
            "wire_object!(A {\n    optional a,\n    /// B.\n    #[b]\n    b,\n});"
        );
    }

    #[test]
    fn a_list_fills_its_lines() {
        let cells = (0..12)
            .map(|index| Cell::new(format!("property_{index}")))
            .collect();
        let table = table_of(Row::list("optional", cells).into_iter().collect());
        assert_eq!(
            super::table(&table),
            "wire_object!(A {\n    optional property_0, property_1, property_2, property_3, property_4, property_5, property_6,\n        \
             property_7, property_8, property_9, property_10, property_11;\n});"
        );
    }

    #[test]
    fn a_cell_with_attributes_stands_alone() {
        let cells = vec![
            Cell::new("a"),
            Cell {
                attributes: vec!["#[deprecated]".to_owned()],
                text: "b".to_owned(),
            },
            Cell::new("c"),
            Cell::new("d"),
        ];
        let table = table_of(Row::list("optional", cells).into_iter().collect());
        assert_eq!(
            super::table(&table),
            "wire_object!(A {\n    optional a,\n        #[deprecated]\n        b,\n        c, d;\n});"
        );
    }

    #[test]
    fn a_table_with_docs_stands_inside_them() {
        let table = Table {
            name: "operation",
            docs: vec!["A call.".to_owned()],
            attributes: vec!["#[deprecated]".to_owned()],
            head: "A -> empty ()".to_owned(),
            rows: None,
        };
        assert_eq!(
            super::table(&table),
            "operation!(\n    /// A call.\n    #[deprecated]\n    A -> empty ()\n);"
        );
    }
}
