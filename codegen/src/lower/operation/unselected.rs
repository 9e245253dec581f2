//! What the crate goes without.

use serde_json::Value;

use crate::ir::{Method, Unselected};
use crate::lower::extension;
use crate::place::Place;
use crate::resolve::{Bundle, Listed};

/// The operations that are not selected, by path and method. They are not read any further than this.
pub(in crate::lower) fn operations(bundle: &Bundle) -> Vec<Unselected> {
    let listed = bundle.operations().iter().filter(|listed| !listed.selected);
    let mut found: Vec<_> = listed.map(|listed| unselected(bundle, listed)).collect();
    found.sort_by(|a, b| (&a.path, &a.method).cmp(&(&b.path, &b.method)));
    found
}

fn unselected(bundle: &Bundle, listed: &Listed) -> Unselected {
    let Listed {
        path: _,
        template,
        method,
        entry: _,
        item: _,
        place,
        selected: _,
    } = listed;
    let text = |pointer: &str| member(bundle, place, pointer)?.as_str().map(str::to_owned);
    let deprecated = member(bundle, place, "/deprecated").and_then(Value::as_bool);
    Unselected {
        origin: place.clone(),
        id: text("/operationId").filter(|id| !id.trim().is_empty()),
        pinned: text(&format!("/{}", extension::RUST_NAME)),
        method: Method::new(method),
        path: template.text.clone(),
        tag: text("/tags/0"),
        deprecated: deprecated.unwrap_or_default(),
    }
}

fn member<'a>(bundle: &'a Bundle, place: &Place, pointer: &str) -> Option<&'a Value> {
    bundle.get(place)?.pointer(pointer)
}
