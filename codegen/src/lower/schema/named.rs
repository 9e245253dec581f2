//! Types with a name of their own: what a `$ref` leads to.

use super::{Class, DANGLING, Site, Use};
use crate::ir::{Docs, Owner, Shape, Ty, TypeDef, TypeId, TypeName};
use crate::lower::node::SchemaNode;
use crate::lower::{Lowering, docs, extension};
use crate::place::Place;
use crate::resolve::Bundle;

impl Lowering<'_> {
    /// The type of the schema that a `$ref` leads to; lowered later, since it may lead back here.
    pub(in crate::lower) fn named(&mut self, target: &Place) -> TypeId {
        if let Some(&id) = self.named.get(target) {
            return id;
        }
        if let Some(next) = self.bundle.reference(target).cloned()
            && !self.is_component(target)
            && !self.says_more(target)
        {
            return self.named(&next);
        }
        if let Some(&id) = self.inline.get(target) {
            self.named.insert(target.clone(), id);
            return id;
        }
        self.add_named(target, own_name(self.bundle, target))
    }

    /// The type of an inline schema that was met before. One that a `$ref` led to is called after what it stands in from now on, as it
    /// would be without the `$ref`.
    pub(super) fn met_inline(&mut self, place: &Place, site: &Site) -> Option<TypeId> {
        if !site.is_own || self.inline.contains_key(place) {
            return self.inline.get(place).copied().filter(|_| site.is_own);
        }
        let id = *self
            .named
            .get(place)
            .filter(|_| !self.is_component(place))?;
        let name = self.name_at(place, site);
        // A component that is nothing but a `$ref` may have lent it its name.
        let lent = self.types.get(id).name != TypeName::Own(own_name(self.bundle, place));
        if lent || self.hangs_on(&name, id) {
            return None;
        }
        self.types.get_mut(id).name = name;
        self.inline.insert(place.clone(), id);
        if let Some(id) = self.pending.swap_remove(place) {
            self.lower_named(id, place);
        }
        Some(id)
    }

    /// Whether a name is made of that of another type.
    fn hangs_on(&self, name: &TypeName, other: TypeId) -> bool {
        match name {
            TypeName::Own(_)
            | TypeName::Place {
                owner: Owner::Operation(_),
                role: _,
            } => false,
            TypeName::Place {
                owner: Owner::Type(owner),
                role: _,
            }
            | TypeName::Request(owner) => {
                *owner == other || self.hangs_on(&self.types.get(*owner).name, other)
            }
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
        self.named.insert(target.clone(), id);
        self.pending.insert(target.clone(), id);
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
        Ty::Named(id)
    }

    /// A component that is nothing but a `$ref` to what has no name among the components gives it its own: documents in many files list
    /// their schemas so.
    pub(in crate::lower) fn lend_name(&mut self, component: &Place) {
        let end = self.bundle.follow(component).clone();
        let is_foreign = end != *component && end.parent() != component.parent();
        if is_foreign && !self.says_more(component) && !self.named.contains_key(&end) {
            let id = self.add_named(&end, own_name(self.bundle, component));
            self.named.insert(component.clone(), id);
        }
    }

    /// Whether a schema is one of those that the document lists.
    fn is_component(&self, place: &Place) -> bool {
        place.parent() == Some(self.bundle.schema_map())
    }

    /// Lowers every named type that was met so far, and those that they meet.
    pub(in crate::lower) fn lower_pending(&mut self) {
        while let Some((place, id)) = self.pending.pop() {
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
        let around = std::mem::take(&mut self.expanding);
        let before = self.current.replace(place.clone());
        let shape = self.named_shape(&node, place, id);
        (self.current, self.expanding) = (before, around);
        let def = self.types.get_mut(id);
        def.shape = shape;
        def.pinned = extension::rust_name(&node.data.extensions);
        def.docs = docs::of_schema(&node.data);
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
            Class::Wrapped(inner) if self.bundle.reference(&inner).is_some() => {
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

/// What a schema is called after: the key of a component, the name of a file, or what it is to the schema that it stands in.
pub(in crate::lower) fn own_name(bundle: &Bundle, place: &Place) -> String {
    let tokens: Vec<_> = place.pointer.tokens().collect();
    let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
    let name = bundle.file_name(place.file);
    let file = name.rsplit('/').next().unwrap_or(name);
    let stem = file.split('.').next().unwrap_or(file);
    words(stem, &tokens)
}

/// The words for the schema at the end of a way into a file.
fn words(file: &str, way: &[&str]) -> String {
    // Names, not keywords, stand in these.
    let is_map = |above: &[&str]| {
        let last = above.last();
        last.is_some_and(|last| ["schemas", "definitions", "$defs", "properties"].contains(last))
    };
    match way {
        [above @ .., "properties", name] if !is_map(above) => {
            format!("{} {name}", words(file, above))
        }
        [above @ .., "items"] if !is_map(above) => format!("{} item", words(file, above)),
        [above @ .., "additionalProperties"] if !is_map(above) => {
            format!("{} value", words(file, above))
        }
        [.., "components", "responses", name, "content", _, "schema"] => format!("{name} response"),
        [
            ..,
            path,
            method,
            "responses",
            status,
            "content",
            _,
            "schema",
        ] => {
            format!("{method} {path} {status} response")
        }
        [.., "requestBodies", name, "content", _, "schema"] => (*name).to_owned(),
        [.., path, method, "requestBody", "content", _, "schema"] => {
            format!("{method} {path} body")
        }
        way => {
            let named = way
                .iter()
                .rposition(|token| token.parse::<usize>().is_err());
            let last = named.map_or(way, |start| &way[start..]);
            let file = named.is_none().then_some(file);
            let words = file.into_iter().chain(last.iter().copied());
            words.collect::<Vec<_>>().join(" ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn a_schema_is_called_after_what_it_is_to_the_one_around_it() {
        for (way, name) in [
            ("", "file"),
            ("components/schemas/Pet", "Pet"),
            (
                "components/schemas/Pet/properties/tags/items",
                "Pet tags item",
            ),
            ("components/schemas/Pet/additionalProperties", "Pet value"),
            ("components/schemas/items", "items"),
            ("properties/address", "file address"),
            ("components/schemas/Pet/allOf/0", "allOf 0"),
            (
                "components/responses/Bad/content/a/schema/items",
                "Bad response item",
            ),
            (
                "paths/pets/get/responses/200/content/a/schema",
                "get pets 200 response",
            ),
            (
                "paths/pets/put/requestBody/content/a/schema",
                "put pets body",
            ),
            ("1", "file 1"),
        ] {
            let tokens: Vec<&str> = way.split('/').filter(|token| !token.is_empty()).collect();
            assert_eq!(words("file", &tokens), name, "{way}");
        }
    }
}
