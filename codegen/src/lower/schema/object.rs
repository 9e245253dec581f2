//! Objects and maps.

use std::collections::HashSet;

use openapiv3::{AdditionalProperties, AnySchema, ReferenceOr, Schema};

use super::composed::all;
use super::{Class, Site, Use};
use crate::diagnostic::Code;
use crate::ir::{Field, Object, Owner, Presence, Ty, TypeId};
use crate::lower::Lowering;
use crate::lower::node::SchemaNode;
use crate::place::Place;

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
    pub(super) fn map(&mut self, node: &SchemaNode, site: &Site) -> Ty {
        let value = match &node.keywords.additional_properties {
            Some(AdditionalProperties::Schema(value)) => {
                self.child(value, &site.inside("value")).into_ty()
            }
            None | Some(AdditionalProperties::Any(_)) => Ty::Json,
        };
        Ty::Map(Box::new(value))
    }

    pub(super) fn object(&mut self, node: &SchemaNode, place: &Place, id: TypeId) -> Object {
        let keywords = &node.keywords;
        self.check_required(keywords, place);
        let required: HashSet<&str> = keywords.required.iter().map(String::as_str).collect();
        let fields = keywords
            .properties
            .iter()
            .filter_map(|(name, child)| {
                self.field(name, child, required.contains(name.as_str()), id)
            })
            .collect();
        Object {
            fields,
            rest: self.rest(keywords, id),
        }
    }

    fn field(
        &mut self,
        name: &str,
        child: &ReferenceOr<Box<Schema>>,
        required: bool,
        id: TypeId,
    ) -> Option<Field> {
        let site = Site::new(Owner::Type(id), name);
        let (origin, used) = match child {
            ReferenceOr::Reference { reference } => {
                let place = reference.parse().ok()?;
                let used = self.schema(&place, &site);
                (place, used)
            }
            ReferenceOr::Item(schema) => self.composed(schema, site)?,
        };
        let Use {
            ty,
            nullable,
            docs,
            deprecated,
            pinned,
        } = used;
        // Null is one of the values that any JSON has.
        let presence = Presence::new(required, nullable && ty != Ty::Json);
        Some(Field {
            origin,
            wire_name: name.to_owned(),
            pinned,
            ty,
            presence,
            access: self.access(&all(child)),
            part: None,
            docs,
            deprecated,
        })
    }

    fn rest(&mut self, keywords: &AnySchema, id: TypeId) -> Option<Ty> {
        match &keywords.additional_properties {
            None | Some(AdditionalProperties::Any(false)) => None,
            Some(AdditionalProperties::Any(true)) => Some(Ty::Json),
            Some(AdditionalProperties::Schema(value)) => Some(
                self.child(value, &Site::new(Owner::Type(id), "value"))
                    .into_ty(),
            ),
        }
    }

    fn check_required(&mut self, keywords: &AnySchema, place: &Place) {
        let undeclared = keywords
            .required
            .iter()
            .filter(|name| !keywords.properties.contains_key(*name));
        if keywords.additional_properties.is_some() {
            return; // It may well be one of the members that are not declared.
        }
        for name in undeclared {
            let message = format!("`{name}` is required and not declared");
            self.sink
                .report(Code::RequiredUndeclared, &place.child("required"), message)
                .help_closest(name, keywords.properties.keys().map(String::as_str));
        }
    }
}
