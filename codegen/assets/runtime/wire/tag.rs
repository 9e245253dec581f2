//! The property that names the member of a union, where members do not declare it.

use serde::ser::{Error, Serializer};
use serde_json::Value;

use super::{Encode, Union, to_value};

/// Writes a member with the property that names it, unless it has one of its own, or is what values
/// without one are; `names` are the values that name the member, the one to write first.
///
/// # Errors
///
/// When the format cannot express the value, or when the output fails.
pub fn encode_tagged<U: Union, T: Encode, S: Serializer>(
    names: &[&str],
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    if U::DEFAULT.is_some_and(|default| names.contains(&default)) {
        return value.encode(serializer);
    }
    let mut value = to_value(value).map_err(S::Error::custom)?;
    if let (Some(property), [name, ..], Value::Object(members)) =
        (U::DISCRIMINATOR, names, &mut value)
    {
        let name = || Value::from(*name);
        members.entry(property).or_insert_with(name);
    }
    value.encode(serializer)
}
