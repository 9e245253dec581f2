//! Places in a page.

use serde_json::Value;

/// The token for the last item of a list, which JSON Pointer (RFC 6901) has none for.
const LAST: &str = "-1";

/// What a page has at a JSON pointer, in which `-1` stands for the last item of a list.
pub(super) fn at<'a>(page: &'a Value, pointer: &str) -> Option<&'a Value> {
    pointer
        .split('/')
        .skip(1)
        .try_fold(page, |value, token| match value {
            Value::Array(items) if token == LAST => items.last(),
            value => value.pointer(&format!("/{token}")),
        })
}
