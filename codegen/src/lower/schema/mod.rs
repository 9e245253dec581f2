//! Schemas.

mod access;
mod all_of;
mod composed;
mod conditional;
mod enumeration;
mod flag;
mod implied;
mod named;
mod null;
mod object;
mod openness;
mod own_name;
mod properties;
mod scalar;
mod union;
mod wrapper;

pub(super) use null::Nulls;

use openapiv3::{AnySchema, ReferenceOr};
use serde_json::Value as Json;

use super::node::{SchemaNode, place_of, read_schema};
use super::{Lowering, docs, extension};
use crate::dialect;
use crate::ir::{Deprecation, Docs, Enum, Owner, Shape, Ty, TypeDef, TypeId, TypeName, Untyped};
use crate::place::Place;

pub(super) use composed::holding;
pub(super) use flag::flag;
pub(super) use openness::is_open;
pub(super) use own_name::own_name;

use wrapper::Wrapped;

/// What an inline schema is called after.
#[derive(Clone, Debug)]
pub(super) struct Site {
    pub(super) owner: Owner,
    /// What it is to its owner: the name of a property, "item", "response", ...
    pub(super) role: String,
    /// Whether the schema is the one that the document has at its place, not one made of it for a member of a union.
    is_own: bool,
}

impl Site {
    pub(super) fn new(owner: Owner, role: impl Into<String>) -> Self {
        Self {
            owner,
            role: role.into(),
            is_own: true,
        }
    }

    /// The name of what stands here, until all objects are known that might list it.
    fn name(&self) -> TypeName {
        TypeName::Place {
            owner: self.owner,
            role: self.role.clone(),
        }
    }

    /// The site of a schema that the document does not have as such at its place.
    fn made(self) -> Self {
        Self {
            is_own: false,
            ..self
        }
    }

    /// The site of something inside this one, such as the items of a list.
    fn inside(&self, role: &str) -> Self {
        Self {
            owner: self.owner,
            role: format!("{} {role}", self.role),
            is_own: true,
        }
    }
}

/// What a schema says to whoever holds it.
#[derive(Debug)]
pub(super) struct Use {
    pub(super) ty: Ty,
    pub(super) nullable: bool,
    pub(super) docs: Docs,
    pub(super) deprecated: Option<Deprecation>,
    pub(super) pinned: Option<String>,
}

impl Use {
    pub(super) fn plain(ty: Ty, nullable: bool) -> Self {
        Self {
            ty,
            nullable,
            docs: Docs::default(),
            deprecated: None,
            pinned: None,
        }
    }

    /// The type with its null, for places that have no other word for it.
    pub(super) fn into_ty(self) -> Ty {
        if self.nullable && self.ty != Ty::Json {
            Ty::Nullable(Box::new(self.ty))
        } else {
            self.ty
        }
    }
}

/// What a schema's keywords add up to.
enum Class {
    /// Something that needs no definition of its own.
    Plain(Ty),
    /// An object or an enum.
    Definition,
    /// The one schema that it wraps.
    Wrapped(Place),
    /// What its `$ref` leads to.
    Named(Place),
    /// An enum whose values stand in several schemas.
    Listed(Enum),
    /// One of several types.
    Union(union::Parts),
    /// A list.
    List,
    /// Members of one type under any name.
    Map,
}

/// Why a schema is any JSON whose `$ref` was reported.
const DANGLING: &str = "the `$ref` leads nowhere";

impl Lowering<'_> {
    /// The schema at `place`, which stands at `site`.
    pub(super) fn schema(&mut self, place: &Place, site: &Site) -> Use {
        if let Some(target) = self.bundle.reference(place).cloned()
            && !self.says_more(place)
        {
            return Use::plain(Ty::Named(self.named(&target)), self.allows_null(&target));
        }
        if self.bundle.is_dangling(place) {
            return Use::plain(self.untyped(place, DANGLING), false);
        }
        let Some(node) = self.merged(place) else {
            return Use::plain(Ty::Json, false);
        };
        self.own_before(place);
        if let Some(id) = self.looped(&node, place, site) {
            return self.used(&node, Ty::Named(id), false);
        }
        self.open.push(place.clone());
        let mut found = self.inline(&node, place, site);
        self.open.pop();
        if let Some(&id) = self.loops.get(place) {
            let ty = std::mem::replace(&mut found.ty, Ty::Named(id));
            self.types.get_mut(id).shape = Shape::Alias(ty);
        }
        found
    }

    /// The type of a list or map of itself, which needs a name to call itself by; other schemas need none to be a list or a map.
    fn looped(&mut self, node: &SchemaNode, place: &Place, site: &Site) -> Option<TypeId> {
        if let Some(&id) = self.loops.get(place) {
            return Some(id);
        }
        if !self.open.contains(place) || self.inline.contains_key(place) {
            return None;
        }
        let id = self.reserve_inline(node, place, site);
        self.loops.insert(place.clone(), id);
        Some(id)
    }

    /// What an `allOf` brings here from another schema belongs to that one, which is lowered first: its types are then called after it,
    /// whatever the order of the document.
    fn own_before(&mut self, place: &Place) {
        if self
            .current
            .as_ref()
            .is_some_and(|current| is_below(place, current))
        {
            return;
        }
        // Where everything is selected, every schema that has a name was met before.
        if self.bundle.is_selective()
            && let Some(declarer) = self.bundle.declarer(place)
        {
            self.named(&declarer);
        }
        let above = std::iter::successors(place.parent(), Place::parent);
        let owners = above.filter_map(|above| self.pending.get_index_of(&above));
        let first = owners.min();
        if let Some((owner, id)) = first.and_then(|owner| self.pending.swap_remove_index(owner)) {
            self.lower_named(id, &owner);
        }
    }

    /// Whether anything that is read stands beside a `$ref`.
    pub(super) fn says_more(&self, place: &Place) -> bool {
        let version = self.bundle.version(place);
        let node = self.bundle.get(place).and_then(Json::as_object);
        node.is_some_and(|node| {
            node.keys()
                .any(|keyword| dialect::is_read_beside_reference(version, keyword))
        })
    }

    /// The schema of a child that was cut out.
    pub(super) fn child<T>(&mut self, child: &ReferenceOr<T>, site: &Site) -> Use {
        match place_of(child) {
            Some(place) => self.schema(&place, site),
            None => Use::plain(Ty::Json, false),
        }
    }

    fn inline(&mut self, node: &SchemaNode, place: &Place, site: &Site) -> Use {
        let (ty, wrapped_null) = match self.classify(node, place) {
            Class::Plain(ty) => (ty, false),
            Class::List => (self.list(node, place, site), false),
            Class::Map => (self.map(node, place, site), false),
            Class::Wrapped(inner) => {
                let Use {
                    ty,
                    nullable,
                    docs: _,
                    deprecated: _,
                    pinned: _,
                } = self.schema(&inner, site);
                (ty, nullable)
            }
            Class::Named(target) => (Ty::Named(self.named(&target)), self.allows_null(&target)),
            Class::Definition => (Ty::Named(self.define_inline(node, place, site)), false),
            Class::Listed(list) => (
                Ty::Named(self.define_inline_list(node, place, site, list)),
                false,
            ),
            Class::Union(members) => (
                Ty::Named(self.define_inline_union(node, place, site, members)),
                false,
            ),
        };
        self.used(node, ty, wrapped_null)
    }

    /// What a schema that is of that type says to whoever holds it.
    fn used(&mut self, node: &SchemaNode, ty: Ty, wrapped_null: bool) -> Use {
        let SchemaNode { data, keywords: _ } = node;
        Use {
            ty,
            nullable: wrapped_null || self.has_null(node),
            docs: docs::of_schema(data),
            deprecated: docs::deprecation(data.deprecated, data.description.as_deref()),
            pinned: extension::rust_name(&data.extensions),
        }
    }

    /// An inline object or enum becomes a type that is named after its place.
    fn define_inline(&mut self, node: &SchemaNode, place: &Place, site: &Site) -> TypeId {
        if let Some(id) = self.known_inline(place, site) {
            return id;
        }
        let id = self.reserve_inline(node, place, site);
        let shape = self.definition(node, place, id);
        self.types.get_mut(id).shape = shape;
        id
    }

    fn define_inline_list(
        &mut self,
        node: &SchemaNode,
        place: &Place,
        site: &Site,
        list: Enum,
    ) -> TypeId {
        if let Some(id) = self.known_inline(place, site) {
            return id;
        }
        let id = self.reserve_inline(node, place, site);
        self.types.get_mut(id).shape = Shape::Enum(list);
        id
    }

    fn define_inline_union(
        &mut self,
        node: &SchemaNode,
        place: &Place,
        site: &Site,
        parts: union::Parts,
    ) -> TypeId {
        if let Some(id) = self.known_inline(place, site) {
            return id;
        }
        let id = self.reserve_inline(node, place, site);
        let shape = self.union(node, parts, id);
        self.types.get_mut(id).shape = shape;
        id
    }

    /// A type that is named after its place, its shape to be filled in: what is inside is named after it in turn.
    pub(super) fn reserve_inline(
        &mut self,
        node: &SchemaNode,
        place: &Place,
        site: &Site,
    ) -> TypeId {
        let data = &node.data;
        let id = self.types.add(TypeDef {
            origin: place.clone(),
            name: site.name(),
            pinned: extension::rust_name(&data.extensions),
            docs: docs::of_schema(data),
            deprecated: None,
            shape: Shape::Alias(Ty::Json),
        });
        if site.is_own {
            self.inline.insert(place.clone(), id);
        }
        id
    }

    /// The object that the document lists a property in, and what the schema is to it: an `allOf` or a `$ref` may bring it elsewhere first.
    fn textual_owner(&self, place: &Place) -> Option<(Owner, String)> {
        let pointer = place.pointer.parent()?;
        let last = place.pointer.last()?;
        let parent = |pointer| Place {
            file: place.file,
            pointer,
        };
        match &*pointer.last()? {
            "properties" => {
                let object = parent(pointer.parent()?);
                let known = self.named.get(&object).or_else(|| self.inline.get(&object));
                Some((Owner::Type(*known?), last.into_owned()))
            }
            _ => {
                let role = own_name::role(&last)?;
                let (owner, outer) = self.textual_owner(&parent(pointer))?;
                Some((owner, format!("{outer} {role}")))
            }
        }
    }

    /// Calls inline schemas after the objects that the document lists them in, all of which are known in the end: the order in which they were
    /// met has no say in it.
    pub(in crate::lower) fn settle_names(&mut self) {
        let mut inline: Vec<(Place, TypeId)> = self.inline.clone().into_iter().collect();
        inline.sort_unstable();
        for (place, id) in inline
            .into_iter()
            .filter(|(_, id)| !self.given.contains(id))
        {
            if let Some((owner, role)) = self.textual_owner(&place) {
                let name = TypeName::Place { owner, role };
                if !self.hangs_on(&name, id) {
                    self.types.get_mut(id).name = name;
                }
            }
        }
    }

    fn definition(&mut self, node: &SchemaNode, place: &Place, id: TypeId) -> Shape {
        if node.keywords.enumeration.is_empty() {
            Shape::Object(self.object(node, place, id))
        } else {
            Shape::Enum(enumeration::lower(node))
        }
    }

    fn classify(&mut self, node: &SchemaNode, place: &Place) -> Class {
        let keywords = &node.keywords;
        match wrapper::wrapped(node, place, self.bundle) {
            Some(Wrapped::Named(target)) => return Class::Named(target),
            Some(Wrapped::Part(part)) => return Class::Wrapped(part),
            None => {}
        }
        if let Some(class) = self.classify_union(node, place) {
            return class;
        }
        if !keywords.enumeration.is_empty() {
            return self.classify_enum(node, place);
        }
        let stated = keywords.typ.as_deref();
        match stated.or_else(|| implied::implied(keywords)) {
            Some("object") => object::class(keywords),
            Some("array") => Class::List,
            Some(name) => Class::Plain(self.scalar(name, keywords, place)),
            None if !node.prefix_items().is_empty() => Class::List,
            None => Class::Plain(self.untyped(place, "the schema states no type")),
        }
    }

    fn classify_enum(&mut self, node: &SchemaNode, place: &Place) -> Class {
        match enumeration::kind(&node.keywords.enumeration) {
            enumeration::Kind::Texts | enumeration::Kind::Integers => Class::Definition,
            enumeration::Kind::Plain(ty) => Class::Plain(ty),
            enumeration::Kind::Mixed => {
                let types = enumeration::types(&node.keywords.enumeration);
                Class::Union(union::by_type(node, place, types))
            }
        }
    }

    fn list(&mut self, node: &SchemaNode, place: &Place, site: &Site) -> Ty {
        let site = site.inside("item");
        let item = match (node.prefix_items(), &node.keywords.items) {
            (first, rest) if !first.is_empty() => {
                self.mixed_items(node, first, rest.as_ref().and_then(place_of), &site)
            }
            (_, Some(ReferenceOr::Item(schema))) => {
                let composed = self.composed(schema, site);
                composed.map_or(Ty::Json, |(_, used)| used.into_ty())
            }
            (_, Some(items)) => self.child(items, &site).into_ty(),
            (_, None) => self.untyped_member(place, "the list does not say what its items are"),
        };
        Ty::List(Box::new(item))
    }

    /// Any JSON as the items or members of what stands at a place, noted for the report.
    pub(super) fn untyped_member(&mut self, place: &Place, reason: &'static str) -> Ty {
        let place = place.clone();
        self.untyped_members.push(Untyped { place, reason });
        Ty::Json
    }

    /// Any JSON, noted for the report.
    pub(super) fn untyped(&mut self, place: &Place, reason: &'static str) -> Ty {
        self.untyped.push(Untyped {
            place: place.clone(),
            reason,
        });
        Ty::Json
    }
}

impl Lowering<'_> {
    /// The schema at a place with its `allOf` merged in.
    fn merged(&mut self, place: &Place) -> Option<SchemaNode> {
        let node = read_schema(self.bundle, place, self.sink)?;
        all_of::merge(node, place, self.bundle, self.sink)
    }

    /// The schema at the end of a chain of `$ref`s with what stands beside one on the way.
    fn resolved(&mut self, place: &Place) -> Option<SchemaNode> {
        let mut node = self.merged(place)?;
        while let Some(next) = node
            .base()
            .filter(|_| node.keywords == AnySchema::default())
        {
            node = self.merged(&next)?;
        }
        Some(node)
    }
}

/// Whether a node stands inside another one.
fn is_below(place: &Place, above: &Place) -> bool {
    place != above && place.file == above.file && place.pointer.is_within(&above.pointer)
}
