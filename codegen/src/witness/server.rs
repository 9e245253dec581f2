//! Where an operation is called that has a server of its own.

use serde_json::{Map, Value};

use crate::place::{FileId, Place};
use crate::resolve::Bundle;

/// What stands before the path of an operation whose server is at the host of the document's, where that is a host alone: whatever host the
/// operation is called at, this is beside it. Below a path nothing is known of the host of a test.
pub(super) fn prefix(bundle: &Bundle, operation: &Place, item: &Place) -> String {
    let own = [operation, item]
        .into_iter()
        .find_map(|node| url(bundle, node));
    let document = url(bundle, &Place::root(FileId::ENTRY)).unwrap_or_default();
    let host = document.trim_end_matches('/');
    let is_host = host
        .split_once("://")
        .map_or(host, |(_, rest)| rest)
        .find('/')
        .is_none();
    let own = own.filter(|_| is_host).unwrap_or_default();
    let path = own.strip_prefix(host).unwrap_or(&own).trim_end_matches('/');
    match path.starts_with('/') && !path.starts_with("//") {
        true => path.to_owned(),
        false => String::new(),
    }
}

/// The URL of the first server of a node, with the defaults of its variables.
fn url(bundle: &Bundle, node: &Place) -> Option<String> {
    let server = node.below(&["servers", "0"]);
    let text = |place: &Place| bundle.get(place).and_then(Value::as_str);
    let mut url = text(&server.child("url"))?.to_owned();
    let variables = server.child("variables");
    let names = bundle.get(&variables).and_then(Value::as_object);
    for name in names.into_iter().flat_map(Map::keys) {
        if let Some(value) = text(&variables.below(&[name, "default"])) {
            url = url.replace(&format!("{{{name}}}"), value);
        }
    }
    Some(url)
}
