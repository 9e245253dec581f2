//! The table of an operation.

use super::super::{Row, Table, lint};
use super::{Part, Writer};
use crate::ir::{BodyMedia, Success};
use crate::names::OperationNames;

impl Writer<'_> {
    /// The table of the operation.
    pub(in crate::emit) fn table(&mut self) -> Table {
        let OperationNames {
            method,
            request,
            answer: _,
            parameters: _,
            body: _,
            choice: _,
            forms: _,
            successes: _,
        } = self.names;
        let answer = self.answer();
        self.imports.add("crate::runtime", "operation");
        let optional: Vec<_> = self
            .parts()
            .into_iter()
            .filter(|part| !part.required)
            .collect();
        let rows: Vec<_> = optional.into_iter().map(|part| self.row(part)).collect();
        Table {
            name: "operation",
            docs: Vec::new(),
            attributes: Vec::new(),
            head: format!(
                "{method}: {request} -> {answer}{}{}",
                self.headers(),
                self.spared()
            ),
            rows: (!rows.is_empty()).then_some(rows),
        }
    }

    /// How a success is read, and its type.
    fn answer(&mut self) -> String {
        match &self.operation.success {
            Success::Stream(stream) => self.stream(stream),
            Success::Empty { docs: _ } => "empty ()".to_owned(),
            Success::Body {
                media,
                ty,
                content_type: _,
                docs: _,
            } => format!("{} {}", reading(*media), self.ty(ty)),
            Success::Several(_) => format!("several {}", self.names.answer),
        }
    }

    fn row(&mut self, part: Part<'_>) -> Row {
        let Part {
            name,
            ty,
            choice,
            required: _,
            fixed: _,
            docs,
            deprecated,
            input,
        } = part;
        let spared = lint::attribute(&[
            ("deprecated", self.cx.facts.mentions_deprecated(ty)),
            ("non_snake_case", !lint::is_snake_case(name.as_ref())),
            (
                "clippy::disallowed_names",
                lint::is_placeholder(name.as_ref()),
            ),
            (
                "clippy::should_implement_trait",
                lint::is_operator(name.as_ref()),
            ),
        ]);
        let ty = match choice {
            Some(choice) => choice.to_string(),
            None => self.ty(ty) + self.cx.taken(ty),
        };
        Row::Line {
            docs,
            attributes: deprecated.into_iter().chain(spared).collect(),
            text: format!("{name}: {ty} => {input},"),
        }
    }

    /// The lints that the table is spared, beside those of its rows.
    fn spared(&self) -> String {
        let ty = match &self.operation.success {
            Success::Empty { docs: _ } | Success::Several(_) => None,
            Success::Stream(stream) => Some(&stream.ty),
            Success::Body {
                ty,
                media: _,
                content_type: _,
                docs: _,
            } => Some(ty),
        };
        let mentions = ty.is_some_and(|ty| self.cx.facts.mentions_deprecated(ty));
        let spared = lint::spared(&[("deprecated", mentions)]);
        match spared.as_str() {
            "" => spared,
            _ => format!(",{spared}"),
        }
    }

    /// The type of the headers that it declares, as tables name it.
    pub(super) fn headers(&mut self) -> String {
        let names = self.cx.names.headers(self.id);
        if names.is_some() {
            self.imports.add("crate", "headers");
        }
        let name = names.map(|names| format!(", headers headers::{}", names.ty));
        name.unwrap_or_default()
    }
}

pub(super) fn reading(media: BodyMedia) -> &'static str {
    match media {
        // Forms and parts are for requests; an answer is not lowered as one.
        BodyMedia::Json | BodyMedia::Form | BodyMedia::Multipart => "json",
        BodyMedia::Text => "text",
        BodyMedia::Bytes => "bytes",
    }
}
