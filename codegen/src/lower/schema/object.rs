//! Objects and maps.

use std::collections::HashSet;

use openapiv3::{AdditionalProperties, AnySchema, ReferenceOr, Schema};

use super::access::access;
use super::composed::{any_of, distinct, holding, is_choice, places, said};
use super::flag::flag;
use super::openness::is_open;
use super::{Class, Site, Use};
use crate::diagnostic::Code;
use crate::ir::{Access, Docs, Field, Member, Object, Owner, Presence, Shape, Ty, TypeId, Union};
use crate::lower::Lowering;
use crate::lower::node::SchemaNode;
use crate::place::Place;

const ANY_MEMBERS: &str = "the object does not say what its members are";
const ANY_REST: &str = "members that are not declared may be anything";

/// An object whose members have no names of their own is a map.
pub(super) fn class(keywords: &AnySchema) -> Class {
    match (
        &keywords.properties.is_empty(),
        &keywords.additional_properties,
    ) {
        (false, _) | (true, Some(AdditionalProperties::Any(false))) => Class::Definition,
        (true, None | Some(AdditionalProperties::Any(true) | AdditionalProperties::Schema(_))) => {
            Class::Map
        }
    }
}

impl Lowering<'_> {
    pub(super) fn map(&mut self, node: &SchemaNode, place: &Place, site: &Site) -> Ty {
        let value = match &node.keywords.additional_properties {
            Some(AdditionalProperties::Schema(value)) => {
                self.member_of(node, value, &site.inside("value"))
            }
            None | Some(AdditionalProperties::Any(_)) => self.untyped_member(place, ANY_MEMBERS),
        };
        Ty::Map(Box::new(value))
    }

    pub(super) fn object(&mut self, node: &SchemaNode, place: &Place, id: TypeId) -> Object {
        let keywords = &node.keywords;
        let required: HashSet<&str> = keywords.required.iter().map(String::as_str).collect();
        let declared = keywords.properties.iter().filter_map(|(name, child)| {
            self.field(name, child, required.contains(name.as_str()), id)
        });
        let mut fields: Vec<Field> = declared.collect();
        fields.extend(self.undeclared(keywords, place));
        Object {
            fields,
            rest: self.rest(node, place, id),
        }
    }

    fn field(
        &mut self,
        name: &str,
        child: &ReferenceOr<Box<Schema>>,
        required: bool,
        id: TypeId,
    ) -> Option<Field> {
        let (origin, used) = self.property(child, Site::new(Owner::Type(id), name))?;
        let Use {
            ty,
            nullable,
            docs,
            deprecated,
            pinned,
        } = used;
        let presence = Presence::new(required, nullable && !ty.has_null());
        let schemas = holding(self.bundle, &places(child));
        // Of those that a property has by choice, none holds alone.
        let holding = if is_choice(child) { &[] } else { &*schemas };
        Some(Field {
            origin,
            wire_name: name.to_owned(),
            pinned,
            ty,
            presence,
            access: access(holding),
            flag: flag(holding),
            is_open: is_open(&schemas),
            fixed: None,
            part: None,
            docs,
            deprecated,
        })
    }

    /// The schema of a property: where it stands, and what comes of it.
    fn property(&mut self, child: &ReferenceOr<Box<Schema>>, site: Site) -> Option<(Place, Use)> {
        match child {
            ReferenceOr::Reference { reference } => {
                let place = reference.parse().ok()?;
                let used = self.schema(&place, &site);
                Some((place, used))
            }
            ReferenceOr::Item(schema) => self.composed(schema, site),
        }
    }

    fn rest(&mut self, node: &SchemaNode, place: &Place, id: TypeId) -> Option<Ty> {
        match &node.keywords.additional_properties {
            None | Some(AdditionalProperties::Any(false)) => None,
            Some(AdditionalProperties::Any(true)) => Some(self.untyped_member(place, ANY_REST)),
            Some(AdditionalProperties::Schema(value)) => {
                Some(self.member_of(node, value, &Site::new(Owner::Type(id), "value")))
            }
        }
    }

    /// What the members are that are not declared: of one of these schemas, and of any other kind where the node says so.
    fn member_of(&mut self, node: &SchemaNode, value: &ReferenceOr<Schema>, site: &Site) -> Ty {
        let places = distinct(places(value), self.bundle);
        match places.as_slice() {
            [] => Ty::Json,
            [only] if node.has_other_members() => self.known_or_other(only, site),
            [only] => self.schema(only, site).into_ty(),
            several if several.iter().any(|place| self.is_silent(place)) => Ty::Json,
            several => self.one_of_these(several, node.has_other_members(), site),
        }
    }

    /// Whether a schema allows any value: a union would take those of other schemas for it, or it for those.
    fn is_silent(&self, place: &Place) -> bool {
        let place = self.bundle.follow(place);
        said(place, self.bundle) == (None, AnySchema::default())
    }

    /// A union, which has a place for what is of no such kind. Where all of these are of one type after all, there is none unless values
    /// may be of another kind.
    fn one_of_these(&mut self, places: &[Place], is_open: bool, site: &Site) -> Ty {
        let ReferenceOr::Item(schema) = any_of(places) else {
            return Ty::Json;
        };
        let composed = self.composed(&schema, site.clone());
        let ty = composed.map_or(Ty::Json, |(_, used)| used.into_ty());
        if let (true, Ty::Named(id)) = (is_open, &ty)
            && let Shape::Alias(known) = self.types.get(*id).shape.clone()
        {
            self.types.get_mut(*id).shape = known_or_unknown(known);
        }
        ty
    }

    /// A union of one: a member of that type, or one that is kept as it is.
    fn known_or_other(&mut self, place: &Place, site: &Site) -> Ty {
        let ty = self.schema(place, &site.inside("known")).into_ty();
        if ty == Ty::Json {
            return ty;
        }
        let id = self.reserve_inline(&SchemaNode::default(), place, &site.clone().made());
        self.types.get_mut(id).shape = known_or_unknown(ty);
        Ty::Named(id)
    }

    /// The properties that are required and that nothing declares: there, with any value. Requests have to carry them and answers would
    /// lose them. As likely the name is a slip, so that nobody insists on them.
    fn undeclared(&mut self, keywords: &AnySchema, place: &Place) -> Vec<Field> {
        if keywords.additional_properties.is_some() {
            return Vec::new(); // It may well be one of the members that are not declared.
        }
        let mut names: Vec<&String> = Vec::new();
        for name in &keywords.required {
            if !keywords.properties.contains_key(name) && !names.contains(&name) {
                names.push(name);
            }
        }
        let place = place.child("required");
        names
            .into_iter()
            .map(|name| self.undeclared_field(name, keywords, &place))
            .collect()
    }

    fn undeclared_field(&mut self, name: &str, keywords: &AnySchema, place: &Place) -> Field {
        let message = format!("`{name}` is required and not declared");
        self.sink
            .report(Code::RequiredUndeclared, place, message)
            .help_closest(name, keywords.properties.keys().map(String::as_str));
        Field {
            origin: place.clone(),
            wire_name: name.to_owned(),
            pinned: None,
            ty: self.untyped(place, "the property is required and not declared"),
            presence: Presence::Optional,
            access: Access::Both,
            flag: None,
            is_open: false,
            fixed: None,
            part: None,
            docs: Docs::default(),
            deprecated: None,
        }
    }
}

/// A value of that type, or one of another kind that is kept as it is.
fn known_or_unknown(ty: Ty) -> Shape {
    Shape::Union(Union {
        members: vec![Member::new(ty, Some("known".to_owned()))],
        discriminator: None,
    })
}
