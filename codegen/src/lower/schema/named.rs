//! Types with a name of their own: what a `$ref` leads to.

use super::own_name::own_name;
use super::wrapper::{Wrapped, wrapped};
use super::{Class, DANGLING, Site, Use};
use crate::diagnostic::Sink;
use crate::ir::{Docs, Owner, Shape, Ty, TypeDef, TypeId, TypeName};
use crate::lower::node::{SchemaNode, read_schema};
use crate::lower::{Lowering, docs, extension};
use crate::place::Place;

impl Lowering<'_> {
    /// The type of the schema that a `$ref` leads to; lowered later, since it may lead back here.
    pub(in crate::lower) fn named(&mut self, target: &Place) -> TypeId {
        if let Some(&id) = self.memo.named.get(target) {
            return id;
        }
        if let Some(next) = self.bundle.reference(target).cloned()
            && !self.is_component(target)
            && !self.says_more(target)
        {
            return self.named(&next);
        }
        if self.is_component(target) {
            return self.add_named(target, own_name(self.bundle, target));
        }
        let seat = self.seat(target);
        let known = self
            .memo
            .inline
            .get(&seat)
            .or_else(|| self.memo.named.get(&seat));
        let id = match known {
            Some(&id) => id,
            None => self.add_named(&seat, own_name(self.bundle, target)),
        };
        self.memo.named.insert(target.clone(), id);
        id
    }

    /// Where a schema stands that others may only put words around.
    fn seat(&self, place: &Place) -> Place {
        // What is wrong with it is reported when it is lowered.
        let node = read_schema(self.bundle, place, &mut Sink::default());
        match node.and_then(|node| wrapped(&node, place, self.bundle)) {
            Some(Wrapped::Part(part)) if self.bundle.reference(&part).is_none() => self.seat(&part),
            Some(Wrapped::Part(_) | Wrapped::Named(_)) | None => place.clone(),
        }
    }

    fn add_named(&mut self, target: &Place, name: String) -> TypeId {
        let id = self.types.add(TypeDef {
            origin: target.clone(),
            name: TypeName::Own(name),
            pinned: None,
            docs: Docs::default(),
            deprecated: None,
            shape: Shape::Alias(Ty::Json),
        });
        self.memo.named.insert(target.clone(), id);
        self.memo.pending.insert(target.clone(), id);
        id
    }

    /// The type of a schema at a place that no other type is called after: what its `$ref` leads to, or one of this name.
    pub(in crate::lower) fn named_after(&mut self, place: &Place, name: String) -> Ty {
        let reference = self.bundle.reference(place).cloned();
        if let Some(target) = reference.filter(|_| !self.says_more(place)) {
            return Ty::Named(self.named(&target));
        }
        let id = self.named(place);
        self.types.get_mut(id).name = TypeName::Own(name);
        self.memo.given.insert(id);
        Ty::Named(id)
    }

    /// A component that is nothing but a `$ref` to what has no name among the components gives it its own: documents in many files list
    /// their schemas so.
    pub(in crate::lower) fn lend_name(&mut self, component: &Place) {
        let end = self.bundle.follow(component).clone();
        let is_foreign = end != *component && end.parent() != component.parent();
        if is_foreign && !self.says_more(component) && !self.memo.named.contains_key(&end) {
            let id = self.add_named(&end, own_name(self.bundle, component));
            self.memo.named.insert(component.clone(), id);
            self.memo.given.insert(id);
        }
    }

    /// Whether a schema is one of those that the document lists.
    pub(super) fn is_component(&self, place: &Place) -> bool {
        place.parent() == Some(self.bundle.schema_map())
    }

    /// Lowers every named type that was met so far, and those that they meet.
    pub(in crate::lower) fn lower_pending(&mut self) {
        while let Some((place, id)) = self.memo.pending.pop() {
            self.lower_named(id, &place);
        }
    }

    pub(super) fn lower_named(&mut self, id: TypeId, place: &Place) {
        if let Some(next) = self.bundle.reference(place).cloned()
            && !self.says_more(place)
        {
            let next = self.named(&next);
            self.types.get_mut(id).shape = Shape::Alias(Ty::Named(next));
            return;
        }
        if self.bundle.is_dangling(place) {
            self.untyped(place, DANGLING);
            return;
        }
        let Some(node) = self.merged(place) else {
            return;
        };
        // Whatever brought us here has no part in what this schema is.
        let around = std::mem::take(&mut self.memo.expanding);
        let before = self.memo.current.replace(place.clone());
        let shape = self.named_shape(&node, place, id);
        (self.memo.current, self.memo.expanding) = (before, around);
        let def = self.types.get_mut(id);
        def.shape = shape;
        def.pinned = extension::rust_name(&node.data.extensions);
        def.docs = docs::of_schema(&node.data, place);
        def.deprecated = docs::deprecation(node.data.deprecated, node.data.description.as_deref());
    }

    fn named_shape(&mut self, node: &SchemaNode, place: &Place, id: TypeId) -> Shape {
        let site = Site::new(Owner::Type(id), "");
        match self.classify(node, place) {
            Class::Definition => self.definition(node, place, id),
            Class::Listed(list) => Shape::Enum(list),
            Class::Union(parts) => self.union(node, parts, id),
            Class::Plain(ty) => Shape::Alias(ty),
            Class::Named(target) => Shape::Alias(Ty::Named(self.named(&target))),
            Class::List => Shape::Alias(self.list(node, place, &site)),
            Class::Map => Shape::Alias(self.map(node, place, &site)),
            Class::Wrapped(inner)
                if self.bundle.reference(&inner).is_some() && !self.says_more(&inner) =>
            {
                let Use {
                    ty,
                    nullable: _,
                    docs: _,
                    deprecated: _,
                    pinned: _,
                } = self.schema(&inner, &site);
                Shape::Alias(ty)
            }
            // What it wraps has no name of its own, and takes this one.
            Class::Wrapped(inner) => match self.merged(&inner) {
                Some(node) => self.named_shape(&node, &inner, id),
                None => Shape::Alias(Ty::Json),
            },
        }
    }
}
