//! What nobody expects in a document, and somebody has.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// Keywords of OpenAPI and JSON Schema: a known word in a strange place goes further than an unknown one.
const KEYWORDS: [&str; 72] = [
    "$ref", "additionalProperties", "allOf", "allowEmptyValue", "allowReserved", "anyOf", "apiKey", "application/json", "bearerFormat",
    "callbacks", "components", "const", "content", "cookie", "default", "delete", "deprecated", "description", "discriminator", "encoding",
    "enum", "example", "explode", "flows", "format", "get", "headers", "in", "info", "items", "mapping", "maxLength", "maximum", "minItems",
    "minimum", "name", "not", "nullable", "oneOf", "openapi", "operationId", "parameters", "paths", "pattern", "post", "properties",
    "propertyName", "put", "readOnly", "requestBodies", "requestBody", "required", "responses", "schema", "schemas", "scheme", "security",
    "securitySchemes", "servers", "style", "summary", "tags", "title", "type", "uniqueItems", "url", "variables", "webhooks", "writeOnly",
    "x-rust-name", "x-bindgen-type", "default",
];

const TEXTS: [&str; 60] = [
    "", " ", "-", "_", "__", "$", "/", "//", "~", "~0", "~1", "~2", "%", "%2", "%ff", "#", "#/", "\0", "\u{7f}", "\r\n", "a\nb", "\u{2028}",
    "\u{202e}abc", "\u{feff}", "é", "日本語", "ß", "İ", "ﬁ", "👩‍👩‍👧", "🦀", "0", "1", "-1", "+1", "1.5", "007", "2fa", "self", "Self", "crate", "super",
    "r#type", "Option", "mod", "con", "*/", "/*", "`", "```\n", "\"#", "\\", "{}", "{", "}", "{a}", "/{a}/{a}", "<b>", "[x](y)",
    "${x}",
];

/// Values of JSON and of our keywords that mean something.
const WORDS: [&str; 44] = [
    "string", "integer", "number", "boolean", "array", "object", "null", "file", "int32", "int64", "uint64", "float", "double", "date",
    "date-time", "byte", "binary", "uuid", "query", "path", "header", "cookie", "form", "simple", "label", "matrix", "deepObject",
    "spaceDelimited", "pipeDelimited", "apiKey", "http", "oauth2", "openIdConnect", "basic", "bearer", "3.0.3", "3.1.0", "3.2.0", "2.0",
    "https://example.com/{version}", "application/json", "multipart/form-data", "text/event-stream", "default",
];

/// A key.
pub(crate) fn key() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(&KEYWORDS[..]).prop_map(str::to_owned),
        2 => text(),
        1 => select(vec!["200", "2XX", "default", "404", "99999", "x-", "<<", "*/*", "text/plain; charset=\"", "/a/{b}"]).prop_map(str::to_owned),
    ]
}

/// A text.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(&TEXTS[..]).prop_map(str::to_owned),
        2 => select(&WORDS[..]).prop_map(str::to_owned),
        1 => ".{0,12}",
        1 => (select(&TEXTS[..]), 1..3_000_usize).prop_map(|(text, times)| text.repeat(times)),
    ]
}

/// A value.
pub(crate) fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        3 => select(&WORDS[..]).prop_map(Value::from),
        2 => text().prop_map(Value::from),
        3 => select(plain_values()),
        1 => key().prop_map(|key| json!({ key: {} })),
        1 => prop::collection::vec(text().prop_map(Value::from), 0..4).prop_map(Value::Array),
    ]
}

fn plain_values() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(false),
        json!(0),
        json!(-0.0),
        json!(1),
        json!(-1),
        json!(1.5),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(f64::MAX),
        json!(f64::MIN_POSITIVE),
        json!([]),
        json!({}),
        json!([[]]),
        json!([{}]),
        json!([null]),
        json!([1, "1", 1.0, null]),
        json!({"": {}}),
        json!({"type": "object", "properties": {"a": {"type": "string"}, "A": {"type": "string"}}}),
        json!({"type": ["string", "null"]}),
        json!({"type": "array", "items": {"type": "array", "items": {}}}),
        json!({"oneOf": [{"type": "string"}, {"type": "integer"}]}),
        json!({"allOf": [{}, {"type": "object", "additionalProperties": {"type": "string"}}]}),
    ]
}
