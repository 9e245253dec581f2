//! Media types.

use crate::ir::BodyMedia;
use crate::specification::media_type::{essence, is_json};

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
    // Kubernetes' name of objects that follow each other while they change.
    if is_json(content_type) && parameters(content_type).any(|said| said.starts_with("stream=")) {
        return Some(Sequence::JsonLines);
    }
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

/// Whether any media type is meant, or any of those in which data of all kinds is written.
pub(super) fn is_any(content_type: &str) -> bool {
    ["*/*", "*", "application/*"].contains(&essence(content_type).as_str())
}

/// Whether types are made of what requests carry so; of any media type JSON is, where a schema describes some.
pub(in crate::lower) fn is_typed_in_requests(content_type: &str) -> bool {
    is_typed(of_request(content_type), content_type)
}

/// The same of what answers carry.
pub(in crate::lower) fn is_typed_in_answers(content_type: &str) -> bool {
    is_typed(of_answer(content_type), content_type)
}

fn is_typed(media: BodyMedia, content_type: &str) -> bool {
    match media {
        BodyMedia::Json | BodyMedia::Form | BodyMedia::Multipart => true,
        BodyMedia::Text | BodyMedia::Bytes => is_any(content_type),
    }
}

/// JSON as such, in one of the ways in which it is called.
pub(super) fn is_plain_json(content_type: &str) -> bool {
    const NAMES: [&str; 3] = ["application/json", "text/json", "application/*+json"];
    let is_name = NAMES.contains(&essence(content_type).as_str()) || is_any(content_type);
    is_name && parameters(content_type).next().is_none()
}

/// Of several forms of a body that with the lowest rank is the first: JSON, and of that what is called so.
pub(super) fn rank(media: BodyMedia, content_type: &str) -> (bool, bool) {
    (media != BodyMedia::Json, !is_plain_json(content_type))
}

/// What a form of a request's body is called among all that are offered, unless it is the first.
pub(in crate::lower) fn words_for_other<'a>(
    own: &str,
    all: impl Iterator<Item = &'a String>,
) -> Option<String> {
    let first = all.min_by_key(|name| rank(of_request(name), name))?;
    (own != first).then(|| words(own))
}

pub(super) fn is_xml(content_type: &str) -> bool {
    let essence = essence(content_type);
    essence.ends_with("/xml") || essence.ends_with("+xml")
}

/// Whether a body is divided by a boundary, which its media type then states (RFC 2046, section 5.1).
pub(super) fn is_in_parts(content_type: &str) -> bool {
    essence(content_type).starts_with("multipart/")
}

/// A media type that can be stated: that of the document, unless it is a pattern.
pub(super) fn concrete(content_type: &str, media: BodyMedia) -> String {
    let usual = match media {
        BodyMedia::Json => "application/json",
        BodyMedia::Form => "application/x-www-form-urlencoded",
        BodyMedia::Multipart => "multipart/form-data",
        BodyMedia::Text => "text/plain",
        BodyMedia::Bytes => "application/octet-stream",
    };
    if content_type.contains('*') {
        usual
    } else {
        content_type
    }
    .to_owned()
}

/// What a media type is called in a few words.
pub(super) fn words(content_type: &str) -> String {
    let essence = essence(content_type);
    let name = match essence.as_str() {
        "application/x-www-form-urlencoded" => "form",
        "multipart/form-data" => "multipart",
        "text/plain" => "text",
        "application/octet-stream" => "bytes",
        other => other.split_once('/').map_or(other, |(_, name)| name),
    };
    let name = name.strip_prefix("x-").unwrap_or(name);
    let name = name.strip_suffix("+json").unwrap_or(name);
    let words = std::iter::once(name.to_owned()).chain(parameters(content_type));
    words.collect::<Vec<_>>().join(" ")
}

/// Text, which of one value alone is that value.
pub(super) fn is_text(content_type: &str) -> bool {
    of_answer(content_type) == BodyMedia::Text
}

/// The parameters that make a media type another one.
fn parameters(content_type: &str) -> impl Iterator<Item = String> {
    let parameters = content_type.split(';').skip(1).map(str::trim);
    let parameters = parameters.map(str::to_ascii_lowercase);
    parameters.filter(|parameter| !parameter.is_empty() && !parameter.starts_with("charset="))
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
    fn plain_json_has_several_names() {
        for content_type in [
            "application/json; charset=utf-8",
            "Text/JSON",
            "application/*+json",
        ] {
            assert!(is_plain_json(content_type), "{content_type}");
        }
        for content_type in [
            "application/json; stream=watch",
            "application/merge-patch+json",
        ] {
            assert!(!is_plain_json(content_type), "{content_type}");
        }
    }

    #[test]
    fn a_media_type_is_called_in_a_few_words() {
        for (content_type, expected) in [
            ("application/json; charset=utf-8", "json"),
            ("application/json;simple", "json simple"),
            ("application/x-www-form-urlencoded", "form"),
            ("text/x-markdown", "markdown"),
            ("application/merge-patch+json", "merge-patch"),
            ("application/apply-patch+yaml", "apply-patch+yaml"),
            ("image/*", "*"),
        ] {
            assert_eq!(words(content_type), expected);
        }
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
            ("application/json;stream=watch", Some(Sequence::JsonLines)),
            ("application/json", None),
            ("application/json; charset=utf-8", None),
            ("application/vnd.api+json", None),
            ("text/plain", None),
        ] {
            assert_eq!(sequence(content_type), expected, "{content_type}");
        }
    }
}
