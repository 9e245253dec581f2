//! What the styles can write.

use std::borrow::Cow;

use serde_json::Value;

/// A value without depth: all that a style other than `deepObject` can write.
pub(super) enum Shape<'a> {
    Text(Cow<'a, str>),
    List(Vec<Cow<'a, str>>),
    Map(Vec<(&'a str, Cow<'a, str>)>),
}

/// A key and what is behind it.
type Member<'a> = (&'a str, Cow<'a, str>);

/// A list or object stands within another.
pub(super) struct Nested;

impl<'a> Shape<'a> {
    /// The shape of a value; `None` where there is nothing to write.
    pub(super) fn of(value: &'a Value) -> Result<Option<Self>, Nested> {
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

fn item(value: &Value) -> Option<Result<Cow<'_, str>, Nested>> {
    text(value).transpose()
}

fn member<'a>((key, value): (&'a String, &'a Value)) -> Option<Result<Member<'a>, Nested>> {
    item(value).map(|text| Ok((key.as_str(), text?)))
}

/// A scalar as text; `None` for null.
pub(super) fn text(value: &Value) -> Result<Option<Cow<'_, str>>, Nested> {
    match value {
        Value::Null => Ok(None),
        Value::Bool(_) | Value::Number(_) => Ok(Some(value.to_string().into())),
        Value::String(text) => Ok(Some(text.as_str().into())),
        Value::Array(_) | Value::Object(_) => Err(Nested),
    }
}
