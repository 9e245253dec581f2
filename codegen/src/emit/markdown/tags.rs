//! What a reader of HTML sees behind each tag.

use super::inline::Style;

/// What a tag does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Meaning {
    Line(Line),
    Block(Block),
    /// What is inside of it is not for readers.
    Hidden,
    /// Not HTML but a placeholder such as `<token>`, or nothing that belongs in a description.
    Unknown,
}

/// What stands in a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Line {
    Style(Style),
    Code,
    Link,
    Image,
    Break,
    Cell,
    /// `2<sup>64</sup>` is not 264.
    Superscript,
    /// Nothing that Markdown could show.
    Plain,
}

/// What ends a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Block {
    Paragraph,
    Heading,
    Preformatted,
    Rule,
    List {
        is_numbered: bool,
    },
    Item,
    Table,
    Row,
    /// What is inside of it stands behind a word of ours.
    Note(&'static str),
}

/// Whether a text is the label of a note.
pub(super) fn is_label(text: &str) -> bool {
    let word = text.strip_suffix(':').map(str::to_ascii_lowercase);
    word.is_some_and(|word| matches!(meaning(&word), Meaning::Block(Block::Note(_))))
}

/// Whether the tag stands alone, or often does.
pub(super) fn is_single(name: &str) -> bool {
    matches!(name, "br" | "hr" | "img" | "li" | "p" | "wbr")
}

pub(super) fn meaning(name: &str) -> Meaning {
    match name {
        "b" | "strong" => Meaning::Line(Line::Style(Style::Strong)),
        "i" | "em" | "var" | "cite" | "dfn" => Meaning::Line(Line::Style(Style::Emphasis)),
        "s" | "del" | "strike" => Meaning::Line(Line::Style(Style::Strikethrough)),
        "code" | "tt" | "kbd" | "samp" => Meaning::Line(Line::Code),
        "a" => Meaning::Line(Line::Link),
        "img" => Meaning::Line(Line::Image),
        "br" => Meaning::Line(Line::Break),
        "p" | "div" | "section" | "article" | "blockquote" | "center" | "details" | "summary"
        | "thead" | "tbody" | "tfoot" | "dl" | "dt" | "dd" | "header" | "footer" => {
            Meaning::Block(Block::Paragraph)
        }
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Meaning::Block(Block::Heading),
        "pre" => Meaning::Block(Block::Preformatted),
        "hr" => Meaning::Block(Block::Rule),
        "table" => Meaning::Block(Block::Table),
        "tr" => Meaning::Block(Block::Row),
        "ul" => Meaning::Block(Block::List { is_numbered: false }),
        "ol" => Meaning::Block(Block::List { is_numbered: true }),
        "li" => Meaning::Block(Block::Item),
        "sup" => Meaning::Line(Line::Superscript),
        "td" | "th" => Meaning::Line(Line::Cell),
        "style" | "script" => Meaning::Hidden,
        // Those of the formats that writers of documents make HTML of.
        "note" => Meaning::Block(Block::Note("Note")),
        "important" => Meaning::Block(Block::Note("Important")),
        "caution" => Meaning::Block(Block::Note("Caution")),
        "tip" => Meaning::Block(Block::Note("Tip")),
        "warning" => Meaning::Block(Block::Note("Warning")),
        "fullname" | "para" | "remarks" | "aside" => Meaning::Block(Block::Paragraph),
        "replaceable" => Meaning::Line(Line::Style(Style::Emphasis)),
        "filename" => Meaning::Line(Line::Code),
        "zonbook" | "xhtml" | "link" | "see" => Meaning::Line(Line::Plain),
        "span" | "font" | "small" | "big" | "u" | "ins" | "sub" | "mark" | "abbr" | "label"
        | "nobr" | "wbr" => Meaning::Line(Line::Plain),
        _ => Meaning::Unknown,
    }
}
