//! Prose without any Markdown in it, which most descriptions are.

use super::block::behind_number;
use super::clean;
use super::sentence::end;

/// Whether reading the text as Markdown and writing it again would change blanks at most.
pub(super) fn is_plain(text: &str) -> bool {
    text.lines().all(is_plain_line)
}

pub(super) fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim) {
        // Several empty lines say no more than one.
        if !line.is_empty() || lines.last().is_some_and(|last| !last.is_empty()) {
            lines.push(clean::prose(line).into_owned());
        }
    }
    lines.pop_if(|last| last.is_empty());
    lines
}

pub(super) fn sentence(text: &str) -> Option<String> {
    let lines = lines(text);
    let paragraph = lines.split(String::is_empty).next()?.join(" ");
    let end = end(&paragraph).unwrap_or(paragraph.len());
    (!paragraph.is_empty()).then(|| paragraph[..end].to_owned())
}

fn is_plain_line(line: &str) -> bool {
    let trimmed = line.trim();
    // Four blanks make code, two at the end make a new line.
    let is_flush = line.len() - line.trim_start().len() < 4 && !line.ends_with("  ");
    trimmed.is_empty() || is_flush && !may_begin_block(trimmed) && !has_markup(line)
}

/// Generous: what only might begin a list, a heading and so on goes the long way.
fn may_begin_block(line: &str) -> bool {
    let is_numbered = behind_number(line).is_some_and(|rest| rest.starts_with(['.', ')']));
    is_numbered || line.starts_with(['#', '>', '-', '+', '=', ':'])
}

fn has_markup(line: &str) -> bool {
    let is_between_words = |index: usize| {
        line[..index].ends_with(char::is_alphanumeric)
            && line[index + 1..].starts_with(char::is_alphanumeric)
    };
    let is_markup = |(index, character): (usize, char)| match character {
        '\t' | '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' | '&' => true,
        '_' => !is_between_words(index),
        ':' => line[index..].starts_with("://"),
        _ => false,
    };
    line.char_indices().any(is_markup)
}
