//! `readOnly` and `writeOnly`.
//!
//! A property that only answers carry is never required of a request, nor the other way round. A type splits in two only where
//! both directions use it and that changes its shape; then the answers' form keeps its name.

use std::collections::{HashMap, HashSet};

use crate::ir::{Access, Object, Operation, Shape, Ty, TypeDef, TypeId, TypeName, Types, Webhook};

/// Splits the types that need it, and makes requests use their form.
///
/// Gives the types of `parts` with their request forms.
pub(super) fn split(
    types: &mut Types,
    operations: &mut [Operation],
    webhooks: &[Webhook],
    parts: HashSet<TypeId>,
) -> HashSet<TypeId> {
    let requests = types.reachable(operations.iter().flat_map(Operation::sent));
    let calls = webhooks.iter().map(|webhook| &webhook.ty);
    let received = operations.iter().flat_map(Operation::received);
    let answers = types.reachable(received.chain(calls));
    let mut both: Vec<TypeId> = one_way(types)
        .into_iter()
        .filter(|id| requests.contains(id) && answers.contains(id))
        .collect();
    both.sort();
    let forms: HashMap<TypeId, TypeId> = both
        .into_iter()
        .map(|id| (id, add_request_form(types, id)))
        .collect();
    // What is only sent holds request forms too.
    let sent = requests.difference(&answers);
    for &id in forms.values().chain(sent) {
        redirect(types, id, &forms);
    }
    for id in types.all() {
        relax(types, id, &forms, &requests, &answers);
    }
    for ty in operations.iter_mut().flat_map(Operation::sent_mut) {
        redirect_use(ty, &forms);
    }
    parts
        .iter()
        .flat_map(|id| [Some(*id), forms.get(id).copied()])
        .flatten()
        .collect()
}

/// The types with a property that travels one way only, and all that hold one of them.
fn one_way(types: &Types) -> HashSet<TypeId> {
    let mut holders: HashMap<TypeId, Vec<TypeId>> = HashMap::new();
    for (id, def) in types.iter() {
        for used in def.shape.uses().into_iter().filter_map(Ty::named) {
            holders.entry(used).or_default().push(id);
        }
    }
    let mut found = HashSet::new();
    let mut pending: Vec<TypeId> = types
        .iter()
        .filter(|(_, def)| has_access(def))
        .map(|(id, _)| id)
        .collect();
    while let Some(id) = pending.pop() {
        if found.insert(id) {
            pending.extend(holders.get(&id).into_iter().flatten());
        }
    }
    found
}

fn has_access(def: &TypeDef) -> bool {
    match &def.shape {
        Shape::Object(Object { fields, rest: _ }) => {
            fields.iter().any(|field| field.access != Access::Both)
        }
        Shape::Enum(_) | Shape::Union(_) | Shape::Alias(_) => false,
    }
}

fn add_request_form(types: &mut Types, id: TypeId) -> TypeId {
    let mut def = types.get(id).clone();
    def.name = TypeName::Request(id);
    def.pinned = None;
    if let Shape::Object(Object { fields, rest: _ }) = &mut def.shape {
        fields.retain(|field| field.access != Access::Answer);
    }
    types.add(def)
}

/// Makes what requests carry hold request forms.
fn redirect(types: &mut Types, id: TypeId, forms: &HashMap<TypeId, TypeId>) {
    for ty in types.get_mut(id).shape.uses_mut() {
        redirect_use(ty, forms);
    }
}

fn redirect_use(ty: &mut Ty, forms: &HashMap<TypeId, TypeId>) {
    ty.map_named(|id| forms.get(&id).copied().unwrap_or(id));
}

/// Nobody may insist on a property that does not travel their way.
fn relax(
    types: &mut Types,
    id: TypeId,
    forms: &HashMap<TypeId, TypeId>,
    requests: &HashSet<TypeId>,
    answers: &HashSet<TypeId>,
) {
    let is_request_form = matches!(types.get(id).name, TypeName::Request(_));
    let in_requests = is_request_form || (requests.contains(&id) && !forms.contains_key(&id));
    let in_answers = answers.contains(&id) && !is_request_form;
    let Shape::Object(Object { fields, rest: _ }) = &mut types.get_mut(id).shape else {
        return;
    };
    for field in fields {
        let relaxed = match field.access {
            Access::Both => false,
            Access::Answer => in_requests || !in_answers,
            Access::Request => in_answers || !in_requests,
        };
        if relaxed {
            field.presence = field.presence.relaxed();
        }
    }
}
