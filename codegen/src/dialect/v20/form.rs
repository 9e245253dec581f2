//! Forms: each field is a parameter in 2.0 ("Parameter Object", `formData`) and a property in 3.0.

use serde_json::{Value, json};

use super::media::{form_types, is_bytes};
use super::{Cx, Node, text, value};

/// What says of a field how it is sent, and nothing of its value.
const OF_FIELD: [&str; 5] = [
    "name",
    "in",
    "required",
    "collectionFormat",
    "allowEmptyValue",
];

/// The body that these fields make.
pub(super) fn form<'a>(
    cx: &Cx<'_>,
    consumes: &[String],
    fields: impl Iterator<Item = &'a Node>,
) -> Value {
    let mut form = Form::default();
    for field in fields {
        form.add(cx, field);
    }
    let has_file = form.properties.values().any(holds_bytes);
    let types = form_types(consumes, has_file).into_iter();
    let is_required = !form.required.is_empty();
    let media = form.media();
    let content: Node = types.map(|name| (name, media.clone())).collect();
    json!({ "content": content, "required": is_required })
}

#[derive(Default)]
struct Form {
    properties: Node,
    required: Vec<String>,
    encoding: Node,
}

impl Form {
    /// Adds a field; one of the same name that came before it is replaced.
    fn add(&mut self, cx: &Cx<'_>, field: &Node) {
        let name = text(field, "name").unwrap_or_default().to_owned();
        let (mut rest, mut schema) = value::split(cx, field);
        self.required.retain(|other| *other != name);
        if rest.get("required") == Some(&json!(true)) {
            self.required.push(name.clone());
        }
        self.encoding.shift_remove(&name);
        if let Some((style, explode)) = value::list_style(&mut rest, &schema, "formData") {
            let encoding = json!({ "style": style, "explode": explode });
            self.encoding.insert(name.clone(), encoding);
        }
        describe(&mut schema, rest);
        self.properties.insert(name, schema);
    }

    fn media(self) -> Value {
        let Self {
            properties,
            required,
            encoding,
        } = self;
        let mut schema = json!({ "type": "object", "properties": properties });
        // OpenAPI 3.0 wants at least one name in such a list.
        if !required.is_empty() {
            schema["required"] = json!(required);
        }
        let mut media = json!({ "schema": schema });
        if !encoding.is_empty() {
            media["encoding"] = Value::Object(encoding);
        }
        media
    }
}

/// What is said of a field is said of its value.
fn describe(schema: &mut Value, rest: Node) {
    let Value::Object(schema) = schema else {
        return;
    };
    for (key, value) in rest {
        if !OF_FIELD.contains(&key.as_str()) {
            schema.entry(key).or_insert(value);
        }
    }
}

/// A file, or a list of them.
fn holds_bytes(schema: &Value) -> bool {
    is_bytes(schema) || schema.get("items").is_some_and(is_bytes)
}
