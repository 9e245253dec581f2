//! From Markdown to blocks.

use std::mem;

use pulldown_cmark::{
    BlockQuoteKind, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd,
};

use super::block::{Block, Code, Container, Table};
use super::html::Pairs;
use super::inline::{Break, Inline, Kind, Span, Style};
use super::{clean, fence, tidy};

/// The blocks of a text. What opens is closed again.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    // Footnotes, tasks and mathematics stay the text that they are.
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_GFM;
    let mut reader = Reader {
        pairs: Pairs::of(text),
        ..Reader::default()
    };
    for event in Parser::new_ext(text, options) {
        reader.event(event);
    }
    reader.end_leaf();
    reader.blocks
}

#[derive(Default)]
pub(super) struct Reader {
    pub(super) blocks: Vec<Block>,
    /// The paragraph that is being read.
    pub(super) inlines: Vec<Inline>,
    /// The code that is being read.
    pub(super) code: Option<Code>,
    pub(super) table: Option<Table>,
    /// Lists that HTML opened. None lasts longer than the block of Markdown around it, so the two stay nested.
    pub(super) lists: Vec<Container>,
    /// Whether it was HTML that began the table.
    pub(super) is_html_table: bool,
    pub(super) pairs: Pairs,
    /// The lines of a block of HTML.
    html: String,
    /// Whether what is read is not for readers.
    pub(super) is_hidden: bool,
    /// The next text stood in angle brackets that make no link.
    is_bracketed: bool,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Code(_) if self.is_hidden => {}
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => self
                .inlines
                .push(Inline::Code(clean::word(&text).into_owned())),
            Event::Html(text) => self.html.push_str(&text),
            Event::InlineHtml(text) => self.markup(&text),
            Event::SoftBreak => self.new_line(),
            Event::HardBreak => self.gap(),
            Event::Rule => self.rule(),
            // Extensions that are not asked for.
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::TableHead | Tag::TableRow => self.row(),
            Tag::TableCell => {}
            Tag::Emphasis => self.open(Span::Style(Style::Emphasis)),
            Tag::Strong => self.open(Span::Style(Style::Strong)),
            Tag::Strikethrough => self.open(Span::Style(Style::Strikethrough)),
            Tag::Link {
                link_type: LinkType::Email,
                dest_url,
                ..
            } => {
                self.open(Span::Link(format!("mailto:{dest_url}")));
            }
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => {
                self.is_bracketed = link_type == LinkType::Autolink && !tidy::is_kept(&dest_url);
                self.open(Span::Link(dest_url.into_string()));
            }
            Tag::Image { dest_url, .. } => self.open(Span::Link(dest_url.into_string())),
            block => self.start_block(block),
        }
    }

    fn start_block(&mut self, tag: Tag<'_>) {
        self.end_leaf();
        match tag {
            Tag::BlockQuote(kind) => self.quote(kind),
            Tag::List(start) => self.blocks.push(Block::Open(Container::List(start))),
            Tag::Item => self.blocks.push(Block::Open(Container::Item)),
            Tag::CodeBlock(CodeBlockKind::Indented) => self.code_block(""),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => self.code_block(&info),
            Tag::Table(columns) => {
                self.table = Some(Table {
                    columns,
                    rows: Vec::new(),
                })
            }
            // Paragraphs and headings are known when they end.
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::TableHead | TagEnd::TableRow => {}
            TagEnd::TableCell => self.cell(),
            TagEnd::Emphasis => self.close(Kind::Style(Style::Emphasis)),
            TagEnd::Strong => self.close(Kind::Style(Style::Strong)),
            TagEnd::Strikethrough => self.close(Kind::Style(Style::Strikethrough)),
            TagEnd::Link | TagEnd::Image => self.close(Kind::Link),
            block => self.end_block(block),
        }
    }

    fn end_block(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::Heading(_) => self.leaf(Block::Heading),
            _ => {}
        }
        self.end_leaf();
        match tag {
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => {
                self.blocks.push(Block::Close)
            }
            TagEnd::Table => self.blocks.extend(self.table.take().map(Block::Table)),
            _ => {}
        }
    }

    /// Ends the paragraph, and what HTML opened in it.
    pub(super) fn end_leaf(&mut self) {
        self.is_hidden = false;
        self.end_code();
        self.end_html_table();
        self.leaf(Block::Paragraph);
        for _ in self.lists.drain(..) {
            self.blocks.push(Block::Close);
        }
    }

    /// Makes a block of the text read so far, if there is any.
    pub(super) fn leaf(&mut self, block: fn(Vec<Inline>) -> Block) {
        let inlines = tidy::tidied(mem::take(&mut self.inlines));
        if !inlines.is_empty() {
            self.block(block(inlines));
        }
    }

    /// Adds a block. In a list it belongs to an item, which HTML does not insist on.
    pub(super) fn block(&mut self, block: Block) {
        if let Some(Container::List(_)) = self.lists.last() {
            self.lists.push(Container::Item);
            self.blocks.push(Block::Open(Container::Item));
        }
        self.blocks.push(block);
    }

    pub(super) fn open(&mut self, span: Span) {
        self.inlines.push(Inline::Open(span));
    }

    pub(super) fn close(&mut self, kind: Kind) {
        self.inlines.push(Inline::Close(kind));
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.is_hidden {
            return;
        }
        if let Some(code) = &mut self.code {
            code.text.push_str(text);
        } else if mem::take(&mut self.is_bracketed) {
            self.inlines
                .push(Inline::Text(format!("<{}>", clean::word(text))));
        } else {
            self.inlines
                .push(Inline::Text(clean::word(text).into_owned()));
        }
    }

    pub(super) fn new_line(&mut self) {
        match &mut self.code {
            Some(code) => code.text.push('\n'),
            None => self.inlines.push(Inline::Break(Break::Soft)),
        }
    }

    /// A new line that the reader sees. Two of them look like a new paragraph, so they make one.
    pub(super) fn gap(&mut self) {
        let is_again = self.inlines.iter().rev().find(|inline| !is_blank(inline))
            == Some(&Inline::Break(Break::Hard));
        if self.code.is_some() {
            self.new_line();
        } else if is_again && self.table.is_none() {
            self.leaf(Block::Paragraph);
        } else {
            self.inlines.push(Inline::Break(Break::Hard));
        }
    }

    pub(super) fn rule(&mut self) {
        self.end_leaf();
        self.blocks.push(Block::Rule);
    }

    pub(super) fn code_block(&mut self, info: &str) {
        self.code = Some(Code {
            label: fence::label(info),
            text: String::new(),
        });
    }

    pub(super) fn end_code(&mut self) {
        let code = self
            .code
            .take()
            .filter(|code| !clean::word(&code.text).trim().is_empty());
        if let Some(code) = code {
            self.block(Block::Code(code));
        }
    }

    fn quote(&mut self, kind: Option<BlockQuoteKind>) {
        self.blocks.push(Block::Open(Container::Quote));
        let title = match kind {
            None => return,
            Some(BlockQuoteKind::Note) => "Note",
            Some(BlockQuoteKind::Tip) => "Tip",
            Some(BlockQuoteKind::Important) => "Important",
            Some(BlockQuoteKind::Warning) => "Warning",
            Some(BlockQuoteKind::Caution) => "Caution",
        };
        self.blocks
            .push(Block::Heading(vec![Inline::Text(title.to_owned())]));
    }

    fn html_block(&mut self) {
        let html = mem::take(&mut self.html);
        self.markup(&html);
    }

    pub(super) fn row(&mut self) {
        if let Some(table) = &mut self.table {
            table.rows.push(Vec::new());
        }
    }

    pub(super) fn cell(&mut self) {
        let cell = tidy::tidied(mem::take(&mut self.inlines));
        if let Some(row) = self.table.as_mut().and_then(|table| table.rows.last_mut()) {
            row.push(cell);
        }
    }
}

pub(super) fn is_blank(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::Break(Break::Space | Break::Soft) => true,
        Inline::Break(Break::Hard)
        | Inline::Code(_)
        | Inline::Url(_)
        | Inline::Open(_)
        | Inline::Close(_) => false,
    }
}
