//! Of which of JSON Schema's types a value is (JSON Schema 2020-12, section 4.2.1).

use serde_json::Value;

/// The name of the narrowest type that a value is of.
pub(crate) fn name_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        // `1.0` is an integer like any other.
        Value::Number(number) => match number.as_f64() {
            Some(float) if number.is_f64() && float.fract() != 0.0 => "number",
            Some(_) | None => "integer",
        },
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// Whether a value is of the type of that name; integers are numbers.
pub(crate) fn is_of(value: &Value, name: &str) -> bool {
    name_of(value) == name || (name == "number" && value.is_number())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_are_of_types() {
        for (value, name, expected) in [
            (json!(5), "integer", true),
            (json!(5.0), "integer", true),
            (json!(5.5), "integer", false),
            (json!("5"), "integer", false),
            (json!(5), "number", true),
            (json!(5.5), "number", true),
            (json!(null), "null", true),
            (json!([]), "object", false),
        ] {
            assert_eq!(is_of(&value, name), expected, "{value} {name}");
        }
    }
}
