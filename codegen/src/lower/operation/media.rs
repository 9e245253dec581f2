//! Media types.

use crate::ir::BodyMedia;

/// How a request's body of that type is written.
pub(super) fn of_request(content_type: &str) -> BodyMedia {
    match essence(content_type).as_str() {
        "application/x-www-form-urlencoded" => BodyMedia::Form,
        "multipart/form-data" => BodyMedia::Multipart,
        _ => of_answer(content_type),
    }
}

/// How an answer's body of that type is read.
pub(super) fn of_answer(content_type: &str) -> BodyMedia {
    if is_json(content_type) {
        return BodyMedia::Json;
    }
    if essence(content_type).starts_with("text/") {
        BodyMedia::Text
    } else {
        BodyMedia::Bytes
    }
}

/// A kind of media type that is a sequence of items.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Sequence {
    Events,
    JsonLines,
    /// A JSON text sequence (RFC 7464).
    JsonTexts,
}

/// The kind of sequence that an answer's body of that type is, if it is one.
pub(super) fn sequence(content_type: &str) -> Option<Sequence> {
    let essence = essence(content_type);
    let (_, name) = essence.split_once('/')?;
    // A structured syntax is what stands behind the last `+` (RFC 6838, section 4.2.8).
    let syntax = name.rsplit('+').next().unwrap_or(name);
    match syntax.strip_prefix("x-").unwrap_or(syntax) {
        "event-stream" => Some(Sequence::Events),
        "ndjson" | "jsonl" | "jsonlines" | "json-lines" => Some(Sequence::JsonLines),
        "json-seq" => Some(Sequence::JsonTexts),
        // Spring's older name of it.
        "json" if name == "stream+json" => Some(Sequence::JsonLines),
        _ => None,
    }
}

/// JSON or anything built on it (RFC 6839, section 3.1).
pub(super) fn is_json(content_type: &str) -> bool {
    let essence = essence(content_type);
    essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
}

/// Text without a form of its own.
pub(super) fn is_plain_text(content_type: &str) -> bool {
    essence(content_type) == "text/plain"
}

/// The type without its parameters; media types are case-insensitive (RFC 9110, section 8.3.1).
fn essence(content_type: &str) -> String {
    content_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types_are_told_apart_by_what_they_are() {
        for (content_type, expected) in [
            ("application/json; charset=utf-8", BodyMedia::Json),
            ("application/vnd.api+json", BodyMedia::Json),
            ("Text/Plain", BodyMedia::Text),
            ("application/octet-stream", BodyMedia::Bytes),
            ("*/*", BodyMedia::Bytes),
            ("multipart/form-data", BodyMedia::Multipart),
        ] {
            assert_eq!(of_request(content_type), expected, "{content_type}");
        }
        assert_eq!(of_answer("multipart/form-data"), BodyMedia::Bytes);
    }

    #[test]
    fn sequences_are_known_by_their_names() {
        for (content_type, expected) in [
            ("Text/Event-Stream; charset=utf-8", Some(Sequence::Events)),
            ("application/x-ndjson", Some(Sequence::JsonLines)),
            ("application/jsonl", Some(Sequence::JsonLines)),
            ("application/vnd.notes+jsonl", Some(Sequence::JsonLines)),
            ("application/stream+json", Some(Sequence::JsonLines)),
            ("application/geo+json-seq", Some(Sequence::JsonTexts)),
            ("application/json", None),
            ("application/vnd.api+json", None),
            ("text/plain", None),
        ] {
            assert_eq!(sequence(content_type), expected, "{content_type}");
        }
    }
}
