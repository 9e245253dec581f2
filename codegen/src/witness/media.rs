//! What a media type says of how a body is written.

/// How a body is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Media {
    Json,
    Form,
    Parts,
    Text,
    Bytes,
    /// Whatever its schema suggests.
    Any,
}

/// How a body of that type is written; media types are case-insensitive (RFC 9110, section 8.3.1).
pub(super) fn of(media_type: &str) -> Media {
    let essence = media_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    match essence.as_str() {
        "application/json" | "text/json" | "application/*+json" => Media::Json,
        "application/x-www-form-urlencoded" => Media::Form,
        "multipart/form-data" => Media::Parts,
        "*/*" | "*" | "application/*" => Media::Any,
        // A structured syntax is what stands behind the last `+` (RFC 6838, section 4.2.8).
        other if other.ends_with("+json") => Media::Json,
        other if other.starts_with("text/") => Media::Text,
        _ => Media::Bytes,
    }
}
