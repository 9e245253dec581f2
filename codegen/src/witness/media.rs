//! What a media type says of how a body is written.

use serde_json::Value;

use crate::place::Place;
use crate::resolve::Bundle;

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

/// How a body that a document describes is written: octets (`format: binary`) are no JSON and no text, whatever the media type says.
pub(super) fn described(bundle: &Bundle, media_type: &str, holder: &Place) -> Media {
    let schema = holder.child("schema");
    let schema = bundle.follow(&schema);
    let format = bundle.get(&schema.child("format")).and_then(Value::as_str);
    match of(media_type) {
        Media::Json | Media::Text if format == Some("binary") => Media::Bytes,
        media => media,
    }
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
