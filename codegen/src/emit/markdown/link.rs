//! Where links may lead.

use super::{clean, entity};

/// The target as it may stand in a doc comment, if it may: rustdoc looks for an item behind any other.
pub(super) fn target(url: &str) -> Option<String> {
    let url = &*clean::word(url.trim());
    let encode = |(index, character)| match character {
        '&' if entity::length(&url[index..]).is_some() => "&amp;".to_owned(),
        _ => encoded(character),
    };
    is_foreign(url).then(|| url.char_indices().map(encode).collect())
}

/// How many bytes at the start of `text` are a bare URL.
///
/// Rustdoc wants those in angle brackets. It knows fewer of them, which does no harm.
pub(super) fn bare(text: &str) -> Option<usize> {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))?;
    // A host that begins with a brace is a template, and nothing to click on.
    let may_begin = |first: char| first.is_alphanumeric() || "-@:%._+~#=".contains(first);
    if !rest.starts_with(may_begin) {
        return None;
    }
    let is_end = |character: char| character.is_whitespace() || "<>\"'`|\\^".contains(character);
    let url = rest.split(is_end).next().unwrap_or_default();
    let url = &url[..entity::position(url).unwrap_or(url.len())];
    let length = without_tail(url);
    (length > 0).then_some(text.len() - rest.len() + length)
}

/// Whether a link that shows `text` is that text in angle brackets.
pub(super) fn is_bare(url: &str, text: &str) -> bool {
    let is_plain = |character: char| !character.is_whitespace() && !"<>\\|`".contains(character);
    let is_address =
        |character: char| character.is_ascii_alphanumeric() || "@.-_".contains(character);
    match url.strip_prefix("mailto:") {
        Some(address) => address == text && text.chars().all(is_address),
        None => url == text && text.chars().all(is_plain) && entity::position(text).is_none(),
    }
}

fn is_foreign(url: &str) -> bool {
    let has_host = |scheme: &str| {
        url.strip_prefix(scheme)
            .is_some_and(|host| !host.is_empty())
    };
    // Without a dot, an address looks like an item with a disambiguator.
    let is_mail = url.starts_with("mailto:") && url.contains('@') && url.contains('.');
    has_host("https://") || has_host("http://") || is_mail
}

/// What ends a target early is spelled as a code.
fn encoded(character: char) -> String {
    match character {
        ' ' | '(' | ')' | '<' | '>' | '\\' | '`' | '|' | '"' | '[' | ']' | '*' => {
            format!("%{:02X}", u32::from(character))
        }
        _ => character.to_string(),
    }
}

/// The length without what more likely belongs to the sentence: its signs, and brackets that were opened before.
fn without_tail(url: &str) -> usize {
    let surplus = |open, close| {
        url.matches::<char>(close)
            .count()
            .saturating_sub(url.matches::<char>(open).count())
    };
    let pairs = [('(', ')'), ('[', ']'), ('{', '}')];
    let mut spare = pairs.map(|(open, close)| (close, surplus(open, close)));
    let is_tail = |last| match spare.iter_mut().find(|(close, _)| *close == last) {
        Some((_, left)) => {
            let is_spare = *left > 0;
            *left = left.saturating_sub(1);
            is_spare
        }
        None => ".,;:!?*_~".contains(last),
    };
    url.trim_end_matches(is_tail).len()
}
