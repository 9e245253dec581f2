//! The lines of a text.

use crate::diagnostic::Position;

/// Where each line of a text starts.
#[derive(Debug)]
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    pub(crate) fn of(text: &str) -> Self {
        let behind_ends = text.match_indices('\n').map(|(end, _)| end + 1);
        Self(std::iter::once(0).chain(behind_ends).collect())
    }

    /// The position of a byte of the text.
    pub(super) fn position(&self, text: &str, offset: usize) -> Position {
        let line = self.0.partition_point(|start| *start <= offset);
        let start = self.0[line - 1];
        Position {
            line,
            column: text[start..offset].chars().count() + 1,
        }
    }

    /// A line, counted from 1, without its end.
    pub(crate) fn line<'t>(&self, text: &'t str, number: usize) -> Option<&'t str> {
        let start = *self.0.get(number.checked_sub(1)?)?;
        text[start..].lines().next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_a_number_and_a_byte_a_position() {
        let text = "a\n\néb\r\n";
        let lines = Lines::of(text);
        assert_eq!(lines.position(text, 0), Position { line: 1, column: 1 });
        assert_eq!(lines.position(text, 5), Position { line: 3, column: 2 });
        assert_eq!(lines.line(text, 3), Some("éb"));
        assert_eq!(lines.line(text, 2), Some(""));
        assert_eq!(lines.line(text, 9), None);
    }
}
