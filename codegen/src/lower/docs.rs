//! Prose and deprecation.

use openapiv3::SchemaData;

use crate::ir::{Deprecation, Docs};
use crate::place::Place;

/// The docs of the schema at a place. The title is a name more often than a sentence, so it only stands in for a description, and not
/// where all that it says is the name that the schema has there: tools make titles of names.
pub(super) fn of_schema(data: &SchemaData, place: &Place) -> Docs {
    let name = place.pointer.last();
    let title = data.title.as_deref();
    let title = title.filter(|title| name.is_none_or(|name| letters(title) != letters(&name)));
    let mut docs = of(None, data.description.as_deref().or(title));
    docs.facts.extend(
        data.default
            .as_ref()
            .map(|value| format!("Default: `{value}`.")),
    );
    docs
}

/// What a text is but for case and what stands between its words.
fn letters(text: &str) -> String {
    let letters = text.chars().filter(|character| character.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Docs from a summary and a description.
pub(super) fn of(summary: Option<&str>, description: Option<&str>) -> Docs {
    let text = |text: Option<&str>| {
        text.filter(|text| !text.trim().is_empty())
            .map(str::to_owned)
    };
    Docs {
        summary: text(summary),
        description: text(description),
        facts: Vec::new(),
    }
}

/// The deprecation of something with that description.
pub(super) fn deprecation(deprecated: bool, description: Option<&str>) -> Option<Deprecation> {
    deprecated.then(|| Deprecation {
        replacement: description.and_then(replacement),
    })
}

/// What stands before the name of a replacement.
const LEADS: [&str; 9] = [
    "use ",
    "in favor of ",
    "in favour of ",
    "replaced by ",
    "superseded by ",
    "replaced with ",
    "prefer ",
    "renamed to ",
    "see ",
];

/// Words that follow a lead without naming anything.
const FILLERS: [&str; 5] = ["the", "instead", "field", "property", "parameter"];

/// The name that a description gives as the replacement, such as `first_name` in "Deprecated, use first_name".
fn replacement(description: &str) -> Option<String> {
    let lower = description.to_ascii_lowercase();
    let start = LEADS.iter().find_map(|lead| behind(&lower, lead))?;
    let words = description[start..].split_whitespace();
    let bare = |word: &str| -> String {
        let is_mark = |character: char| !character.is_alphanumeric() && character != '_';
        word.trim_matches(is_mark).to_owned()
    };
    words
        .map(bare)
        .find(|word| !FILLERS.contains(&word.to_ascii_lowercase().as_str()))
        .filter(|word| !word.is_empty())
}

/// Where `lead` ends in a text that has it as words of its own: the "use " of "house number" leads nowhere.
fn behind(text: &str, lead: &str) -> Option<usize> {
    let starts = text.match_indices(lead).map(|(start, _)| start);
    let is_word =
        |start: &usize| !text[..*start].ends_with(|before: char| before.is_alphanumeric());
    starts
        .filter(is_word)
        .map(|start| start + lead.len())
        .next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_replacement_is_read_from_the_description() {
        for (description, expected) in [
            ("Deprecated, use first_name", Some("first_name")),
            (
                "Email of assigned user (deprecated, use assigned_to_email)",
                Some("assigned_to_email"),
            ),
            (
                "Deprecated: please use the `number` property instead.",
                Some("number"),
            ),
            ("Deprecated in favour of **phone**.", Some("phone")),
            ("Do not call this.", None),
            ("The house number of an address", None),
            ("Deprecated, use ", None),
        ] {
            assert_eq!(
                replacement(description).as_deref(),
                expected,
                "{description}"
            );
        }
    }

    #[test]
    fn blank_prose_is_no_prose() {
        assert_eq!(of(Some(" \n"), Some("")), Docs::default());
    }
}
