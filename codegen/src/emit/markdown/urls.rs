//! Bare URLs in text.

use super::inline::{Inline, Kind, Span};
use super::link;

/// Makes links of the bare URLs in text, as rustdoc asks for. Inside of links, where it does not, they stay text.
pub(super) fn marked(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut out = Vec::with_capacity(inlines.len());
    let mut in_link = false;
    for inline in inlines {
        match inline {
            Inline::Text(text) if !in_link && text.contains("://") => {
                out.extend(cut_at_urls(&text))
            }
            Inline::Open(Span::Link(_)) | Inline::Close(Kind::Link) => {
                in_link = !in_link;
                out.push(inline);
            }
            Inline::Text(_) | Inline::Code(_) | Inline::Url(_) | Inline::Break(_) => {
                out.push(inline)
            }
            Inline::Open(_) | Inline::Close(_) => out.push(inline),
        }
    }
    out
}

fn cut_at_urls(text: &str) -> Vec<Inline> {
    let mut inlines = Vec::new();
    let mut start = 0;
    for (index, _) in text.match_indices("http") {
        // A match inside of the URL before belongs to that.
        let Some(length) = text
            .get(index..)
            .filter(|_| index >= start)
            .and_then(link::bare)
        else {
            continue;
        };
        inlines.push(Inline::Text(text[start..index].to_owned()));
        inlines.push(Inline::Url(text[index..index + length].to_owned()));
        start = index + length;
    }
    inlines.push(Inline::Text(text[start..].to_owned()));
    inlines.retain(|inline| *inline != Inline::Text(String::new()));
    inlines
}
