//! Tables, printed here since no pretty-printer looks into a macro: a row a line.

use super::comment;
use crate::emit::{Row, Table};

/// A table as text.
pub(super) fn table(table: &Table) -> String {
    let Table {
        name,
        docs,
        head,
        rows,
    } = table;
    if docs.is_empty() {
        return format!("{name}!({});", braces(head, rows.as_deref(), ""));
    }
    let docs: String = docs
        .iter()
        .map(|line| format!("    {}\n", comment("///", line)))
        .collect();
    format!(
        "{name}!(\n{docs}    {}\n);",
        braces(head, rows.as_deref(), "    ")
    )
}

fn braces(head: &str, rows: Option<&[Row]>, indent: &str) -> String {
    match rows {
        None => head.to_owned(),
        Some([]) => format!("{head} {{}}"),
        Some(rows) => {
            let rows: String = rows.iter().map(|row| self::row(row, indent)).collect();
            format!("{head} {{\n{rows}{indent}}}")
        }
    }
}

fn row(row: &Row, indent: &str) -> String {
    let Row {
        docs,
        attributes,
        text,
    } = row;
    let docs = docs.iter().map(|line| comment("///", line));
    let lines = docs.chain(attributes.iter().cloned()).chain([text.clone()]);
    lines.map(|line| format!("{indent}    {line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_a_row_a_line() {
        let rows = Some(vec![
            Row::new("optional a = \"a\","),
            Row {
                docs: vec!["B.".to_owned()],
                ..Row::new("b,")
            },
        ]);
        let table = Table {
            name: "wire_object",
            docs: Vec::new(),
            head: "A".to_owned(),
            rows,
        };
        assert_eq!(
            super::table(&table),
            "wire_object!(A {\n    optional a = \"a\",\n    /// B.\n    b,\n});"
        );
    }

    #[test]
    fn a_table_with_docs_stands_inside_them() {
        let docs = vec!["A call.".to_owned()];
        let table = Table {
            name: "operation",
            docs,
            head: "A -> empty ()".to_owned(),
            rows: None,
        };
        assert_eq!(
            super::table(&table),
            "operation!(\n    /// A call.\n    A -> empty ()\n);"
        );
    }
}
