//! The type of a schema that states none, and whose other keywords mean something for values of one type only.

use openapiv3::AnySchema;

use super::scalar::type_of;

/// The type that the keywords of a schema are about, by the name that JSON Schema has for it.
///
/// Strictly they say nothing of values of other types, which nobody means who writes `maxLength` alone.
pub(super) fn implied(keywords: &AnySchema) -> Option<&'static str> {
    let AnySchema {
        typ: _,
        properties,
        required,
        additional_properties,
        min_properties,
        max_properties,
        items,
        min_items,
        max_items,
        unique_items,
        pattern,
        min_length,
        max_length,
        multiple_of,
        exclusive_minimum,
        exclusive_maximum,
        minimum,
        maximum,
        format,
        enumeration: _,
        one_of: _,
        all_of: _,
        any_of: _,
        not: _,
    } = keywords;
    let is_object = !properties.is_empty()
        || !required.is_empty()
        || additional_properties.is_some()
        || min_properties.is_some()
        || max_properties.is_some();
    let is_list =
        items.is_some() || min_items.is_some() || max_items.is_some() || unique_items.is_some();
    let is_text = pattern.is_some() || min_length.is_some() || max_length.is_some();
    let is_number = multiple_of.is_some()
        || exclusive_minimum.is_some()
        || exclusive_maximum.is_some()
        || minimum.is_some()
        || maximum.is_some();
    match format.as_deref() {
        _ if is_object => Some("object"),
        _ if is_list => Some("array"),
        _ if is_text => Some("string"),
        format => format.and_then(type_of).or(is_number.then_some("number")),
    }
}
