//! Media types of what is no text.

/// Media types of bytes below a top-level type that has others too.
const BINARY: [&str; 4] = [
    "application/gzip",
    "application/octet-stream",
    "application/pdf",
    "application/zip",
];

/// Whether values of a `contentMediaType` are bytes (OpenAPI 3.1.0, "Considerations for File Uploads"). Without a type any JSON is valid,
/// whatever its strings hold; of bytes of no kind at all nobody means that, and of the part of a body nobody means any JSON.
pub(crate) fn is_of_bytes(media_type: &str, is_typed: bool) -> bool {
    media_type == "application/octet-stream" || (is_typed && is_no_text(media_type))
}

/// JSON, XML and whatever else people read are texts.
fn is_no_text(media_type: &str) -> bool {
    let name = media_type.to_ascii_lowercase();
    let top_level = name.split('/').next().unwrap_or_default();
    let is_text = name.ends_with("+xml") || name.ends_with("+json");
    let is_medium = matches!(top_level, "audio" | "font" | "image" | "model" | "video");
    BINARY.contains(&name.as_str()) || (is_medium && !is_text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_bytes_unless_they_are_written_as_text() {
        assert!(is_no_text("image/png"));
        assert!(is_no_text("Application/PDF"));
        assert!(!is_no_text("image/svg+xml"));
        assert!(!is_no_text("application/json"));
        assert!(!is_no_text("text/html"));
    }
    #[test]
    fn without_a_type_only_bytes_of_no_kind_are_bytes() {
        assert!(is_of_bytes("image/png", true));
        assert!(!is_of_bytes("image/png", false));
        assert!(is_of_bytes("application/octet-stream", false));
    }
}
