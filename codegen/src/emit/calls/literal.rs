//! Texts as literals.

use serde_json::Value;

/// JSON as a raw literal.
pub(super) fn json(value: &Value) -> String {
    raw(&value.to_string())
}

/// A text for a comment, which may not hold every sign that is not shown either.
pub(super) fn comment(text: &str) -> String {
    let sign = |sign: char| match is_shown(sign) {
        true => sign.to_string(),
        false => sign.escape_unicode().to_string(),
    };
    text.chars().map(sign).collect()
}

fn is_shown(sign: char) -> bool {
    "\"\\'".contains(sign) || sign.escape_debug().count() == 1
}

/// A text as a literal that shows it as it is.
pub(super) fn raw(text: &str) -> String {
    // Signs that are not shown are better escaped, and some of them a literal may not hold as they are.
    if !text.chars().all(is_shown) {
        return format!("{text:?}");
    }
    let longest = text
        .split('"')
        .skip(1)
        .map(|after| after.chars().take_while(|sign| *sign == '#').count());
    match longest.max() {
        None if !text.contains('\\') => format!("{text:?}"),
        longest => {
            let fence = "#".repeat(longest.map_or(0, |longest| longest + 1));
            format!("r{fence}\"{text}\"{fence}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_shown_as_it_is() {
        for (text, expected) in [
            ("plain", "\"plain\""),
            ("a\\b", "r\"a\\b\""),
            ("{\"a\":1}", "r#\"{\"a\":1}\"#"),
            ("\"#", "r##\"\"#\"##"),
            ("a\nb", "\"a\\nb\""),
            ("a\u{202e}b", "\"a\\u{202e}b\""),
        ] {
            assert_eq!(raw(text), expected);
        }
    }
}
