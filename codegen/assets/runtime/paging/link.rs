//! The header `link` (RFC 8288).

use http::HeaderMap;
use http::header::LINK;

/// The target of the link to the next page.
pub(super) fn next(headers: &HeaderMap) -> Option<String> {
    let mut lines = headers.get_all(LINK).into_iter();
    lines.find_map(|line| {
        let line = String::from_utf8_lossy(line.as_bytes());
        let target = split(&line, ',').into_iter().find_map(next_target);
        target.map(str::to_owned)
    })
}

/// The target of a link, if it is to the next page: `rel` may name several relations, and only the first
/// `rel` counts (section 3.3).
fn next_target(link: &str) -> Option<&str> {
    let mut parts = split(link, ';').into_iter();
    let target = parts.next()?.trim();
    let mut parameters = parts.filter_map(|parameter| parameter.split_once('='));
    let (_, relations) = parameters.find(|(name, _)| name.trim().eq_ignore_ascii_case("rel"))?;
    let mut relations = relations.trim().trim_matches('"').split_ascii_whitespace();
    let is_next = relations.any(|relation| relation.eq_ignore_ascii_case("next"));
    let target = target.strip_prefix('<')?.strip_suffix('>');
    target.filter(|_| is_next)
}

/// The parts of a text between separators, of which those in targets and quoted strings are none.
fn split(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut closing, mut is_escaped) = (0, None, false);
    for (at, character) in text.char_indices() {
        match (closing, character) {
            _ if is_escaped => is_escaped = false,
            (Some('"'), '\\') => is_escaped = true,
            (Some(end), _) => closing = closing.filter(|_| character != end),
            (None, '"') => closing = Some('"'),
            (None, '<') => closing = Some('>'),
            (None, _) if character == separator => {
                parts.push(&text[start..at]);
                start = at + separator.len_utf8();
            }
            (None, _) => {}
        }
    }
    parts.push(&text[start..]);
    parts
}
