//! The sentence that a server says about a failure.

use serde_json::Value;

/// Where servers put it, most telling place first.
const PLACES: [&str; 6] = [
    "/message",
    "/error_message",
    "/error",
    "/error/message",
    "/detail",
    "/title",
];

/// Longer texts are cut: an error is one line in a log.
const LONGEST: usize = 200;

/// What the body says to a person, in one short line.
pub(in crate::runtime) fn server_message(body: &[u8]) -> Option<String> {
    let stated = serde_json::from_slice(body)
        .ok()
        .and_then(|value: Value| stated(&value));
    let text = stated.unwrap_or_else(|| String::from_utf8_lossy(body).into_owned());
    Some(one_line(&text)).filter(|line| !line.is_empty())
}

fn stated(body: &Value) -> Option<String> {
    let texts = PLACES
        .iter()
        .filter_map(|place| body.pointer(place)?.as_str());
    texts
        .map(str::to_owned)
        .find(|text| !text.trim().is_empty())
}

/// The text without line breaks and other control characters, cut to a readable length.
fn one_line(text: &str) -> String {
    let separated = |character: char| character.is_whitespace() || character.is_control();
    let words: Vec<&str> = text
        .split(separated)
        .filter(|word| !word.is_empty())
        .collect();
    let line = words.join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}...", &line[..end]),
        None => line,
    }
}
