//! Keywords of a form that the specification does not give them: mended where that is plain, left out where they can be done without.
//!
//! Nothing is said here: `check` has looked at the same keywords.

use serde_json::{Map, Value};

use crate::specification::{Form, Kind, Object, object};

/// Mends the keywords of a node.
pub(super) fn mend(kind: Kind, node: &mut Map<String, Value>) {
    if let Some(object) = object(kind) {
        members(object, node);
    }
}

fn members(object: &Object, node: &mut Map<String, Value>) {
    node.retain(|keyword, value| {
        object
            .field(keyword)
            .is_none_or(|field| mended(field.form, value))
    });
}

/// Mends a value; false where it has to go.
fn mended(form: Form, value: &mut Value) -> bool {
    match form {
        Form::Any => true,
        Form::Node | Form::Nodes | Form::NodeMap | Form::SchemaOrFlag => !form.is_blank(value),
        Form::Section => form.fits(value),
        Form::Text => as_text(value),
        Form::Texts => texts(value),
        Form::TextMap => map(value, as_text),
        Form::Count => as_count(value),
        Form::Flag | Form::Number | Form::Bound | Form::List => form.fits(value),
        Form::Part(object) => part(object, value),
        Form::Parts(object) => match value {
            Value::Array(list) => {
                list.retain_mut(|value| part(object, value));
                true
            }
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Object(_) => false,
        },
        Form::PartMap(object) => map(value, |value| part(object, value)),
    }
}

fn part(object: &Object, value: &mut Value) -> bool {
    match value {
        Value::Object(node) => {
            members(object, node);
            true
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            false
        }
    }
}

fn map(value: &mut Value, mend: impl Fn(&mut Value) -> bool) -> bool {
    match value {
        Value::Object(map) => {
            map.retain(|_, value| mend(value));
            true
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            false
        }
    }
}

fn texts(value: &mut Value) -> bool {
    match value {
        Value::Array(list) => {
            list.retain_mut(as_text);
            true
        }
        // One name where a list of names belongs.
        Value::String(_) => {
            *value = Value::Array(vec![value.take()]);
            true
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    }
}

/// YAML reads an unquoted `1.0` as a number, and `yes` was a text to whoever wrote it.
fn as_text(value: &mut Value) -> bool {
    match value {
        Value::String(_) => true,
        Value::Number(_) | Value::Bool(_) => {
            *value = Value::String(value.to_string());
            true
        }
        Value::Null | Value::Array(_) | Value::Object(_) => false,
    }
}

fn as_count(value: &mut Value) -> bool {
    if value.is_u64() {
        return true;
    }
    let fits = Form::Count.fits(value);
    if let Some(number) = value.as_f64().filter(|_| fits) {
        // A bound beyond what a 64-bit number holds bounds nothing.
        *value = Value::from(number as u64);
    }
    fits
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn after(kind: Kind, node: Value) -> Value {
        let Value::Object(mut node) = node else {
            panic!("a node is an object")
        };
        mend(kind, &mut node);
        Value::Object(node)
    }

    #[test]
    fn numbers_are_texts_where_texts_belong() {
        assert_eq!(
            after(
                Kind::Operation,
                json!({"operationId": 5, "tags": ["a", 1, null]})
            ),
            json!({"operationId": "5", "tags": ["a", "1"]})
        );
        assert_eq!(
            after(Kind::Schema, json!({"required": "a", "maxLength": 5.0})),
            json!({"required": ["a"], "maxLength": 5})
        );
    }

    #[test]
    fn what_is_empty_or_of_another_form_goes() {
        let node = json!({"description": null, "properties": null, "required": true, "minLength": -1, "discriminator": "kind"});
        assert_eq!(after(Kind::Schema, node), json!({}));
        assert_eq!(after(Kind::Schema, json!({"properties": []})), json!({}));
    }

    #[test]
    fn null_stays_where_it_is_a_value_and_nodes_stay_what_they_are() {
        for node in [
            json!({"default": null, "example": null, "type": 5}),
            json!({"properties": ["a"]}),
            json!({"x-note": null}),
        ] {
            assert_eq!(after(Kind::Schema, node.clone()), node);
        }
    }
}
