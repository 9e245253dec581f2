//! Servers, which 2.0 says in three pieces ("Swagger Object": `host`, `basePath`, `schemes`).

use serde_json::{Value, json};

/// The document's servers, the one to prefer first; `None` where it says nothing of them.
pub(crate) fn of_document(root: &Value) -> Option<Value> {
    listed(root, root)
}

/// "Operation Object": its `schemes` replace those of the document. `None` where the server to prefer stays the same.
pub(super) fn of_operation(root: &Value, operation: &Value) -> Option<Value> {
    operation.get("schemes")?.as_array()?;
    let own = listed(root, operation)?;
    let inherited = of_document(root)?;
    (own.get(0) != inherited.get(0)).then_some(own)
}

fn listed(root: &Value, with_schemes: &Value) -> Option<Value> {
    let path = base_path(root);
    let Some(host) = text(root, "host") else {
        return path.map(|path| json!([{ "url": if path.is_empty() { "/" } else { &path } }]));
    };
    let path = path.unwrap_or_default();
    // Not what 2.0 allows, and clear all the same.
    if host.contains("://") {
        return Some(json!([{ "url": format!("{host}{path}") }]));
    }
    let servers = schemes(with_schemes).into_iter();
    let servers = servers.map(|scheme| json!({ "url": format!("{scheme}://{host}{path}") }));
    Some(servers.collect())
}

fn text<'a>(root: &'a Value, key: &str) -> Option<&'a str> {
    let text = root.get(key)?.as_str()?.trim_end_matches('/');
    (!text.is_empty() || key == "basePath").then_some(text)
}

/// With the slash that it begins with, and without one at its end, since paths begin with one.
fn base_path(root: &Value) -> Option<String> {
    let path = text(root, "basePath")?;
    let slash = if path.is_empty() || path.starts_with('/') {
        ""
    } else {
        "/"
    };
    Some(format!("{slash}{path}"))
}

/// The safest scheme first. Without any it is that by which the document was found, which nobody knows any more.
fn schemes(node: &Value) -> Vec<&str> {
    let listed = node.get("schemes").and_then(Value::as_array);
    let mut schemes: Vec<_> = listed
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    schemes.sort_by_key(|scheme| match *scheme {
        "https" => 0,
        "http" => 1,
        _ => 2,
    });
    if schemes.is_empty() {
        schemes.push("https");
    }
    schemes
}
