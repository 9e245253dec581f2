//! What the styles can write.

use std::borrow::Cow;

use serde_json::Value;

/// What the styles other than `deepObject` write: texts, and texts by name. OpenAPI has no word for what
/// lies deeper: a list in an object has its name with each of its items, a list of objects or lists is JSON
/// as a whole, and so is an object in another one.
pub(super) enum Shape<'a> {
    Text(Cow<'a, str>),
    List(Vec<Cow<'a, str>>),
    Map(Vec<(&'a str, Cow<'a, str>)>),
}

impl<'a> Shape<'a> {
    /// The shape of a value; `None` where there is nothing to write.
    pub(super) fn of(value: &'a Value) -> Option<Self> {
        let shape = match value {
            Value::Array(items) if items.iter().any(is_deep) => Self::Text(text(value)?),
            Value::Array(items) => Self::List(items.iter().filter_map(text).collect()),
            Value::Object(members) => Self::Map(members.iter().flat_map(member).collect()),
            scalar => Self::Text(text(scalar)?),
        };
        Some(shape).filter(|shape| !shape.is_empty())
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Text(_) => false,
            Self::List(items) => items.is_empty(),
            Self::Map(members) => members.is_empty(),
        }
    }
}

fn is_deep(value: &Value) -> bool {
    value.is_array() || value.is_object()
}

fn member<'a>(
    (key, value): (&'a String, &'a Value),
) -> impl Iterator<Item = (&'a str, Cow<'a, str>)> {
    let values = match value {
        Value::Array(items) if !items.iter().any(is_deep) => items.as_slice(),
        value => std::slice::from_ref(value),
    };
    let texts = values.iter().filter_map(text);
    texts.map(|text| (key.as_str(), text))
}

/// A value as one text; `None` for null.
pub(super) fn text(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.as_str().into()),
        Value::Bool(true) => Some("true".into()),
        Value::Bool(false) => Some("false".into()),
        Value::Number(_) | Value::Array(_) | Value::Object(_) => Some(value.to_string().into()),
    }
}
