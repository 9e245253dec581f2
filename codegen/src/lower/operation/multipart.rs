//! Bodies in parts.

use super::content::Offer;
use crate::ir::{Encoding, Field, Object, Owner, Shape, Style, Ty, TypeId, Union};
use crate::lower::Lowering;
use crate::lower::schema::Site;

impl Lowering<'_> {
    /// The type of a body in parts: an object, a map or one of several, whose bytes are files. What the document describes in any other way
    /// is a part for each member of a map of anything.
    pub(super) fn multipart(&mut self, offer: &Offer, site: &Site) -> Ty {
        let schema = offer.node.schema.as_ref();
        let used = schema.map(|schema| self.child(schema, site));
        // Its shape decides, so that it has to be known now.
        self.lower_pending();
        let mut parts = Vec::new();
        match used.map(|used| self.without_null(used.ty)) {
            Some(ty) if self.is_of_parts(&ty, &mut parts) => {
                for id in &parts {
                    self.write_parts(*id, offer);
                }
                self.parts.extend(parts);
                self.map_of_files(ty, &offer.place, site, offer)
            }
            Some(_) | None => {
                const REASON: &str = "a body in parts that is no object is a part for each member";
                let map = Ty::Map(Box::new(self.untyped(&offer.place, REASON)));
                self.map_of_files(map, &offer.place, site, offer)
            }
        }
    }

    /// No body in parts is null.
    fn without_null(&self, ty: Ty) -> Ty {
        if let Ty::Nullable(inner) = self.types.behind(&ty) {
            return self.without_null(inner.as_ref().clone());
        }
        ty
    }

    /// Whether a type is an object, a map or one of several; `parts` are the types that it is made of.
    pub(super) fn is_of_parts(&self, ty: &Ty, parts: &mut Vec<TypeId>) -> bool {
        match ty {
            Ty::Map(_) => true,
            Ty::Named(id) if parts.contains(id) => true,
            Ty::Named(id) => {
                parts.push(*id);
                self.shape_is_of_parts(&self.types.get(*id).shape, parts)
            }
            Ty::Text
            | Ty::Boolean
            | Ty::Integer(_)
            | Ty::Number
            | Ty::DateTime
            | Ty::Date
            | Ty::Base64
            | Ty::Bytes
            | Ty::File
            | Ty::List(_)
            | Ty::Nullable(_)
            | Ty::Null
            | Ty::Json => false,
        }
    }

    fn shape_is_of_parts(&self, shape: &Shape, parts: &mut Vec<TypeId>) -> bool {
        match shape {
            Shape::Object(_) => true,
            Shape::Enum(_) => false,
            Shape::Alias(ty) => self.is_of_parts(ty, parts),
            Shape::Union(Union {
                members,
                discriminator: _,
            }) => members
                .iter()
                .all(|member| self.is_of_parts(&member.ty, parts)),
        }
    }

    /// How the members of a type are written as parts: bytes as files, and the rest as the document says.
    fn write_parts(&mut self, id: TypeId, offer: &Offer) {
        let origin = self.types.get(id).origin.clone();
        let site = Site::new(Owner::Type(id), "");
        let shape = match self.types.get(id).shape.clone() {
            Shape::Object(Object { fields, rest }) => Shape::Object(Object {
                fields: fields
                    .into_iter()
                    .map(|field| self.as_part(field, offer))
                    .collect(),
                rest: rest.map(|ty| self.rest_part(ty, id, offer)),
            }),
            Shape::Union(Union {
                mut members,
                discriminator,
            }) => {
                for member in &mut members {
                    member.ty = self.map_of_files(member.ty.clone(), &origin, &site, offer);
                }
                Shape::Union(Union {
                    members,
                    discriminator,
                })
            }
            Shape::Alias(ty) => Shape::Alias(self.map_of_files(ty, &origin, &site, offer)),
            list @ Shape::Enum(_) => list,
        };
        self.types.get_mut(id).shape = shape;
    }

    fn as_part(&mut self, mut field: Field, offer: &Offer) -> Field {
        self.warn_of_headers(&field.wire_name, offer);
        field.ty = self.part_type(&field, offer);
        let name = &field.wire_name;
        let stated = self.encoding(offer, name);
        let stated = stated.filter(|stated| self.is_written(stated, name, &field.ty, offer));
        let encoding = stated.or_else(|| self.encoded(&field.origin));
        // A schema that several bodies share is written as the first of them says.
        field.part = field
            .part
            .or(encoding.filter(|encoding| !self.is_usual(encoding, &field.ty)));
        field
    }

    /// Whether a part is written so without anybody's saying it: texts and lists are, and objects are JSON.
    fn is_usual(&self, encoding: &Encoding, ty: &Ty) -> bool {
        let is_plain = match self.types.behind(ty) {
            Ty::Named(_) | Ty::Map(_) | Ty::Nullable(_) | Ty::Null | Ty::Json => false,
            Ty::Text
            | Ty::Boolean
            | Ty::Integer(_)
            | Ty::Number
            | Ty::DateTime
            | Ty::Date
            | Ty::Base64
            | Ty::Bytes
            | Ty::File
            | Ty::List(_) => true,
        };
        is_plain && *encoding == Encoding::Style(Style::Form, true)
    }
}
