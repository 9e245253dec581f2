//! Inlines as Markdown can write them: nested, not empty, blanks outside of the marks.

use super::inline::{Break, Inline, Kind, Span, Style};
use super::{clean, flank, link, urls};

/// The same text with only those spans that come out again when the result is read.
pub(super) fn tidied(inlines: Vec<Inline>) -> Vec<Inline> {
    let tidy = nested(inlines.into_iter());
    if flank::is_sound(&tidy) {
        return tidy;
    }
    // Text matters more than its style.
    let is_style = |inline: &Inline| {
        matches!(
            inline,
            Inline::Open(Span::Style(_)) | Inline::Close(Kind::Style(_))
        )
    };
    nested(tidy.into_iter().filter(|inline| !is_style(inline)))
}

/// Whether a link to `url` stays a link.
pub(super) fn is_kept(url: &str) -> bool {
    link::target(url).is_some()
}

fn nested(inlines: impl Iterator<Item = Inline>) -> Vec<Inline> {
    let mut tidy = Tidy::default();
    for inline in inlines {
        tidy.push(inline);
    }
    tidy.finish()
}

/// How many spans are kept track of. Nobody nests that many, except to make the search for their ends slow.
const DEEPEST: usize = 32;

#[derive(Default)]
struct Tidy {
    out: Vec<Inline>,
    /// What is open, and whether it shows in `out`.
    open: Vec<(Kind, bool)>,
    code: Option<String>,
}

impl Tidy {
    fn push(&mut self, inline: Inline) {
        match (inline, &mut self.code) {
            (Inline::Text(text) | Inline::Code(text), Some(code)) => code.push_str(&text),
            (Inline::Break(_), Some(code)) => code.push(' '),
            (Inline::Close(Kind::Code), Some(_)) => self.end_code(),
            // Code knows no spans.
            (Inline::Url(_) | Inline::Open(_) | Inline::Close(_), Some(_)) => {}
            (Inline::Open(Span::Code), None) => self.code = Some(String::new()),
            (Inline::Text(text), None) => self.text(&text),
            (Inline::Code(text), None) => self.code(text),
            (Inline::Url(url), None) => self.out.push(Inline::Url(url)),
            (Inline::Open(span), None) => self.open(span),
            (Inline::Close(kind), None) => self.close(kind),
            (Inline::Break(size), None) => self.gap(size),
        }
    }

    fn finish(mut self) -> Vec<Inline> {
        self.end_code();
        for (kind, is_shown) in std::mem::take(&mut self.open).into_iter().rev() {
            self.end(kind, is_shown);
        }
        self.out.pop_if(|last| matches!(last, Inline::Break(_)));
        urls::marked(self.out)
    }

    fn text(&mut self, text: &str) {
        let text = &*clean::prose(text);
        let core = text.trim();
        if text.starts_with(' ') {
            self.gap(Break::Space);
        }
        self.words(core);
        if !core.is_empty() && text.ends_with(' ') {
            self.gap(Break::Space);
        }
    }

    /// Adds to the text before, if nothing but a blank stands between.
    fn words(&mut self, words: &str) {
        match self.out.as_mut_slice() {
            _ if words.is_empty() => {}
            [.., Inline::Text(last)] => last.push_str(words),
            [.., Inline::Text(last), Inline::Break(Break::Space)] => {
                last.push(' ');
                last.push_str(words);
                self.out.pop();
            }
            _ => self.out.push(Inline::Text(words.to_owned())),
        }
    }

    fn code(&mut self, text: String) {
        match self.out.last_mut() {
            _ if text.trim().is_empty() => {}
            // Backticks that meet would count as one mark.
            Some(Inline::Code(last)) => last.push_str(&text),
            Some(_) | None => self.out.push(Inline::Code(text)),
        }
    }

    fn end_code(&mut self) {
        if let Some(code) = self.code.take() {
            self.code(clean::word(&code).trim().to_owned());
        }
    }

    /// Adds a gap, in front of marks that have just opened: behind them they would not open anything.
    fn gap(&mut self, size: Break) {
        let is_open = |inline: &Inline| matches!(inline, Inline::Open(_));
        let end = self
            .out
            .iter()
            .rposition(|inline| !is_open(inline))
            .map_or(0, |last| last + 1);
        match self.out[..end].last_mut() {
            // Blanks at the start mean nothing.
            None => {}
            Some(Inline::Break(last)) => *last = size.max(*last),
            Some(_) => self.out.insert(end, Inline::Break(size)),
        }
    }

    fn open(&mut self, span: Span) {
        let kind = span.kind();
        if self.open.len() == DEEPEST {
            return;
        }
        let is_open = self.open.contains(&(kind, true));
        let is_shown = !is_open
            && match &span {
                Span::Link(url) => is_kept(url),
                Span::Style(style) => self.may_open(*style),
                Span::Code => false,
            };
        self.open.push((kind, is_shown));
        // Where the same style ended just now, it goes on: `*a**b*` is something else.
        if is_shown
            && self
                .out
                .pop_if(|last| *last == Inline::Close(kind) && kind != Kind::Link)
                .is_none()
        {
            self.out.push(Inline::Open(span));
        }
    }

    /// Marks that open next to marks that close would be taken for a longer mark.
    fn may_open(&self, style: Style) -> bool {
        let Some(Inline::Close(Kind::Style(last))) = self.out.last() else {
            return true;
        };
        *last == style
    }

    /// Closes a span, and those inside of it that were left open.
    fn close(&mut self, kind: Kind) {
        if let Some(start) = self.open.iter().rposition(|(open, _)| *open == kind) {
            for (kind, is_shown) in self.open.split_off(start).into_iter().rev() {
                self.end(kind, is_shown);
            }
        }
    }

    fn end(&mut self, kind: Kind, is_shown: bool) {
        if !is_shown {
            return;
        }
        let gap = self.out.pop_if(|last| matches!(last, Inline::Break(_)));
        match self.shown_target() {
            Some((url, length)) if kind == Kind::Link => {
                self.out.truncate(self.out.len() - length);
                self.out.push(Inline::Url(url));
            }
            _ => self.close_mark(kind),
        }
        if let Some(Inline::Break(size)) = gap {
            self.gap(size);
        }
    }

    fn close_mark(&mut self, kind: Kind) {
        let is_empty =
            |last: &mut Inline| matches!(last, Inline::Open(span) if span.kind() == kind);
        if self.out.pop_if(is_empty).is_none() {
            self.out.push(Inline::Close(kind));
        }
    }

    /// The target of a link that shows nothing else, and how many inlines stand for it.
    fn shown_target(&self) -> Option<(String, usize)> {
        match self.out.as_slice() {
            [.., Inline::Open(Span::Link(url))] => Some((link::target(url)?, 1)),
            [.., Inline::Open(Span::Link(url)), Inline::Text(text)] => {
                link::is_bare(url, text).then(|| (text.clone(), 2))
            }
            _ => None,
        }
    }
}
