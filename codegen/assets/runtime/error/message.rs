//! The sentence that a server says about a failure.

use serde_json::Value;

/// Where servers put it, most telling place first.
const PLACES: [&str; 16] = [
    "/message",
    "/error_message",
    "/errorMessage",
    "/error_description",
    "/error",
    "/error/message",
    "/error/reason",
    "/status/error",
    "/detail",
    "/detail/0/msg",
    "/errors/0/message",
    "/errors/0/detail",
    "/errors/0",
    "/title",
    "/msg",
    "",
];

/// Longer texts are cut: an error is one line in a log.
const LONGEST: usize = 200;

/// More bytes are no mere report of a failure.
const LARGEST: usize = 64 * 1024;

/// What the body says to a person, in one short line, of which `redact` hides the secrets: text, or the
/// sentence in an object. What else an object says is not for a log.
pub(in crate::runtime) fn server_message(
    body: &[u8],
    redact: impl FnOnce(String) -> String,
) -> Option<String> {
    let text = match serde_json::from_slice(body) {
        Ok(body) => stated(&body, |_| true)?,
        Err(_) => String::from_utf8_lossy(body).into_owned(),
    };
    shown(text, redact)
}

/// What a body that passes for a success says of an error, likewise. A `message`, a `title` or a text may
/// be what was asked for, so that only places that are called an error count.
pub(in crate::runtime) fn failure_within(
    body: &[u8],
    redact: impl FnOnce(String) -> String,
) -> Option<String> {
    // What is larger is data, and not worth a tree of it.
    let body = Some(body).filter(|body| body.len() <= LARGEST)?;
    let body = serde_json::from_slice(body).ok()?;
    shown(stated(&body, |place| place.contains("error"))?, redact)
}

fn shown(text: String, redact: impl FnOnce(String) -> String) -> Option<String> {
    // Before it is cut, which would leave the beginning of a secret.
    Some(one_line(&redact(text))).filter(|line| !line.is_empty())
}

fn stated(body: &Value, counts: fn(&str) -> bool) -> Option<String> {
    let places = PLACES.iter().filter(|place| counts(place));
    let texts = places.filter_map(|place| body.pointer(place)?.as_str());
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
