//! What the document says of itself: info and tags.

use serde_json::Value;

use crate::ir::Info;
use crate::place::Place;
use crate::resolve::Bundle;

/// What the document says of itself; `check` tells of what it should say.
pub(super) fn info(bundle: &Bundle, root: &Place) -> Info {
    let place = root.child("info");
    let said = |keyword| text(bundle, &place, keyword);
    Info {
        title: said("title").unwrap_or_else(|| "API".to_owned()),
        version: said("version").unwrap_or_default(),
        description: said("description"),
    }
}

/// The text of a member; YAML reads an unquoted `1.0` as a number.
pub(super) fn text(bundle: &Bundle, place: &Place, keyword: &str) -> Option<String> {
    match bundle.get(&place.child(keyword))? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(value) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// The names and descriptions of tags. What stands beside them is for other tools, and no reason to refuse a document.
pub(super) fn tags(bundle: &Bundle, root: &Place) -> Vec<(String, Option<String>)> {
    let list = bundle.get(&root.child("tags")).and_then(Value::as_array);
    let tag = |node: &Value| {
        let text = |keyword: &str| node.get(keyword).and_then(Value::as_str).map(str::to_owned);
        Some((text("name")?, text("description")))
    };
    list.into_iter().flatten().filter_map(tag).collect()
}
