//! The table of several successes.

use super::super::docs::lines;
use super::super::{Row, Table};
use super::{Writer, reading};
use crate::ir::{Listed, Status, Success};
use crate::names::VariantIdent;

impl Writer<'_> {
    /// The table of the operation's successes, where they differ.
    pub(in crate::emit) fn answers(&mut self) -> Option<Table> {
        let listed = match &self.operation.success {
            Success::Several(listed) => listed,
            Success::Empty { docs: _ }
            | Success::Stream(_)
            | Success::Body {
                media: _,
                content_type: _,
                ty: _,
                docs: _,
            } => return None,
        };
        self.imports.add("crate::runtime", "answers");
        let names = self.names;
        let rows = listed
            .iter()
            .zip(&names.successes)
            .map(|(listed, name)| self.success(listed, name))
            .collect();
        Some(Table {
            name: "answers",
            docs: vec![format!(
                "What a call of [`Client::{}`] gives when it succeeds.",
                names.method
            )],
            attributes: Vec::new(),
            head: names.answer.to_string(),
            rows: Some(rows),
        })
    }

    fn success(&mut self, listed: &Listed, name: &VariantIdent) -> Row {
        let Listed {
            status,
            docs,
            body,
            content_type: _,
        } = listed;
        let (ty, reading) = match body {
            Some((media, ty)) if self.cx.facts.is_large(ty) => (
                format!("Box<{}>", self.ty(ty)),
                format!("{} boxed", reading(*media)),
            ),
            Some((media, ty)) => (self.ty(ty), reading(*media).to_owned()),
            None => ("()".to_owned(), "empty".to_owned()),
        };
        let (pattern, shown) = match status {
            Status::Code(code) => (code.to_string(), code.to_string()),
            Status::Range(class) => (format!("{class}00..={class}99"), format!("{class}XX")),
            Status::Default => ("_".to_owned(), "default".to_owned()),
        };
        Row::Line {
            docs: lines(docs, &format!("`{shown}`")),
            attributes: Vec::new(),
            text: format!("{name}({ty}) = {pattern} => {reading},"),
        }
    }
}
