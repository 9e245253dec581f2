//! What the styles can write.

use serde_json::Value;

/// A value without depth: all that a style other than `deepObject` can write.
pub(super) enum Shape {
    Text(String),
    List(Vec<String>),
    Map(Vec<(String, String)>),
}

/// A list or object stands within another.
pub(super) struct Nested;

impl Shape {
    /// The shape of a value; `None` where there is nothing to write.
    pub(super) fn of(value: &Value) -> Result<Option<Self>, Nested> {
        let shape = match value {
            Value::Array(items) => {
                Self::List(items.iter().filter_map(item).collect::<Result<_, _>>()?)
            }
            Value::Object(members) => Self::Map(
                members
                    .iter()
                    .filter_map(member)
                    .collect::<Result<_, _>>()?,
            ),
            scalar => return Ok(text(scalar)?.map(Self::Text)),
        };
        Ok(Some(shape).filter(|shape| !shape.is_empty()))
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Text(_) => false,
            Self::List(items) => items.is_empty(),
            Self::Map(members) => members.is_empty(),
        }
    }
}

fn item(value: &Value) -> Option<Result<String, Nested>> {
    text(value).transpose()
}

fn member((key, value): (&String, &Value)) -> Option<Result<(String, String), Nested>> {
    item(value).map(|text| Ok((key.clone(), text?)))
}

/// A scalar as text; `None` for null.
pub(super) fn text(value: &Value) -> Result<Option<String>, Nested> {
    match value {
        Value::Null => Ok(None),
        Value::Bool(_) | Value::Number(_) => Ok(Some(value.to_string())),
        Value::String(text) => Ok(Some(text.clone())),
        Value::Array(_) | Value::Object(_) => Err(Nested),
    }
}
