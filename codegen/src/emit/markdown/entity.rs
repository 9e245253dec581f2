//! Entities in text that Markdown leaves alone because it stands between block tags.

use std::borrow::Cow;

/// The text with the entities that descriptions use replaced by what they stand for.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let (character, length) = first(rest).unwrap_or(('&', 1));
        out.push(character);
        rest = &rest[length..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// How many bytes at the start of `text` look like an entity.
pub(super) fn length(text: &str) -> Option<usize> {
    // The longest name has 31 letters.
    let end = text.bytes().take(40).position(|byte| byte == b';')?;
    let name = text[..end].strip_prefix('&')?;
    let is_name = name
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
    (is_name && !name.is_empty()).then_some(end + 1)
}

/// Where the first part of `text` begins that looks like an entity.
pub(super) fn position(text: &str) -> Option<usize> {
    let is_entity = |&(index, _): &(usize, &str)| length(&text[index..]).is_some();
    text.match_indices('&')
        .find(is_entity)
        .map(|(index, _)| index)
}

fn first(text: &str) -> Option<(char, usize)> {
    let length = length(text)?;
    let name = &text[1..length - 1];
    let character = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((character, length))
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?)
}

const NAMED: [(&str, char); 22] = [
    ("amp", '&'),
    ("apos", '\''),
    ("bull", '•'),
    ("copy", '©'),
    ("euro", '€'),
    ("ge", '≥'),
    ("gt", '>'),
    ("hellip", '…'),
    ("ldquo", '“'),
    ("le", '≤'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("mdash", '—'),
    ("middot", '·'),
    ("nbsp", ' '),
    ("ndash", '–'),
    ("quot", '"'),
    ("rarr", '→'),
    ("rdquo", '”'),
    ("reg", '®'),
    ("rsquo", '’'),
    ("times", '×'),
];
