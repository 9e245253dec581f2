//! Inlines as Markdown.

use super::escape::{self, Around};
use super::inline::{Break, Inline, Kind, Span};
use super::link;

/// Where inlines go.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    Paragraph,
    /// A paragraph that has one line.
    Line,
    Cell,
}

pub(super) fn text(inlines: &[Inline], place: Place) -> String {
    let mut pen = Pen {
        out: String::new(),
        place,
        target: None,
    };
    for (index, inline) in inlines.iter().enumerate() {
        let next = inlines
            .get(index + 1)
            .map_or('\n', |next| first_character(next, place));
        pen.write(inline, next);
    }
    pen.out
}

struct Pen {
    out: String,
    place: Place,
    /// Where the link leads that is open.
    target: Option<String>,
}

impl Pen {
    fn write(&mut self, inline: &Inline, next: char) {
        match inline {
            Inline::Text(text) => self.text(text, next),
            Inline::Code(text) => self.code(text, next),
            Inline::Url(url) => self.out.extend(["<", url, ">"]),
            Inline::Open(span) => self.open(span),
            Inline::Close(kind) => self.close(*kind),
            Inline::Break(size) => self.out.push_str(gap(*size, self.place)),
        }
    }

    fn text(&mut self, text: &str, next: char) {
        let around = Around {
            in_cell: self.place == Place::Cell,
            next,
        };
        escape::write(&mut self.out, text, around);
    }

    fn code(&mut self, text: &str, next: char) {
        // No code can hold both: a bar needs a backslash in a table, and then the other one no longer shows.
        if self.place == Place::Cell && text.contains("\\|") {
            return self.text(text, next);
        }
        let text = if self.place == Place::Cell {
            &text.replace('|', "\\|")
        } else {
            text
        };
        let fence = "`".repeat(longest_run(text) + 1);
        let is_bare = !text.starts_with(['`', ' ']) && !text.ends_with(['`', ' ']);
        let pad = if is_bare { "" } else { " " };
        self.out.extend([&fence, pad, text, pad, &fence]);
    }

    fn open(&mut self, span: &Span) {
        match span {
            Span::Style(style) => self.out.push_str(style.mark()),
            Span::Link(url) => {
                self.out.push('[');
                self.target = link::target(url);
            }
            // Code became one inline when spans were put in order.
            Span::Code => {}
        }
    }

    fn close(&mut self, kind: Kind) {
        match kind {
            Kind::Style(style) => self.out.push_str(style.mark()),
            Kind::Link => {
                let target = self.target.take().unwrap_or_default();
                self.out.extend(["](", &target, ")"]);
            }
            Kind::Code => {}
        }
    }
}

fn gap(size: Break, place: Place) -> &'static str {
    match (size, place) {
        (Break::Hard, Place::Paragraph) => "\\\n",
        (Break::Hard, Place::Cell) => "<br>",
        (Break::Soft, Place::Paragraph) => "\n",
        (Break::Hard, Place::Line) | (Break::Soft, Place::Line | Place::Cell) => " ",
        (Break::Space, Place::Paragraph | Place::Line | Place::Cell) => " ",
    }
}

/// The length of the longest run of backticks.
pub(super) fn longest_run(text: &str) -> usize {
    text.split(|character| character != '`')
        .map(str::len)
        .max()
        .unwrap_or_default()
}

fn first_character(inline: &Inline, place: Place) -> char {
    match inline {
        Inline::Text(text) => text.chars().next().unwrap_or(' '),
        Inline::Code(_) => '`',
        Inline::Url(_) => '<',
        Inline::Open(Span::Link(_)) => '[',
        Inline::Close(Kind::Link) => ']',
        Inline::Open(_) | Inline::Close(_) => '*',
        Inline::Break(size) => gap(*size, place).chars().next().unwrap_or(' '),
    }
}
