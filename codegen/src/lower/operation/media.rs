//! Media types.

use crate::ir::BodyMedia;

/// How a body of that type is written and read; `None` where it cannot be yet.
pub(super) fn media(content_type: &str) -> Option<BodyMedia> {
    let essence = essence(content_type);
    if is_json(content_type) {
        return Some(BodyMedia::Json);
    }
    match essence.as_str() {
        "text/event-stream" => None,
        "application/x-www-form-urlencoded" => Some(BodyMedia::Form),
        "multipart/form-data" => Some(BodyMedia::Multipart),
        _ if essence.starts_with("multipart/")
            || essence.ends_with("ndjson")
            || essence.ends_with("jsonl") =>
        {
            None
        }
        _ if essence.starts_with("text/") => Some(BodyMedia::Text),
        _ => Some(BodyMedia::Bytes),
    }
}

/// JSON or anything built on it (RFC 6839, section 3.1).
pub(super) fn is_json(content_type: &str) -> bool {
    let essence = essence(content_type);
    essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
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
            ("application/json; charset=utf-8", Some(BodyMedia::Json)),
            ("application/vnd.api+json", Some(BodyMedia::Json)),
            ("Text/Plain", Some(BodyMedia::Text)),
            ("application/octet-stream", Some(BodyMedia::Bytes)),
            ("*/*", Some(BodyMedia::Bytes)),
            ("text/event-stream", None),
            ("multipart/form-data", Some(BodyMedia::Multipart)),
        ] {
            assert_eq!(media(content_type), expected, "{content_type}");
        }
    }
}
