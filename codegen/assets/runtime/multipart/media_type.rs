//! The media types of files.

/// What may be anything.
const OCTETS: &str = "application/octet-stream";

/// What people upload, by the extensions of their names. Where an extension is that of sound and of
/// moving pictures alike, it is what most files of it are.
const BY_EXTENSION: [(&str, &str); 34] = [
    ("bmp", "image/bmp"),
    ("csv", "text/csv"),
    (
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    ("flac", "audio/flac"),
    ("gif", "image/gif"),
    ("gz", "application/gzip"),
    ("htm", "text/html"),
    ("html", "text/html"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("json", "application/json"),
    ("m4a", "audio/mp4"),
    ("md", "text/markdown"),
    ("mov", "video/quicktime"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("mpeg", "video/mpeg"),
    ("mpg", "video/mpeg"),
    ("mpga", "audio/mpeg"),
    ("oga", "audio/ogg"),
    ("ogg", "audio/ogg"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    (
        "pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    ("svg", "image/svg+xml"),
    ("tar", "application/x-tar"),
    ("tif", "image/tiff"),
    ("tiff", "image/tiff"),
    ("txt", "text/plain"),
    ("wav", "audio/wav"),
    ("webm", "video/webm"),
    ("webp", "image/webp"),
    ("xml", "application/xml"),
    ("zip", "application/zip"),
];

/// The media type of a file with that name, of those that the document lists for its part.
pub(super) fn of_file<'a>(name: Option<&str>, listed: Option<&'a str>) -> &'a str {
    let named = name.and_then(by_name);
    let Some(listed) = listed else {
        return named.unwrap_or(OCTETS);
    };
    let is_listed = |named: &&str| listed.split(',').any(|listed| allows(listed, named));
    named.filter(is_listed).unwrap_or_else(|| first(listed))
}

/// The first media type of a list, which is for whatever is none of the others.
pub(super) fn first(listed: &str) -> &str {
    listed.split(',').next().unwrap_or_default().trim()
}

/// What a file is by the extension of its name.
fn by_name(name: &str) -> Option<&'static str> {
    let (_, extension) = name.rsplit_once('.')?;
    let mut known = BY_EXTENSION.iter();
    let (_, media_type) = known.find(|(known, _)| known.eq_ignore_ascii_case(extension))?;
    Some(media_type)
}

/// Whether a media type, or a pattern such as `image/*`, stands for that one.
fn allows(listed: &str, media_type: &str) -> bool {
    let listed = listed.split(';').next().unwrap_or_default().trim();
    match listed.strip_suffix('*') {
        Some("*/") => true,
        Some(kind) => media_type.starts_with(kind),
        None => listed.eq_ignore_ascii_case(media_type),
    }
}
