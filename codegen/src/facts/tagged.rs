//! Which unions write the property that names their members.

use std::collections::HashSet;

use crate::ir::{Member, Shape, TypeId, Types};

/// The unions with a discriminator that some member does not declare, or need not have, so that the member alone would not say what it is;
/// the one that has no need to say it aside.
pub(super) fn unions(types: &Types) -> HashSet<TypeId> {
    let tagged = types.iter().filter(|(_, def)| is_tagged(types, &def.shape));
    tagged.map(|(id, _)| id).collect()
}

fn is_tagged(types: &Types, shape: &Shape) -> bool {
    match shape {
        Shape::Union(union) => union.discriminator.as_ref().is_some_and(|property| {
            let mut members = union.members.iter();
            members.any(|member| !member.is_default && !has(types, member, property))
        }),
        Shape::Object(_) | Shape::Enum(_) | Shape::Alias(_) => false,
    }
}

/// Whether a member always has the property. One that is a union itself has members that do, or writes it.
fn has(types: &Types, member: &Member, property: &str) -> bool {
    let named = types.behind(&member.ty).named();
    named.is_none_or(|id| match &types.get(id).shape {
        Shape::Object(object) => {
            let mut fields = object.fields.iter();
            fields.any(|field| field.wire_name == property && field.presence.is_required())
        }
        Shape::Enum(_) | Shape::Union(_) | Shape::Alias(_) => true,
    })
}
