//! From a node of any version to a node of OpenAPI 3.0, which is what `openapiv3` reads.
//!
//! A node comes alone, its children cut out. What 3.0 cannot say rides along under keys that begin with `x-bindgen-`.
//! Slips of real documents are mended here; `check` has told of them, or it is told here.

pub(crate) mod bytes;
mod forms;
pub(crate) mod listed;
mod parameter;
pub(crate) mod slips;
pub(crate) mod types;
pub(crate) mod v20;
mod v30;
mod v31;
pub(crate) mod values;

use serde_json::{Map, Value};

use crate::place::Place;
use crate::specification::{Kind, Version};

/// The prefix of our own riders; a document's own such keys mean nothing to us and are dropped.
const RIDER: &str = "x-bindgen-";

/// The types that a value may have, where there are several.
pub(crate) const TYPES: &str = "x-bindgen-types";

/// The schemas of the first items of a list.
pub(crate) const PREFIX_ITEMS: &str = "x-bindgen-prefixItems";

/// The schemas that say more of a value on some condition.
pub(crate) const CONDITIONAL: &str = "x-bindgen-conditional";

/// That members that are not declared may be of another kind than `additionalProperties` says.
pub(crate) const OTHER_MEMBERS: &str = "x-bindgen-other-members";

/// What the `$ref` of a schema leads to that says more beside it.
pub(crate) const BASE: &str = "x-bindgen-base";

/// Turns a node, given without its children, into one of OpenAPI 3.0.
pub(crate) fn to_openapi30(
    version: Version,
    kind: Kind,
    node: Map<String, Value>,
    place: &Place,
) -> Map<String, Value> {
    let mut node = without_riders(node);
    if kind == Kind::Schema && is_reference(version, &node) {
        node.retain(|keyword, _| is_read_beside_reference(version, keyword));
    }
    forms::mend(kind, &mut node);
    // Documents of 3.0 have keywords of 3.1 too, which mean nothing else there.
    v31::convert(kind, &mut node);
    v30::mend(kind, &mut node, place);
    node
}

/// Where a parameter may be.
pub(crate) const LOCATIONS: [&str; 5] = ["query", "header", "path", "cookie", "querystring"];

/// Whether a parameter says where it is sent and under which name; without either it cannot be.
pub(crate) fn is_sent(node: &Value) -> bool {
    let location = node.get("in").and_then(Value::as_str).unwrap_or_default();
    let is_name = |name: &Value| name.is_string() || name.is_number() || name.is_boolean();
    LOCATIONS.contains(&location) && node.get("name").is_some_and(is_name)
}

/// The styles that OpenAPI has somewhere.
const STYLES: [&str; 7] = [
    "matrix",
    "label",
    "simple",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
];

pub(crate) fn is_known_style(style: &str) -> bool {
    STYLES.contains(&style)
}

/// Whether a parameter there may be written in a style (OpenAPI 3.0.3, "Style Values").
pub(crate) fn is_style_of(style: &str, location: &str) -> bool {
    match location {
        "path" => ["matrix", "label", "simple"].contains(&style),
        "header" => style == "simple",
        "cookie" => style == "form" || style == "cookie",
        _ => ["form", "spaceDelimited", "pipeDelimited", "deepObject"].contains(&style),
    }
}

/// Whether a keyword only names a schema, or says nothing of its values.
pub(crate) fn is_name(keyword: &str) -> bool {
    NAMES.contains(&keyword)
}

fn is_reference(version: Version, node: &Map<String, Value>) -> bool {
    let is_dynamic = || node.contains_key("$dynamicRef") || node.contains_key("$recursiveRef");
    node.contains_key("$ref") || (version == Version::V31 && is_dynamic())
}

/// Keywords of references, those that only references to the schema itself need, and those that say nothing of its values.
const NAMES: [&str; 10] = [
    "$ref",
    "$dynamicRef",
    "$recursiveRef",
    "$recursiveAnchor",
    "$id",
    "$anchor",
    "$dynamicAnchor",
    "$defs",
    "$schema",
    "$comment",
];

/// Whether a header can be called so, or either half of a media type (RFC 9110, sections 5.1, 5.6.2 and 8.3.1).
pub(crate) fn is_token(name: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(fits)
}

/// Whether a header parameter of that name is ignored, since security schemes, bodies and answers say what it would (OpenAPI 3.0.3,
/// "Parameter Object"). 2.0 has no such rule, and documents of it have credentials there; its `consumes` and `produces` say the rest.
pub(crate) fn is_header_of_http(version: Version, name: &str) -> bool {
    match name.to_ascii_lowercase().as_str() {
        "accept" | "content-type" => true,
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

/// Whether a parameter of 2.0 is one body too many: a request has one, or the fields of a form (Swagger 2.0, "Parameter Object"). The rewritten
/// document has no other parameters of these locations.
pub(crate) fn is_second_body(version: Version, location: &str) -> bool {
    version == Version::V20 && is_body(location)
}

/// Whether a parameter is the body, or a field of it, as in 2.0.
pub(crate) fn is_body(location: &str) -> bool {
    matches!(location, "body" | "formData")
}

/// Whether a keyword beside a `$ref` is read. OpenAPI 3.0 ignores them all; what it says to people is read all the same, and null, which
/// many writers of 3.0 expect to work there.
pub(crate) fn is_read_beside_reference(version: Version, keyword: &str) -> bool {
    const HARMLESS: [&str; 6] = [
        "description",
        "deprecated",
        "nullable",
        "readOnly",
        "writeOnly",
        "default",
    ];
    match version {
        Version::V20 | Version::V30 => HARMLESS.contains(&keyword),
        Version::V31 => !NAMES.contains(&keyword) && !keyword.starts_with("x-"),
    }
}

/// Whether a key is one of ours.
pub(crate) fn is_rider(key: &str) -> bool {
    key.starts_with(RIDER)
}

fn without_riders(node: Map<String, Value>) -> Map<String, Value> {
    if node.keys().any(|key| is_rider(key)) {
        node.into_iter().filter(|(key, _)| !is_rider(key)).collect()
    } else {
        node
    }
}
