//! Tables in HTML.

use pulldown_cmark::Alignment;

use super::block::{Block, Table};
use super::inline::{Break, Inline};
use super::read::Reader;
use super::tags;

impl Reader {
    pub(super) fn html_table(&mut self) {
        self.leaf(Block::Paragraph);
        self.table = Some(Table::default());
        self.is_html_table = true;
    }

    /// A tag inside of a table, whether that is one in HTML or in Markdown.
    pub(super) fn tag_of_table(&mut self, meaning: tags::Block, is_closing: bool) {
        match meaning {
            tags::Block::Table if is_closing => self.end_html_table(),
            tags::Block::Row if self.is_html_table && !is_closing => self.row(),
            // A cell has one line, which may look like several.
            tags::Block::Paragraph
            | tags::Block::Heading
            | tags::Block::Preformatted
            | tags::Block::Rule
            | tags::Block::List { .. }
            | tags::Block::Item
            | tags::Block::Table
            | tags::Block::Row
            | tags::Block::Note(_) => self.inlines.push(Inline::Break(Break::Hard)),
        }
    }

    pub(super) fn html_cell(&mut self) {
        let has_row = self
            .table
            .as_ref()
            .is_some_and(|table| !table.rows.is_empty());
        if self.is_html_table && has_row {
            self.cell();
        } else {
            self.inlines.push(Inline::Break(Break::Space));
        }
    }

    pub(super) fn end_html_table(&mut self) {
        if !std::mem::take(&mut self.is_html_table) {
            return;
        }
        let Some(mut table) = self.table.take() else {
            return;
        };
        table.rows.retain(|cells| !cells.is_empty());
        let width = table.rows.iter().map(Vec::len).max().unwrap_or_default();
        // Readers drop what has no column in the head, and add what a row lacks.
        if let Some(head) = table.rows.first_mut() {
            head.resize(width, Vec::new());
            table.columns = vec![Alignment::None; width];
            self.block(Block::Table(table));
        }
    }
}
