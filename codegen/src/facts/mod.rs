//! Questions about the graph of types, each answered once.

mod boxing;
mod events;
mod plain;
mod size;
mod tagged;
mod weighed;

use std::collections::{HashMap, HashSet};

use crate::config::Config;
use crate::ir::{Api, Field, Object, Shape, Ty, TypeId};

/// The answers.
#[derive(Debug)]
pub(crate) struct Facts {
    boxed: HashSet<(TypeId, TypeId)>,
    requests: HashSet<TypeId>,
    deprecated: HashSet<TypeId>,
    tagged: HashSet<TypeId>,
    told_by_events: HashSet<TypeId>,
    weighed: HashSet<TypeId>,
    sizes: HashMap<TypeId, usize>,
    with_null: HashSet<TypeId>,
    plain: Vec<Ty>,
}

impl Facts {
    pub(crate) fn of(api: &Api, config: &Config) -> Self {
        let holding = boxing::holding(&api.types);
        let size::Sizes { of: sizes, boxed } = size::types(&api.types, &holding);
        Self {
            boxed: holding.cyclic.into_iter().chain(boxed).collect(),
            requests: api.in_requests(),
            tagged: tagged::unions(&api.types),
            told_by_events: events::unions(api, config),
            weighed: weighed::types(&api.types),
            sizes,
            plain: plain::types(&api.types, uses(api, config)),
            with_null: api.types.ids().filter(|id| has_null(api, *id)).collect(),
            deprecated: api
                .types
                .iter()
                .filter(|(_, def)| def.deprecated.is_some())
                .map(|(id, _)| id)
                .collect(),
        }
    }

    /// Whether a use of `ty` inside `holder` needs a `Box`: without it the type would hold itself, or be too large for a stack.
    pub(crate) fn is_boxed(&self, holder: TypeId, ty: &Ty) -> bool {
        match ty {
            Ty::Named(held) => self.boxed.contains(&(holder, *held)),
            Ty::Nullable(inner) => self.is_boxed(holder, inner),
            // Lists and maps hold what is in them on the heap.
            Ty::List(_)
            | Ty::Map(_)
            | Ty::Text
            | Ty::Boolean
            | Ty::Integer(_)
            | Ty::Number
            | Ty::DateTime
            | Ty::Date
            | Ty::Base64
            | Ty::Bytes
            | Ty::File
            | Ty::Null
            | Ty::Json => false,
        }
    }

    /// Whether a union holds `ty` in a `Box`: where it would hold itself, or be as large as its largest member everywhere.
    pub(crate) fn is_boxed_member(&self, union: TypeId, ty: &Ty) -> bool {
        self.is_boxed(union, ty) || self.is_large(ty)
    }

    /// Whether a type is so large that an enum holds it in a `Box`.
    pub(crate) fn is_large(&self, ty: &Ty) -> bool {
        size::of_use(ty, &self.sizes) > size::LARGEST_MEMBER
    }

    /// Whether a union chooses between this type and others, or between types that hold it.
    pub(crate) fn is_weighed(&self, id: TypeId) -> bool {
        self.weighed.contains(&id)
    }

    /// Whether a union writes the property that names its members.
    pub(crate) fn is_tagged(&self, union: TypeId) -> bool {
        self.tagged.contains(&union)
    }

    /// Whether the names of events tell of which member of a union their data is.
    pub(crate) fn is_told_by_events(&self, union: TypeId) -> bool {
        self.told_by_events.contains(&union)
    }

    /// The same of any union.
    pub(crate) fn has_named_events(&self) -> bool {
        !self.told_by_events.is_empty()
    }

    /// Whether requests carry the type, so that people make values of it.
    pub(crate) fn is_in_requests(&self, id: TypeId) -> bool {
        self.requests.contains(&id)
    }

    /// Whether the type is deprecated.
    pub(crate) fn is_deprecated(&self, id: TypeId) -> bool {
        self.deprecated.contains(&id)
    }

    /// Whether a use of `ty` mentions a deprecated type.
    pub(crate) fn mentions_deprecated(&self, ty: &Ty) -> bool {
        ty.named().is_some_and(|id| self.deprecated.contains(&id))
    }

    /// Whether a shape uses a deprecated type.
    pub(crate) fn uses_deprecated(&self, shape: &Shape) -> bool {
        let mut uses = shape.uses().into_iter();
        uses.any(|ty| self.mentions_deprecated(ty))
    }

    /// Whether null is a value of a use like any other.
    pub(crate) fn has_null(&self, ty: &Ty) -> bool {
        ty.has_null() || matches!(ty, Ty::Named(id) if self.with_null.contains(id))
    }

    /// Whether anything is of that type, which has no name of its own.
    pub(crate) fn is_used(&self, ty: &Ty) -> bool {
        self.plain.contains(ty)
    }

    /// Whether an object can be made of nothing.
    pub(crate) fn has_default(object: &Object) -> bool {
        let Object { fields, rest: _ } = object;
        !fields
            .iter()
            .any(|field: &Field| field.presence.is_required())
    }
}

/// Whether a type is another name for any JSON, or for null. No alias leads in a circle: where one did, lowering has cut it.
fn has_null(api: &Api, id: TypeId) -> bool {
    match &api.types.get(id).shape {
        Shape::Alias(Ty::Named(next)) => has_null(api, *next),
        Shape::Alias(ty) => ty.has_null(),
        Shape::Object(_) | Shape::Enum(_) | Shape::Union(_) => false,
    }
}

/// The types that are used outside of types. Those of errors are decoded on demand, by whoever names them.
fn uses<'a>(api: &'a Api, config: &Config) -> impl Iterator<Item = &'a Ty> {
    let operations = api.operations.iter();
    let mentioned = operations.flat_map(|operation| operation.sent().chain(operation.given()));
    let webhooks = api.webhooks.iter().map(|webhook| &webhook.ty);
    let is_called = !config.types_only;
    mentioned.chain(webhooks).filter(move |_| is_called)
}

#[cfg(test)]
mod tests;
