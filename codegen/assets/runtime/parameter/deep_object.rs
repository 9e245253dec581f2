//! The style `deepObject`: `name[key]=value`.

use serde_json::Value;

use super::escape;
use super::expand::Escape;
use super::shape;

/// The pairs of an object. OpenAPI is silent on what lies deeper; here keys and indexes go on,
/// `name[key][0]=value`, as most servers that take such queries read them.
pub(super) fn pairs(name: &str, value: &Value, escape: Escape) -> Vec<String> {
    let mut pairs = Vec::new();
    collect(escape::value(name).into_owned(), value, escape, &mut pairs);
    pairs
}

fn collect(name: String, value: &Value, escape: Escape, pairs: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members
                .iter()
                .for_each(|(key, member)| collect(below(&name, key), member, escape, pairs));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(at, item)| collect(below(&name, &at.to_string()), item, escape, pairs));
        }
        scalar => {
            let text = shape::text(scalar).ok().flatten();
            pairs.extend(text.map(|text| format!("{name}={}", escape(&text))));
        }
    }
}

/// The name of a member; the brackets are escaped like everything else that a URL reserves.
fn below(name: &str, key: &str) -> String {
    format!("{name}%5B{}%5D", escape::value(key))
}
