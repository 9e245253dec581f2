//! What headers are called.

use crate::specification::Version;

/// Whether a header can be called so, or either half of a media type (RFC 9110, sections 5.1, 5.6.2 and 8.3.1).
pub(crate) fn is_token(name: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(fits)
}

/// Whether a header parameter of that name is ignored, since security schemes, bodies and answers say what it would (OpenAPI 3.0.3,
/// "Parameter Object"). 2.0 has no such rule, and documents of it have credentials there; its `consumes` and `produces` say the rest. How a
/// message is framed and where it goes is the client's affair (RFC 9110, sections 7.2, 7.6.1 and 8.6; RFC 9112, section 6.1).
pub(crate) fn is_header_of_http(version: Version, name: &str) -> bool {
    match name.to_ascii_lowercase().as_str() {
        "accept" | "content-type" => true,
        "connection" | "content-length" | "host" | "transfer-encoding" => true,
        "authorization" => version != Version::V20,
        _ => false,
    }
}

/// What the header of a parameter is called: no header has space around its name (RFC 9110, section 5.1). `None` for one that something else
/// sends, or that nothing can.
pub(crate) fn sent_header(version: Version, name: &str) -> Option<&str> {
    let name = name.trim();
    (is_token(name) && !is_header_of_http(version, name)).then_some(name)
}
