//! Answers of which nothing is certain, for documents that promise more than their servers keep.

use crate::ir::{Api, Field, Object, Shape};

/// Lets properties be missing that the document requires, in all that answers and webhooks bring and requests do not carry.
///
/// What requests carry stays as it is: there the document tells callers what they have to give. So do properties that have but one
/// value, by which a union knows its member.
pub(crate) fn relax(api: &mut Api) {
    let sent = api.in_requests();
    for id in api.in_answers().difference(&sent) {
        if let Shape::Object(Object { fields, rest: _ }) = &mut api.types.get_mut(*id).shape {
            fields.iter_mut().for_each(relax_field);
        }
    }
}

fn relax_field(field: &mut Field) {
    if field.fixed.is_none() {
        field.presence = field.presence.uncertain();
    }
}
