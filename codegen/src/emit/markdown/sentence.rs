//! The first sentence of a text.

use super::block::Block;
use super::inline::{Break, Inline};
use super::render::{self, Place};

/// The first sentence of the first paragraph, or of the first heading where there is no paragraph.
pub(super) fn first(blocks: Vec<Block>) -> Option<String> {
    let mut heading = None;
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => return Some(line(inlines)),
            Block::Heading(inlines) if heading.is_none() => heading = Some(line(inlines)),
            Block::Heading(_) | Block::Open(_) | Block::Close => {}
            Block::Code(_) | Block::Rule | Block::Table(_) => {}
        }
    }
    heading
}

/// Where the first sentence of `text` ends, if another one follows.
pub(super) fn end(text: &str) -> Option<usize> {
    let is_end = |&(index, _): &(usize, &str)| {
        let (sentence, rest) = text.split_at(index + 1);
        rest.starts_with(' ') && begins_sentence(rest.trim_start()) && ends_sentence(sentence)
    };
    text.match_indices(['.', '!', '?'])
        .find(is_end)
        .map(|(index, _)| index + 1)
}

fn line(mut inlines: Vec<Inline>) -> String {
    cut(&mut inlines);
    render::text(&inlines, Place::Line)
}

/// Drops what follows the first sentence. One that ends inside of a mark goes on to where the mark ends.
fn cut(inlines: &mut Vec<Inline>) {
    let mut depth = 0_usize;
    for index in 0..inlines.len() {
        match &inlines[index] {
            Inline::Open(_) => depth += 1,
            Inline::Close(_) => depth = depth.saturating_sub(1),
            Inline::Text(_) | Inline::Code(_) | Inline::Url(_) | Inline::Break(_) => {}
        }
        if depth == 0 && cut_at(inlines, index) {
            return;
        }
    }
}

fn cut_at(inlines: &mut Vec<Inline>, index: usize) -> bool {
    let follows = inlines.get(index + 1..).unwrap_or_default();
    let is_last = match follows {
        [Inline::Break(Break::Hard), ..] => true,
        [Inline::Break(_), Inline::Text(next), ..] => begins_sentence(next),
        [Inline::Break(_), ..] => true,
        _ => false,
    };
    let Inline::Text(text) = &mut inlines[index] else {
        return false;
    };
    let end = end(text).or_else(|| (is_last && ends_sentence(text)).then_some(text.len()));
    if let Some(end) = end {
        text.truncate(end);
        inlines.truncate(index + 1);
    }
    end.is_some()
}

fn begins_sentence(text: &str) -> bool {
    !text.starts_with(char::is_lowercase)
}

fn ends_sentence(text: &str) -> bool {
    let Some(text) = text.strip_suffix('.') else {
        return text.ends_with(['!', '?']);
    };
    let is_edge = |character: char| character.is_whitespace() || "(\"'".contains(character);
    let written = text.rsplit(is_edge).next().unwrap_or_default();
    let word = written.to_ascii_lowercase();
    // `e.g.`, `i.e.`, `U.S.`
    let is_initials = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    let is_number = word.contains(|character: char| character.is_ascii_digit());
    let is_short = matches!(
        word.as_str(),
        "etc" | "vs" | "approx" | "incl" | "cf" | "resp" | "max" | "min"
    );
    // Not `ms`, which is a unit.
    let is_title = matches!(written, "Dr" | "Mr" | "Mrs" | "Ms" | "St" | "Prof");
    // `(N. Virginia)`; not `plan A.`
    let before = &text[..text.len() - written.len()];
    let is_initial = word.len() == 1 && !is_number && (before.is_empty() || before.ends_with('('));
    !(is_short || is_title || is_initial || is_initials && !is_number)
}
