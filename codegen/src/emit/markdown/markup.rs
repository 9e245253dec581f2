//! From HTML to blocks: what tags do to the reader of Markdown.

use super::block::{Block, Container};
use super::inline::{Break, Inline, Kind, Span, Style};
use super::read::{Reader, is_blank};
use super::tags::{self, Line, Meaning};
use super::{entity, html};

impl Reader {
    /// Reads tags, and the text between them.
    pub(super) fn markup(&mut self, html: &str) {
        let html = html::without_comments(html);
        for piece in html::pieces(&html) {
            match piece {
                html::Piece::Text(text) => self.markup_text(text),
                html::Piece::Tag(tag) => self.tag(&tag),
            }
        }
    }

    /// Lines mean nothing to HTML, but they are shorter than paragraphs.
    fn markup_text(&mut self, text: &str) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.new_line();
            }
            if !line.is_empty() {
                self.text(&entity::decoded(line));
            }
        }
    }

    fn tag(&mut self, tag: &html::Tag<'_>) {
        let meaning = self.meaning(tag);
        if self.is_hidden || meaning == Meaning::Hidden {
            self.is_hidden = !(meaning == Meaning::Hidden && tag.is_closing);
            return;
        }
        if self.code.is_some() {
            return self.tag_in_code(meaning, tag);
        }
        match meaning {
            Meaning::Block(block) if self.table.is_some() => {
                self.tag_of_table(block, tag.is_closing)
            }
            Meaning::Block(block) => self.tag_of_block(block, tag.is_closing),
            Meaning::Line(line) => self.tag_of_line(line, tag),
            Meaning::Hidden => {}
            Meaning::Unknown => self.inlines.push(Inline::Text(one_line(tag.raw))),
        }
    }

    /// What a tag means here. One that closes what nothing opened is a slip.
    fn meaning(&self, tag: &html::Tag<'_>) -> Meaning {
        let is_paired = tags::is_single(&tag.name) || self.pairs.has(&tag.name);
        if is_paired || tag.is_closing {
            tags::meaning(&tag.name)
        } else {
            Meaning::Unknown
        }
    }

    /// Colours and the like are left out of preformatted code.
    fn tag_in_code(&mut self, meaning: Meaning, tag: &html::Tag<'_>) {
        match meaning {
            Meaning::Block(tags::Block::Preformatted) if tag.is_closing => self.end_code(),
            Meaning::Line(Line::Break) => self.new_line(),
            Meaning::Unknown => self.markup_text(tag.raw),
            Meaning::Line(_) | Meaning::Block(_) | Meaning::Hidden => {}
        }
    }

    fn tag_of_block(&mut self, meaning: tags::Block, is_closing: bool) {
        match meaning {
            tags::Block::Heading if is_closing => self.leaf(Block::Heading),
            tags::Block::Note(word) if !is_closing => self.note(word),
            // The words of a note stand behind its label.
            tags::Block::Paragraph if !is_closing && is_label(&self.inlines) => {}
            tags::Block::Note(_) | tags::Block::Paragraph | tags::Block::Heading => {
                self.leaf(Block::Paragraph)
            }
            tags::Block::Preformatted => self.preformatted(is_closing),
            tags::Block::Rule => self.rule(),
            tags::Block::List { is_numbered } => self.list(is_numbered, is_closing),
            tags::Block::Item => self.item(is_closing),
            tags::Block::Table if !is_closing => self.html_table(),
            tags::Block::Table | tags::Block::Row => self.leaf(Block::Paragraph),
        }
    }

    fn note(&mut self, word: &str) {
        self.leaf(Block::Paragraph);
        self.open(Span::Style(Style::Strong));
        self.text(&format!("{word}:"));
        self.close(Kind::Style(Style::Strong));
        self.inlines.push(Inline::Break(Break::Space));
    }

    fn tag_of_line(&mut self, meaning: Line, tag: &html::Tag<'_>) {
        match meaning {
            Line::Style(style) => self.span(Span::Style(style), tag.is_closing),
            Line::Code => self.span(Span::Code, tag.is_closing),
            Line::Link => self.span(Span::Link(address(tag, "href")), tag.is_closing),
            Line::Image => self.image(tag),
            Line::Break => self.gap(),
            Line::Cell if tag.is_closing => self.html_cell(),
            Line::Superscript if !tag.is_closing => self.text("^"),
            Line::Cell | Line::Superscript => {}
            Line::Plain => {}
        }
    }

    fn span(&mut self, span: Span, is_closing: bool) {
        if is_closing {
            self.close(span.kind())
        } else {
            self.open(span)
        }
    }

    fn image(&mut self, tag: &html::Tag<'_>) {
        self.open(Span::Link(address(tag, "src")));
        self.markup_text(tag.attribute("alt").unwrap_or_default());
        self.close(Kind::Link);
    }

    fn preformatted(&mut self, is_closing: bool) {
        self.leaf(Block::Paragraph);
        if !is_closing {
            self.code_block("");
        }
    }

    fn list(&mut self, is_numbered: bool, is_closing: bool) {
        if is_closing {
            self.close_list(true);
            self.close_list(false);
        } else {
            self.open_list(is_numbered.then_some(1));
        }
    }

    fn open_list(&mut self, start: Option<u64>) {
        self.leaf(Block::Paragraph);
        if let Some(Container::List(_)) = self.lists.last() {
            self.open_container(Container::Item);
        }
        self.open_container(Container::List(start));
    }

    fn item(&mut self, is_closing: bool) {
        self.close_list(true);
        if is_closing {
            return;
        }
        if self.lists.is_empty() {
            self.open_list(None);
        }
        self.open_container(Container::Item);
    }

    fn open_container(&mut self, container: Container) {
        self.leaf(Block::Paragraph);
        self.lists.push(container);
        self.blocks.push(Block::Open(container));
    }

    /// Closes an item, or a list, if one is open.
    fn close_list(&mut self, item: bool) {
        self.leaf(Block::Paragraph);
        let is_wanted = |last: &mut Container| matches!(last, Container::Item) == item;
        if self.lists.pop_if(is_wanted).is_some() {
            self.blocks.push(Block::Close);
        }
    }
}

/// Whether there is nothing yet but the label of a note, and not too many blanks to look.
fn is_label(inlines: &[Inline]) -> bool {
    const MOST: usize = 16;
    let mut said = inlines.iter().filter(|inline| !is_blank(inline));
    let strong = Kind::Style(Style::Strong);
    inlines.len() <= MOST
        && matches!(said.next(), Some(Inline::Open(span)) if span.kind() == strong)
        && matches!(said.next(), Some(Inline::Text(text)) if tags::is_label(text))
        && said.next() == Some(&Inline::Close(strong))
        && said.next().is_none()
}

fn address(tag: &html::Tag<'_>, attribute: &str) -> String {
    entity::decoded(tag.attribute(attribute).unwrap_or_default()).into_owned()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
