//! Parameters of one value that no other use has the type of: nobody can give one, so that the value is all there is to say.

use std::collections::{HashMap, HashSet};

use crate::ir::{
    Enum, Fixed, Operation, Parameter, Shape, Ty, TypeId, TypeName, Types, Value, Webhook,
};

/// Takes the texts of such parameters for their types, and gives these: they go, and no name is theirs.
pub(super) fn settle(
    types: &Types,
    operations: &mut [Operation],
    webhooks: &[Webhook],
) -> HashSet<TypeId> {
    let lonely = lonely(types, operations, webhooks);
    for operation in operations {
        for parameter in &mut operation.parameters {
            let text = fixed_type(types, parameter).and_then(|id| lonely.get(&id));
            if let Some(text) = text {
                parameter.ty = Ty::Text;
                parameter.fixed = Some(Fixed::Text(text.clone()));
            }
        }
    }
    lonely.into_keys().collect()
}

/// The types that such parameters alone are of, each with its value as it is sent.
fn lonely(
    types: &Types,
    operations: &[Operation],
    webhooks: &[Webhook],
) -> HashMap<TypeId, String> {
    let parameters = operations.iter().flat_map(|it| &it.parameters);
    let fixed = counts(parameters.filter_map(|it| fixed_type(types, it)));
    let held = types.iter().flat_map(|(_, def)| def.shape.uses());
    let calls = webhooks.iter().map(|webhook| &webhook.ty);
    let uses = operations.iter().flat_map(Operation::types);
    let used = counts(uses.chain(held).chain(calls).filter_map(Ty::named));
    let lonely = fixed.into_iter().filter(|(id, count)| used[id] == *count);
    lonely
        .filter_map(|(id, _)| Some((id, text(types, id)?)))
        .collect()
}

fn counts(ids: impl Iterator<Item = TypeId>) -> HashMap<TypeId, usize> {
    let mut counts = HashMap::new();
    for id in ids {
        *counts.entry(id).or_default() += 1;
    }
    counts
}

/// The enum of a parameter that has one value of it.
fn fixed_type(types: &Types, parameter: &Parameter) -> Option<TypeId> {
    match (&parameter.fixed, &parameter.ty) {
        // JSON tells a number from a text.
        (Some(Fixed::Variant(Value::Integer(_))), _) if parameter.json => None,
        (Some(Fixed::Variant(_)), Ty::Named(id)) => is_inline(types, *id).then_some(*id),
        (_, _) => None,
    }
}

/// Whether a type is of an inline schema: what the document declares stays, and what it pins.
fn is_inline(types: &Types, id: TypeId) -> bool {
    let def = types.get(id);
    match &def.name {
        TypeName::Place { owner: _, role: _ } | TypeName::Shared(_) => def.pinned.is_none(),
        TypeName::Own(_) | TypeName::Request(_) => false,
    }
}

/// The only value of an enum, as parameters are written.
fn text(types: &Types, id: TypeId) -> Option<String> {
    match &types.get(id).shape {
        Shape::Enum(Enum { variants }) => match variants.as_slice() {
            [only] => Some(only.value.to_string()),
            _ => None,
        },
        Shape::Object(_) | Shape::Union(_) | Shape::Alias(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::tests::lower;

    #[test]
    fn what_nobody_can_give_is_a_text_and_what_has_a_name_is_a_type() {
        let (api, codes) = lower(
            "paths: {/a: {get: {parameters: [
               {name: version, in: query, required: true, schema: {type: string, enum: ['1']}},
               {name: kind, in: query, required: true, schema: {$ref: '#/components/schemas/Kind'}},
               {name: mode, in: query, required: true, schema: {type: integer, enum: [2]}},
               {name: maybe, in: query, schema: {type: string, enum: ['3']}},
               {name: number, in: query, required: true, content: {application/json: {schema: {type: integer, enum: [4]}}}}],
             responses: {'204': {description: d}}}}}
components: {schemas: {Kind: {type: string, enum: [a]}}}",
        );
        assert_eq!(codes, []);
        let parameters = &api.operations[0].parameters;
        let texts = parameters.iter().map(|it| (it.ty == Ty::Text, &it.fixed));
        let text = |text: &str| Some(Fixed::Text(text.to_owned()));
        let variant = |value| Some(Fixed::Variant(value));
        let expected = [
            (false, &variant(Value::Text("a".to_owned()))),
            (false, &None),
            (true, &text("2")),
            (false, &variant(Value::Integer(4))),
            (true, &text("1")),
        ];
        assert_eq!(texts.collect::<Vec<_>>(), expected);
        // What goes claims no name either.
        assert_eq!((api.types.len(), api.types.all().count()), (3, 3));
    }
}
