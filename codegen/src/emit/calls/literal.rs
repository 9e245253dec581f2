//! Texts as literals.

use serde_json::Value;

/// JSON as a raw literal.
pub(super) fn json(value: &Value) -> String {
    raw(&value.to_string())
}

/// A text as a literal that shows it as it is.
pub(super) fn raw(text: &str) -> String {
    // A raw literal may not hold a carriage return, and signs that are not shown are better escaped.
    if text.chars().any(char::is_control) {
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
        ] {
            assert_eq!(raw(text), expected);
        }
    }
}
