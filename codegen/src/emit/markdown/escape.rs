//! Text written so that Markdown takes every character for itself.

use super::entity;

/// What stands around a text, as far as it decides what must be escaped.
#[derive(Clone, Copy)]
pub(super) struct Around {
    /// A bar would end the cell.
    pub(super) in_cell: bool,
    /// What follows.
    pub(super) next: char,
}

/// Adds `text`, which has no end of line, to what stands in front of it.
pub(super) fn write(out: &mut String, text: &str, around: Around) {
    let is_first = !around.in_cell && (out.is_empty() || out.ends_with('\n'));
    let marker = if is_first {
        block_marker(text, around.next)
    } else {
        None
    };
    let before = out.chars().next_back().unwrap_or('\n');
    let text = Text {
        text,
        before,
        around,
    };
    for (index, character) in text.text.char_indices() {
        if marker == Some(index) || text.is_special(index, character) {
            out.push('\\');
        }
        out.push(character);
    }
}

/// Where a backslash must stand so that the line does not begin a list, a heading, a table and so on.
fn block_marker(line: &str, next: char) -> Option<usize> {
    let is_alone = |rest: &str| match rest.chars().next() {
        Some(first) => first == ' ',
        None => next.is_whitespace(),
    };
    let after_number = line.trim_start_matches(|first: char| first.is_ascii_digit());
    let number = line.len() - after_number.len();
    let is_numbered = number > 0 && after_number.strip_prefix(['.', ')']).is_some_and(is_alone);
    let is_heading = line.starts_with('#') && is_alone(line.trim_start_matches('#'));
    let is_bullet = line.strip_prefix(['-', '+', '*']).is_some_and(is_alone);
    let is_rule = next == '\n' && line.chars().all(|character| "-=_*:| ".contains(character));
    let is_block = is_heading || is_bullet || is_rule || line.starts_with('>');
    if is_numbered {
        Some(number)
    } else {
        is_block.then_some(0)
    }
}

struct Text<'a> {
    text: &'a str,
    before: char,
    around: Around,
}

impl Text<'_> {
    /// Whether the character at `index` would mean something.
    fn is_special(&self, index: usize, character: char) -> bool {
        let rest = &self.text[index..];
        let next = rest.chars().nth(1).unwrap_or(self.around.next);
        match character {
            '`' | '[' | ']' | '~' => true,
            '|' => self.around.in_cell,
            '\\' => next.is_ascii_punctuation() || next.is_whitespace(),
            '<' => next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'),
            '&' => entity::length(rest).is_some(),
            // The bracket is that of a link: others are escaped themselves.
            '!' => rest.len() == 1 && next == '[',
            '*' | '_' => self.is_mark(index, character),
            _ => false,
        }
    }

    /// Whether a star or an underscore could begin or end an emphasis.
    fn is_mark(&self, index: usize, mark: char) -> bool {
        let before = self.text[..index]
            .chars()
            .next_back()
            .unwrap_or(self.before);
        let after = self.text[index + 1..]
            .chars()
            .next()
            .unwrap_or(self.around.next);
        let is_apart = before.is_whitespace() && after.is_whitespace();
        let is_inside = mark == '_' && before.is_alphanumeric() && after.is_alphanumeric();
        !is_apart && !is_inside
    }
}
