//! From any text to the words of a name.

use deunicode::deunicode;
use heck::{ToKebabCase, ToShoutySnakeCase, ToSnakeCase};

/// A text prepared for being cut into words: ASCII only, since other scripts draw lints about confusable names.
pub(super) struct Words(String);

/// Words that are written with a capital inside and are one word all the same.
const COMPOUNDS: [(&str, &str); 9] = [
    ("OAuth", "Oauth"),
    ("IPv", "Ipv"),
    ("iOS", "Ios"),
    ("macOS", "Macos"),
    ("ETag", "Etag"),
    ("GitHub", "Github"),
    ("GitLab", "Gitlab"),
    ("GraphQL", "Graphql"),
    ("WebSocket", "Websocket"),
];

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let ascii = if text.is_ascii() {
            text.to_owned()
        } else {
            deunicode(text)
        };
        let ascii = if ascii.contains(|character: char| character.is_ascii_alphanumeric()) {
            signs(&ascii)
        } else {
            symbols(&ascii)
        };
        Self(plural_acronyms(compounds(ascii)))
    }

    /// Several texts one after the other.
    pub(super) fn join(texts: &[&str]) -> Self {
        Self(
            texts
                .iter()
                .map(|text| Self::of(text).0)
                .collect::<Vec<_>>()
                .join(" "),
        )
    }

    pub(super) fn snake(&self) -> String {
        if has_capital(&self.0) {
            self.0.to_snake_case()
        } else {
            // Most texts: without a capital the only boundaries are the blanks.
            self.0
                .split_ascii_whitespace()
                .collect::<Vec<_>>()
                .join("_")
        }
    }

    pub(super) fn kebab(&self) -> String {
        self.0.to_kebab_case()
    }

    pub(super) fn shouty(&self) -> String {
        self.0.to_shouty_snake_case()
    }

    /// With an underscore where two digits would meet: `1.0` and `10` are two names.
    pub(super) fn pascal(&self) -> String {
        let mut name = String::new();
        for word in self.snake().split('_') {
            let mut letters = word.chars();
            let Some(first) = letters.next() else {
                continue;
            };
            if name.ends_with(|last: char| last.is_ascii_digit()) && first.is_ascii_digit() {
                name.push('_');
            }
            name.push(first.to_ascii_uppercase());
            name.push_str(letters.as_str());
        }
        name
    }
}

/// A sign before a digit or the first word says something: `+1` and `-1` are two names, and so are `created` and `-created`, which sorts the
/// other way. So does what a value is compared by: `created<` and `created>`, and a sign at the end: `A+`, `A-`. Inside a word a hyphen only
/// joins (`utf-8`).
fn signs(text: &str) -> String {
    if let Some((text, sign)) = graded(text).or_else(|| compared(text)) {
        return format!("{} {}", signs(text), symbols(sign));
    }
    if let Some((sign, word)) = signed(text) {
        return format!("{sign} {}", signs(word));
    }
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let before_digit = characters.peek().is_some_and(char::is_ascii_digit);
        match character {
            '+' if before_digit => out.push_str(" plus "),
            '-' if before_digit && out.is_empty() => out.push_str("minus "),
            '@' | '$' | '#' if out.is_empty() => {}
            character if character.is_ascii_alphanumeric() => out.push(character),
            // An apostrophe is no boundary: `contact's`.
            '\'' => {}
            _ => out.push(' '),
        }
    }
    out
}

/// A text and the comparison at its end; a text with brackets of that kind elsewhere has them at its end for another reason (`Page<User>`).
fn compared(text: &str) -> Option<(&str, &str)> {
    let is_sign = |sign| matches!(sign, '<' | '>' | '=');
    let rest = text.trim_end_matches(is_sign);
    let sign = &text[rest.len()..];
    let compares = sign.contains(['<', '>']) && !rest.contains(['<', '>']);
    compares.then_some((rest, sign))
}

/// A text and the sign right behind its last letter or digit.
fn graded(text: &str) -> Option<(&str, &str)> {
    let rest = text.trim_end_matches(['+', '-']);
    let ends = rest.ends_with(|last: char| last.is_ascii_alphanumeric());
    (ends && rest.len() < text.len()).then(|| (rest, &text[rest.len()..]))
}

/// The sign before a first word, and the text without it.
fn signed(text: &str) -> Option<(&'static str, &str)> {
    let mut characters = text.chars();
    let sign = match characters.next()? {
        '+' => "plus",
        '-' => "minus",
        _ => return None,
    };
    let word = characters.as_str();
    word.starts_with(|first: char| first.is_ascii_alphabetic())
        .then_some((sign, word))
}

/// A text without letters and digits, sign by sign.
fn symbols(text: &str) -> String {
    if text.trim().is_empty() {
        return if text.is_empty() { "empty" } else { "blank" }.to_owned();
    }
    text.chars().map(symbol).collect::<Vec<_>>().join(" ")
}

fn symbol(character: char) -> &'static str {
    match character {
        '+' => "plus",
        '-' => "minus",
        '*' => "star",
        '/' => "slash",
        '\\' => "backslash",
        '=' => "equal",
        '!' => "not",
        '<' => "less",
        '>' => "greater",
        '~' => "tilde",
        '%' => "percent",
        '&' => "and",
        '|' => "or",
        '^' => "caret",
        '?' => "question",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '_' => "underscore",
        '@' => "at",
        '#' => "hash",
        '$' => "dollar",
        '(' | '[' | '{' => "open",
        ')' | ']' | '}' => "close",
        '"' | '\'' | '`' => "quote",
        _ => "symbol",
    }
}

fn compounds(text: String) -> String {
    if !has_capital(&text) {
        return text;
    }
    COMPOUNDS
        .iter()
        .fold(text, |text, (from, to)| match text.contains(from) {
            true => text.replace(from, to),
            false => text,
        })
}

fn has_capital(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_uppercase())
}

/// `URLs` is one word, not `UR` and `Ls`.
fn plural_acronyms(text: String) -> String {
    if !has_capital(&text) {
        return text;
    }
    let bytes = text.as_bytes();
    let is_upper = |index: usize| bytes.get(index).is_some_and(u8::is_ascii_uppercase);
    let ends_word = |index: usize| !bytes.get(index).is_some_and(u8::is_ascii_lowercase);
    text.char_indices()
        .map(|(index, character)| {
            let plural = character == 's'
                && index >= 2
                && is_upper(index - 1)
                && is_upper(index - 2)
                && ends_word(index + 1);
            if plural { 'S' } else { character }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snake_case() {
        for (text, expected) in [
            ("createdAt", "created_at"),
            ("OAuth2", "oauth2"),
            ("IPv4Address", "ipv4_address"),
            ("callbackURLs", "callback_urls"),
            ("userIDs", "user_ids"),
            ("HTTPServer", "http_server"),
            ("x-request-id", "x_request_id"),
            ("filter[a]", "filter_a"),
            ("@id", "id"),
            ("+1", "plus_1"),
            ("-1", "minus_1"),
            ("-created", "minus_created"),
            ("+name", "plus_name"),
            ("--flag", "flag"),
            ("utf-8", "utf_8"),
            ("StartTime<", "start_time_less"),
            ("StartTime>=", "start_time_greater_equal"),
            ("Page<User>", "page_user"),
            ("Etc/GMT+1", "etc_gmt_plus_1"),
            ("contact's name", "contacts_name"),
            ("Größe", "grosse"),
            ("", "empty"),
            (">=", "greater_equal"),
            ("_", "underscore"),
        ] {
            assert_eq!(Words::of(text).snake(), expected, "{text}");
        }
    }

    #[test]
    fn pascal_case() {
        for (text, expected) in [
            ("foo_bar", "FooBar"),
            ("FooBar", "FooBar"),
            ("1.0", "1_0"),
            ("10", "10"),
            ("v1.1", "V1_1"),
            ("HTTPServer", "HttpServer"),
            ("ASC", "Asc"),
        ] {
            assert_eq!(Words::of(text).pascal(), expected, "{text}");
        }
    }
}
