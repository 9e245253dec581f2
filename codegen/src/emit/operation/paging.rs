//! Lists that come page by page.

use super::super::Table;
use super::{Writer, reading};
use crate::ir::{Pagination, Step, Success};

impl Writer<'_> {
    /// The table of the calls that give all pages, and all items.
    pub(in crate::emit) fn paged(&mut self) -> Option<Table> {
        let pagination = self.operation.pagination.as_ref()?;
        let Success::Body {
            media,
            ty,
            content_type: _,
            docs: _,
        } = &self.operation.success
        else {
            return None;
        };
        let item = pagination.item(&self.cx.api.types, ty)?;
        self.imports.add("crate::runtime", "paged");
        let plan = self.imports.name("crate::runtime::paging", "Plan");
        let (answer, item) = (self.ty(ty), self.ty(item));
        let (request, reading) = (&self.names.request, reading(*media));
        Some(Table {
            name: "paged",
            docs: Vec::new(),
            attributes: Vec::new(),
            head: format!(
                "{request} -> {reading} {answer}, {item} => {}",
                plan_of(&plan, pagination)
            ),
            rows: None,
        })
    }
}

fn plan_of(name: &str, pagination: &Pagination) -> String {
    let Pagination { step, items, more } = pagination;
    let step = match step {
        Step::Offset { parameter } => format!("offset({parameter:?})"),
        Step::Page { parameter, first } => format!("page({parameter:?}, {first})"),
        Step::Cursor { parameter, next } => format!("cursor({parameter:?}, {next:?})"),
        Step::Link { next: None } => "link()".to_owned(),
        Step::Link { next: Some(next) } => format!("link_at({next:?})"),
    };
    let items = match items.as_str() {
        "" => String::new(),
        items => format!(".items({items:?})"),
    };
    let more = more.as_ref().map(|more| format!(".more({more:?})"));
    format!("{name}::{step}{items}{}", more.unwrap_or_default())
}
