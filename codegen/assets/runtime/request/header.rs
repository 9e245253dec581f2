//! One header, checked.

use http::header::{AUTHORIZATION, COOKIE, HeaderName, HeaderValue, PROXY_AUTHORIZATION};

use crate::runtime::api::Api;

/// Checks a header, and marks its value sensitive where it is, or may be, a credential. A failure
/// is a sentence without the value.
pub(in crate::runtime) fn pair(
    api: &Api,
    name: &str,
    value: &str,
) -> Result<(HeaderName, HeaderValue), String> {
    let name = HeaderName::from_bytes(name.as_bytes())
        .map_err(|_| format!("`{name}` cannot be the name of a header"))?;
    // By its bytes, since text beyond ASCII may pass as UTF-8.
    let mut value = HeaderValue::from_bytes(value.as_bytes()).map_err(|_| {
        format!("the value of header `{name}` has a line break or another control character")
    })?;
    value.set_sensitive(is_sensitive(api, &name));
    Ok((name, value))
}

fn is_sensitive(api: &Api, name: &HeaderName) -> bool {
    [AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION].contains(name)
        || api
            .schemes
            .iter()
            .any(|scheme| scheme.is_carried_by_header(name.as_str()))
}
