//! Answers of which nothing is certain, for documents that promise more than their servers keep.

use crate::ir::{Api, Field, Object, Operation, Shape, TypeId};

/// Lets properties be missing that the document requires, in all that answers and webhooks bring and requests do not carry.
///
/// What requests carry stays as it is: there the document tells callers what they have to give. So do properties that have but one
/// value, by which a union knows its member.
pub(crate) fn relax(api: &mut Api) {
    for id in only_received(api) {
        if let Shape::Object(Object { fields, rest: _ }) = &mut api.types.get_mut(id).shape {
            fields.iter_mut().for_each(relax_field);
        }
    }
}

fn only_received(api: &Api) -> Vec<TypeId> {
    let calls = api.webhooks.iter().map(|webhook| &webhook.ty);
    let received = api.operations.iter().flat_map(Operation::received);
    let received = api.types.reachable(received.chain(calls));
    let sent = api.operations.iter().flat_map(Operation::sent);
    let sent = api.types.reachable(sent);
    received.difference(&sent).copied().collect()
}

fn relax_field(field: &mut Field) {
    if field.fixed.is_none() {
        field.presence = field.presence.uncertain();
    }
}
