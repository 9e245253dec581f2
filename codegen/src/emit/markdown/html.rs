//! HTML cut into tags and text. Descriptions hold very little of it, so this knows very little.

use std::borrow::Cow;
use std::collections::BTreeSet;

/// A piece of HTML.
pub(super) enum Piece<'a> {
    Text(&'a str),
    Tag(Tag<'a>),
}

/// A tag as it stands in the text, angle brackets included.
pub(super) struct Tag<'a> {
    pub(super) raw: &'a str,
    pub(super) name: String,
    pub(super) is_closing: bool,
}

/// The names of tags that a text opens and closes. What it only opens is a placeholder: `POST /labels/<label>`.
#[derive(Default)]
pub(super) struct Pairs {
    opened: BTreeSet<String>,
    closed: BTreeSet<String>,
}

impl Pairs {
    pub(super) fn of(text: &str) -> Self {
        let mut pairs = Self::default();
        for piece in pieces(text) {
            let Piece::Tag(tag) = piece else { continue };
            let names = if tag.is_closing {
                &mut pairs.closed
            } else {
                &mut pairs.opened
            };
            names.insert(tag.name);
        }
        pairs
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.opened.contains(name) && self.closed.contains(name)
    }
}

/// Nobody was meant to see comments. One that does not end is none.
pub(super) fn without_comments(html: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut rest = html;
    while let Some(start) = rest.find("<!--")
        && let Some(length) = rest[start..].find("-->")
    {
        out.push_str(&rest[..start]);
        rest = &rest[start + length + 3..];
    }
    if out.is_empty() && rest.len() == html.len() {
        return Cow::Borrowed(html);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The pieces in their order.
pub(super) fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = html;
    let mut from = 0;
    while let Some(found) = rest[from..].find('<') {
        let start = from + found;
        let Some(tag) = Tag::first(&rest[start..]) else {
            from = start + 1;
            continue;
        };
        pieces.push(Piece::Text(&rest[..start]));
        (rest, from) = (&rest[start + tag.raw.len()..], 0);
        pieces.push(Piece::Tag(tag));
    }
    pieces.push(Piece::Text(rest));
    pieces
}

impl<'a> Tag<'a> {
    /// The tag with which `text` begins. One that holds `<` or `>` in an attribute is rare enough to be text.
    fn first(text: &'a str) -> Option<Self> {
        let end = text[1..].find(['<', '>'])? + 2;
        Self::of(&text[..end])
    }

    fn of(raw: &'a str) -> Option<Self> {
        let inner = raw.strip_prefix('<')?.strip_suffix('>')?;
        let name = inner.strip_prefix('/').unwrap_or(inner);
        let is_part = |character: char| character.is_ascii_alphanumeric() || character == '-';
        let end = name
            .find(|character| !is_part(character))
            .unwrap_or(name.len());
        // `<host:port>`, `<a@b>` and `<a|b>` are placeholders.
        let is_ended = name[end..].is_empty() || name[end..].starts_with([' ', '\t', '\n', '/']);
        let is_name = name.starts_with(|first: char| first.is_ascii_alphabetic()) && is_ended;
        is_name.then(|| Self {
            raw,
            name: name[..end].to_ascii_lowercase(),
            is_closing: inner.starts_with('/'),
        })
    }

    /// The value of an attribute, quoted or not.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        let lowercase = self.raw.to_ascii_lowercase();
        let start = lowercase.match_indices(name).find_map(|(index, _)| {
            let is_whole = lowercase[..index].ends_with([' ', '\t', '\n', '"', '\'']);
            let rest = self.raw[index + name.len()..].trim_start();
            rest.strip_prefix('=')
                .filter(|_| is_whole)
                .map(str::trim_start)
        })?;
        let quote = start
            .chars()
            .next()
            .filter(|first| matches!(first, '"' | '\''));
        match quote {
            Some(quote) => start[1..].split(quote).next(),
            None => start.split([' ', '\t', '\n', '>']).next(),
        }
    }
}
