//! How values are spelled, as text and as JSON.

use serde_json::Value;

/// Members by their names: their order means nothing.
pub(super) fn sorted(members: &serde_json::Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut members: Vec<_> = members.iter().collect();
    members.sort_by_key(|(key, _)| *key);
    members
}

/// A value without parts as text.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::Bool(_) | Value::Number(_) => Some(plain(value).to_string()),
        Value::String(text) => Some(text.clone()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// A number without a fraction of nothing: `1.0` is `1`.
fn plain(value: &Value) -> Value {
    let whole = value
        .as_f64()
        .filter(|number| number.fract() == 0.0 && number.abs() < 9e15);
    match whole {
        Some(number) if value.is_f64() => Value::from(number as i64),
        Some(_) | None => value.clone(),
    }
}

/// JSON with the members of every object in the order of their names.
pub(super) fn json(value: &Value) -> String {
    fn ordered(value: &Value) -> Value {
        match value {
            Value::Object(members) => sorted(members)
                .into_iter()
                .map(|(key, value)| (key.clone(), ordered(value)))
                .collect(),
            Value::Array(items) => items.iter().map(ordered).collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => plain(value),
        }
    }
    ordered(value).to_string()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_number_without_a_fraction_has_none_in_a_text() {
        assert_eq!(text(&json!(1.0)).as_deref(), Some("1"));
        assert_eq!(json(&json!({ "b": 2.0, "a": 0.5 })), r#"{"a":0.5,"b":2}"#);
    }
}
