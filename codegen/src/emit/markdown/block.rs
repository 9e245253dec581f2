//! A document as a flat list: containers open and close, so that walking it needs no recursion.

use pulldown_cmark::Alignment;

use super::inline::Inline;

pub(super) enum Block {
    Open(Container),
    /// Ends the container that was opened last.
    Close,
    Paragraph(Vec<Inline>),
    Heading(Vec<Inline>),
    Code(Code),
    Rule,
    Table(Table),
}

#[derive(Clone, Copy)]
pub(super) enum Container {
    Quote,
    /// With the number of the first item where the items are numbered.
    List(Option<u64>),
    Item,
}

/// Code in lines of its own.
#[derive(Default)]
pub(super) struct Code {
    /// What a fence calls its language.
    pub(super) label: &'static str,
    pub(super) text: String,
}

#[derive(Default)]
pub(super) struct Table {
    pub(super) columns: Vec<Alignment>,
    /// The first one is the head.
    pub(super) rows: Vec<Vec<Vec<Inline>>>,
}

/// What stands behind the number that a line begins with.
pub(super) fn behind_number(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(|first: char| first.is_ascii_digit());
    (rest.len() < line.len()).then_some(rest)
}
