//! What the styles can write.

use std::borrow::Cow;

use serde_json::Value;

/// What the styles other than `deepObject` write: texts, and texts by name. What lies deeper is JSON in
/// one text, since OpenAPI has no other word for it.
pub(super) enum Shape<'a> {
    Text(Cow<'a, str>),
    List(Vec<Cow<'a, str>>),
    Map(Vec<(&'a str, Cow<'a, str>)>),
}

impl<'a> Shape<'a> {
    /// The shape of a value; `None` where there is nothing to write.
    pub(super) fn of(value: &'a Value) -> Option<Self> {
        let shape = match value {
            Value::Array(items) => Self::List(items.iter().filter_map(text).collect()),
            Value::Object(members) => Self::Map(members.iter().filter_map(member).collect()),
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

fn member<'a>((key, value): (&'a String, &'a Value)) -> Option<(&'a str, Cow<'a, str>)> {
    text(value).map(|text| (key.as_str(), text))
}

/// A value as one text; `None` for null.
pub(super) fn text(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.as_str().into()),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            Some(value.to_string().into())
        }
    }
}
