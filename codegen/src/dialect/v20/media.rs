//! Media types, which 2.0 states for the document or an operation and 3.0 for each body.

use serde_json::Value;

use crate::specification::media_type::{essence, is_json};

const JSON: &str = "application/json";
const ANY: &str = "*/*";
const BYTES: &str = "application/octet-stream";
const FORM: &str = "application/x-www-form-urlencoded";
const PARTS: &str = "multipart/form-data";

/// The media types of requests and of answers.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Media {
    pub(super) consumes: Vec<String>,
    pub(super) produces: Vec<String>,
}

impl Media {
    pub(super) fn of_document(root: &Value) -> Self {
        Self::default().of_operation(root)
    }

    /// What an operation says replaces what the document says, also where it is an empty list ("Operation Object").
    pub(super) fn of_operation(&self, operation: &Value) -> Self {
        let or = |keyword, inherited: &[String]| {
            stated(operation, keyword).unwrap_or_else(|| inherited.to_vec())
        };
        Self {
            consumes: or("consumes", &self.consumes),
            produces: or("produces", &self.produces),
        }
    }
}

/// The media types under a keyword; a single one is often written without its list.
fn stated(node: &Value, keyword: &str) -> Option<Vec<String>> {
    match node.get(keyword)? {
        Value::String(only) => Some(vec![only.clone()]),
        Value::Array(list) => Some(
            list.iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
        ),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => None,
    }
}

/// The media types of a body of that schema. JSON cannot hold bytes: where a file is sent or answered, it is what the other media
/// types are for.
pub(super) fn types(stated: &[String], schema: Option<&Value>) -> Vec<String> {
    let is_file = schema.is_some_and(is_bytes);
    let fitting: Vec<_> = stated
        .iter()
        .filter(|name| !is_file || !is_json(name))
        .cloned()
        .collect();
    if fitting.is_empty() {
        vec![if is_file { BYTES } else { JSON }.to_owned()]
    } else {
        fitting
    }
}

/// The media types of an answer of that schema. Where JSON is among those that objects are written in, or none is stated, they tell of other
/// answers and nothing of a file ("Response Object", `schema`): it may be of any, which to ask for one of them would refuse.
pub(super) fn answer_types(stated: &[String], schema: Option<&Value>) -> Vec<String> {
    let tells_of_objects = stated.is_empty() || stated.iter().any(|name| is_json(name));
    let is_any = tells_of_objects && stated.iter().all(|name| is_structured(name));
    if is_any && schema.is_some_and(is_bytes) {
        vec![ANY.to_owned()]
    } else {
        types(stated, schema)
    }
}

/// The media types of an answer that is no success. `produces` tells of the success; where an object cannot be written in any of its
/// types (an archive, plain text), errors are JSON, or they would have no form at all.
pub(super) fn error_types(stated: &[String], schema: Option<&Value>) -> Vec<String> {
    let mut types = types(stated, schema);
    let is_text = schema.is_some_and(|schema| matches!(kind(schema), Some("string" | "file")));
    if !is_text && !types.iter().any(|name| is_structured(name)) {
        types.push(JSON.to_owned());
    }
    types
}

/// The media types of a form: of the two that there are ("Parameter Object", `formData`) those that are consumed. A file needs parts.
pub(super) fn form_types(consumes: &[String], has_file: bool) -> Vec<String> {
    if has_file {
        return vec![PARTS.to_owned()];
    }
    let stated: Vec<_> = consumes
        .iter()
        .filter(|name| [FORM, PARTS].contains(&essence(name).as_str()))
        .cloned()
        .collect();
    if stated.is_empty() {
        vec![FORM.to_owned()]
    } else {
        stated
    }
}

/// Whether a value of that schema, of 2.0 or of 3.0, is bytes.
pub(super) fn is_bytes(schema: &Value) -> bool {
    let format = schema.get("format").and_then(Value::as_str);
    matches!(
        (kind(schema), format),
        (Some("file"), _) | (Some("string"), Some("binary"))
    )
}

/// Whether nothing but files comes in these media types.
pub(super) fn are_of_bytes(stated: &[String]) -> bool {
    let is_text = |name: &String| essence(name).starts_with("text/");
    !stated.is_empty()
        && !stated
            .iter()
            .any(|name| is_structured(name) || is_text(name))
}

fn kind(schema: &Value) -> Option<&str> {
    schema.get("type").and_then(Value::as_str)
}

/// Whether an object can be written in it.
fn is_structured(name: &str) -> bool {
    let essence = essence(name);
    let endings = ["json", "xml", "yaml", "/*"];
    essence == FORM || endings.iter().any(|ending| essence.ends_with(ending))
}
