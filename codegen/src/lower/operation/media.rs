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
    let essence = essence(content_type);
    // An event stream is text too, and has no end at which a text could be given.
    let is_text = essence.starts_with("text/") && essence != "text/event-stream";
    if is_text {
        BodyMedia::Text
    } else {
        BodyMedia::Bytes
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
            ("text/event-stream", BodyMedia::Bytes),
            ("multipart/form-data", BodyMedia::Multipart),
        ] {
            assert_eq!(of_request(content_type), expected, "{content_type}");
        }
        assert_eq!(of_answer("multipart/form-data"), BodyMedia::Bytes);
    }
}
