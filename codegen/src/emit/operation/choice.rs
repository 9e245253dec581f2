//! The table of the forms in which a body may be sent.

use super::super::docs::code;
use super::super::{Cell, Row, Table};
use super::Writer;
use super::input::form_input;
use crate::ir::{Body, Form};
use crate::names::VariantIdent;

impl Writer<'_> {
    /// The table of the forms, where there is a choice.
    pub(in crate::emit) fn choice(&mut self) -> Option<Table> {
        let body = self
            .operation
            .body
            .as_ref()
            .filter(|body| Body::is_choice(body))?;
        self.imports.add("crate::runtime", "bodies");
        let names = self.names;
        let made_from = self.made_from(body);
        let forms = body.forms().zip(&names.forms);
        let rows = forms.map(|(form, name)| self.form(form, name));
        let rows = made_from.into_iter().chain(rows).collect();
        Some(Table {
            name: "bodies",
            docs: vec![format!("What [`Client::{}`] sends.", names.method)],
            attributes: Vec::new(),
            head: names.choice.to_string(),
            rows: Some(rows),
        })
    }

    /// The forms that the type of a body tells: the first of all that are of one type.
    fn made_from(&mut self, body: &Body) -> Option<Row> {
        let mut known = Vec::new();
        let mut cells = Vec::new();
        for (form, name) in body.forms().zip(&self.names.forms) {
            let ty = self.cx.api.types.spelled_out(&form.ty);
            if !known.contains(&ty) {
                known.push(ty);
                cells.push(Cell::new(format!("{name}({})", self.ty(&form.ty))));
            }
        }
        Row::list("from", cells)
    }

    fn form(&mut self, form: &Form, name: &VariantIdent) -> Row {
        let boxed = match self.cx.facts.is_large(&form.ty) {
            true => " boxed",
            false => "",
        };
        let (ty, input) = (self.ty(&form.ty), form_input(self.cx, form));
        if input.contains("Style::") {
            self.imports.add("crate::runtime", "Style");
        }
        Row::Line {
            docs: vec![code(&form.content_type)],
            attributes: Vec::new(),
            text: format!("{name}({ty}){boxed} => {input},"),
        }
    }
}
