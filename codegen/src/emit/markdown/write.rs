//! From blocks to lines.

use pulldown_cmark::Alignment;

use super::block::{Block, Code, Table, behind_number};
use super::inline::{Inline, Span, Style};
use super::page::Page;
use super::render::{self, Place};
use super::{clean, tidy};

pub(super) fn lines(blocks: Vec<Block>) -> Vec<String> {
    let mut page = Page::default();
    for block in blocks {
        match block {
            Block::Open(container) => page.open(container),
            Block::Close => page.close(),
            Block::Paragraph(inlines) => paragraph(&mut page, &inlines),
            Block::Heading(inlines) => page.paragraph(&[heading(inlines)]),
            Block::Code(code) => page.block(&fenced(&code)),
            Block::Rule => page.rule(),
            Block::Table(table) => page.block(&rows(&table)),
        }
    }
    page.into_lines()
}

/// Whether one of the lines begins what needs a line of its own: a list, a quote, a table or code.
pub(crate) fn begins_block(line: &str) -> bool {
    const MARKS: [&str; 5] = ["* ", "- ", "> ", "| ", "```"];
    let is_end = |rest: &str| rest.starts_with(". ") || rest.starts_with(") ");
    behind_number(line).is_some_and(is_end) || MARKS.iter().any(|mark| line.starts_with(mark))
}

fn paragraph(page: &mut Page, inlines: &[Inline]) {
    let text = render::text(inlines, Place::Paragraph);
    let lines: Vec<_> = text.lines().map(|line| line.trim().to_owned()).collect();
    page.paragraph(&lines);
}

/// A heading of a stranger would open a section of the item, so it is a line that stands out.
fn heading(inlines: Vec<Inline>) -> String {
    let strong = Span::Style(Style::Strong);
    let is_strong = |inline: &Inline| match inline {
        Inline::Open(span) => *span == strong,
        Inline::Close(kind) => *kind == strong.kind(),
        Inline::Text(_) | Inline::Code(_) | Inline::Url(_) | Inline::Break(_) => false,
    };
    let mut line = vec![Inline::Open(strong.clone())];
    line.extend(inlines.into_iter().filter(|inline| !is_strong(inline)));
    line.push(Inline::Close(strong.kind()));
    render::text(&tidy::tidied(line), Place::Line)
}

fn fenced(code: &Code) -> Vec<String> {
    let Code { label, text } = code;
    let fence = "`".repeat(render::longest_run(text).max(2) + 1);
    let lines = text.lines().map(clean::code_line);
    let mut lines: Vec<_> = lines.skip_while(String::is_empty).collect();
    while lines.pop_if(|last| last.is_empty()).is_some() {}
    lines.insert(0, format!("{fence}{label}"));
    lines.push(fence);
    lines
}

fn rows(table: &Table) -> Vec<String> {
    let row = |cells: &Vec<Vec<Inline>>| {
        let cells: Vec<_> = cells
            .iter()
            .map(|cell| render::text(cell, Place::Cell))
            .collect();
        format!("| {} |", cells.join(" | "))
    };
    let mut rows: Vec<_> = table.rows.iter().map(row).collect();
    let rules: Vec<_> = table.columns.iter().map(rule).collect();
    rows.insert(rows.len().min(1), format!("| {} |", rules.join(" | ")));
    rows
}

fn rule(alignment: &Alignment) -> &'static str {
    match alignment {
        Alignment::None => "---",
        Alignment::Left => ":--",
        Alignment::Center => ":-:",
        Alignment::Right => "--:",
    }
}
