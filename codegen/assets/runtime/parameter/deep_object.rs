//! The style `deepObject`: `name[key]=value`.

use serde_json::Value;

use super::expand::Escape;
use super::shape;
use super::{Parts, escape};

/// Writes the pairs of an object. OpenAPI is silent on what lies deeper; here keys and indexes go on,
/// `name[key][0]=value`, as most servers that take such queries read them.
pub(super) fn write(parts: &mut Parts<'_>, name: &str, value: &Value, escape: Escape) {
    write_below(parts, &escape::value(name), value, escape);
}

fn write_below(parts: &mut Parts<'_>, name: &str, value: &Value, escape: Escape) {
    match value {
        Value::Object(members) => {
            members
                .iter()
                .for_each(|(key, member)| write_below(parts, &below(name, key), member, escape));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| {
                write_below(parts, &below(name, &at.to_string()), item, escape);
            });
        }
        scalar => {
            if let Some(text) = shape::text(scalar) {
                let pair = parts.next();
                *pair += name;
                pair.push('=');
                *pair += &escape(&text);
            }
        }
    }
}

/// The name of a member; the brackets are escaped like everything else that a URL reserves.
fn below(name: &str, key: &str) -> String {
    format!("{name}%5B{}%5D", escape::value(key))
}
