//! Characters that must not reach a source file, and the many ways to end a line.

use std::borrow::Cow;

/// The text as its author meant it to be read: with `\n` as its only end of line, without what cannot be seen, and flush left.
pub(super) fn source(text: &str) -> Cow<'_, str> {
    let text = seen(text);
    match shared_indent(&text) {
        0 => text,
        indent => Cow::Owned(outdented(&text, indent)),
    }
}

/// How many blanks every line begins with. A text that was copied from somebody's source is not code for that.
fn shared_indent(text: &str) -> usize {
    // Most texts: what begins flush left shares nothing.
    if !text.starts_with([' ', '\t', '\n']) {
        return 0;
    }
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let indents = lines.map(|line| line.len() - line.trim_start_matches([' ', '\t']).len());
    indents.min().unwrap_or_default()
}

fn outdented(text: &str, indent: usize) -> String {
    let lines = text
        .lines()
        .map(|line| line.get(indent..).unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// Tabs stay, they mean something to Markdown.
fn seen(text: &str) -> Cow<'_, str> {
    let is_fine = |character| !is_line_end(character) && visible(character) == Some(character);
    if text
        .chars()
        .all(|character| matches!(character, '\n' | '\t') || is_fine(character))
    {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n");
    let keep = |character| match character {
        '\n' | '\t' => Some(character),
        _ if is_line_end(character) => Some('\n'),
        _ => visible(character),
    };
    Cow::Owned(text.chars().filter_map(keep).collect())
}

/// A part of a line. What `source` took out can come back as an entity, so this is asked again after Markdown was read.
pub(super) fn word(text: &str) -> Cow<'_, str> {
    if text
        .chars()
        .all(|character| visible(character) == Some(character))
    {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter_map(visible).collect())
}

/// Prose with one blank where there were several: nobody sees more.
pub(super) fn prose(text: &str) -> Cow<'_, str> {
    if !text.contains("  ") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if character != ' ' || !out.ends_with(' ') {
            out.push(character);
        }
    }
    Cow::Owned(out)
}

/// A line of code, where a tab is as wide as it commonly looks.
pub(super) fn code_line(text: &str) -> String {
    word(&text.replace('\t', "    ")).trim_end().to_owned()
}

fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The character as it may stand in a line: itself, a blank, or nothing.
fn visible(character: char) -> Option<char> {
    if character.is_whitespace() {
        Some(' ')
    } else {
        Some(character).filter(|_| !character.is_control() && !is_invisible(character))
    }
}

/// Joiners are not among them: emoji and some scripts are written with them.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            // Turn the direction of what follows; rustc denies most of them in comments.
            | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
            | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            // Tags, by which text can be hidden in text.
            | '\u{e0000}'..='\u{e007f}'
    )
}
