//! Whether marks of style are marks to those who read them: it depends on the characters next to them.

use super::inline::{Inline, Kind, Span};

/// Whether every mark does what it stands for.
pub(super) fn is_sound(inlines: &[Inline]) -> bool {
    let mut depth = 0_usize;
    (0..inlines.len()).all(|index| {
        let (before, after) = neighbours(inlines, index);
        match &inlines[index] {
            Inline::Open(Span::Style(_)) => {
                depth += 1;
                let closes =
                    depth > 1 && !is_behind_mark(inlines, index) && may_close(before, after);
                clings(after, before) && !closes
            }
            Inline::Close(Kind::Style(_)) => {
                depth = depth.saturating_sub(1);
                clings(before, after)
            }
            Inline::Open(_) | Inline::Close(_) => true,
            Inline::Text(_) | Inline::Code(_) | Inline::Url(_) | Inline::Break(_) => true,
        }
    })
}

/// Whether a mark belongs to the text inside, given the characters on its two sides.
fn clings(inside: char, outside: char) -> bool {
    // Parsers differ in what they call punctuation outside of ASCII, so this counts on neither answer.
    let is_apart = outside.is_whitespace() || outside.is_ascii_punctuation();
    !inside.is_whitespace() && (inside.is_alphanumeric() || is_apart)
}

/// Whether a mark that opens could be taken for the end of the one around it.
fn may_close(before: char, after: char) -> bool {
    !before.is_whitespace() && (before.is_alphanumeric() || !after.is_alphanumeric())
}

/// Marks that open side by side are read as one.
fn is_behind_mark(inlines: &[Inline], index: usize) -> bool {
    matches!(inlines[..index].last(), Some(Inline::Open(Span::Style(_))))
}

fn neighbours(inlines: &[Inline], index: usize) -> (char, char) {
    let before = inlines[..index]
        .last()
        .map_or(' ', |inline| edge(inline, |text| text.chars().next_back()));
    let after = inlines
        .get(index + 1)
        .map_or(' ', |inline| edge(inline, |text| text.chars().next()));
    (before, after)
}

/// The character at an end of an inline: marks and fences all count as the same punctuation.
fn edge(inline: &Inline, of: fn(&str) -> Option<char>) -> char {
    match inline {
        Inline::Text(text) => of(text).unwrap_or(' '),
        Inline::Break(_) => ' ',
        Inline::Code(_) | Inline::Url(_) | Inline::Open(_) | Inline::Close(_) => '*',
    }
}
