//! Schemas.

mod access;
mod all_of;
mod composed;
mod conditional;
mod enumeration;
mod flag;
mod implied;
mod inline;
mod list;
mod merger;
mod named;
mod null;
mod object;
mod openness;
mod own_name;
mod properties;
mod scalar;
mod settled_names;
mod site;
mod union;
mod untyped;
mod wrapper;

pub(super) use null::Nulls;

use openapiv3::{AnySchema, ReferenceOr};
use serde_json::Value as Json;

use super::node::{SchemaNode, place_of, read_schema};
use super::{Lowering, docs, extension};
use crate::dialect::{listed::is_of_items, references};
use crate::ir::{Enum, Shape, Ty, TypeId};
use crate::place::Place;

pub(super) use composed::holding;
pub(super) use flag::flag;
pub(super) use openness::is_open;
pub(super) use own_name::{own_name, shared_name};
pub(super) use site::{Site, Use};

use wrapper::Wrapped;

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
            return Use::plain(
                Ty::Named(self.named(&target)),
                self.is_named_nullable(&target),
            );
        }
        if self.bundle.is_dangling(place) {
            return Use::plain(self.untyped(place, DANGLING), false);
        }
        let Some(node) = self.merged(place) else {
            return Use::plain(Ty::Json, false);
        };
        self.own_before(place);
        if let Some(id) = self.looped(&node, place, site) {
            return self.used(&node, place, Ty::Named(id), false);
        }
        self.memo.open.push(place.clone());
        let mut found = self.inline(&node, place, site);
        self.memo.open.pop();
        if let Some(&id) = self.memo.loops.get(place) {
            let ty = std::mem::replace(&mut found.ty, Ty::Named(id));
            self.types.get_mut(id).shape = Shape::Alias(ty);
        }
        found
    }

    /// Whether anything that is read stands beside a `$ref`.
    pub(super) fn says_more(&self, place: &Place) -> bool {
        let version = self.bundle.version(place);
        let node = self.bundle.get(place).and_then(Json::as_object);
        node.is_some_and(|node| {
            node.keys()
                .any(|keyword| references::is_read(version, keyword))
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
            Class::Named(target) => (
                Ty::Named(self.named(&target)),
                self.is_named_nullable(&target),
            ),
            Class::Definition => {
                let shape = |cx: &mut Self, id| cx.definition(node, place, id);
                (self.define_inline(node, place, site, shape), false)
            }
            Class::Listed(list) => {
                let shape = |_: &mut Self, _| Shape::Enum(list);
                (self.define_inline(node, place, site, shape), false)
            }
            Class::Union(parts) => {
                let shape = |cx: &mut Self, id| cx.union(node, parts, id);
                (self.define_inline(node, place, site, shape), false)
            }
        };
        self.used(node, place, ty, wrapped_null)
    }

    /// What a schema that is of that type says to whoever holds it.
    fn used(&mut self, node: &SchemaNode, place: &Place, ty: Ty, wrapped_null: bool) -> Use {
        let SchemaNode { data, keywords: _ } = node;
        Use {
            ty,
            nullable: wrapped_null || self.has_null(node),
            docs: docs::of_schema(data, place),
            deprecated: docs::deprecation(data.deprecated, data.description.as_deref()),
            pinned: extension::rust_name(&data.extensions),
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
        let stated = keywords.typ.as_deref();
        if !keywords.enumeration.is_empty() && !is_of_items(stated, &keywords.enumeration) {
            return self.classify_enum(node, place);
        }
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
