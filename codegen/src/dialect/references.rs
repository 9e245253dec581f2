//! What may stand beside a `$ref`.

use serde_json::{Map, Value};

use crate::specification::{Kind, Version};

/// Whether a keyword only names a schema, or says nothing of its values.
pub(crate) fn is_name(keyword: &str) -> bool {
    NAMES.contains(&keyword)
}

/// Whether a schema is what another one is.
pub(super) fn is_reference(version: Version, node: &Map<String, Value>) -> bool {
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

/// Whether a keyword beside a `$ref` is read. OpenAPI 3.0 ignores them all; what it says to people is read all the same, and null, which
/// many writers of 3.0 expect to work there.
pub(crate) fn is_read(version: Version, keyword: &str) -> bool {
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

/// Whether anything of a kind of node may be read beside its `$ref`.
pub(super) fn may_say_more(version: Version, kind: Kind) -> bool {
    match kind {
        Kind::Schema => version == Version::V31,
        Kind::PathItem => true,
        Kind::Document
        | Kind::Components
        | Kind::Operation
        | Kind::Parameter
        | Kind::RequestBody
        | Kind::Responses
        | Kind::Response
        | Kind::Header
        | Kind::MediaType
        | Kind::Encoding
        | Kind::Callback
        | Kind::SecurityScheme => false,
    }
}
