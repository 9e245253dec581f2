//! Bodies in parts.

use super::content::Offer;
use crate::ir::{Object, Shape, Ty, TypeId, Union};
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
                    self.make_files(*id);
                    self.state_media_types(*id, offer);
                }
                self.parts.extend(parts);
                ty
            }
            Some(_) | None => {
                const REASON: &str = "a body in parts that is no object is a part for each member";
                Ty::Map(Box::new(self.untyped(&offer.place, REASON)))
            }
        }
    }

    /// No body in parts is null.
    fn without_null(&self, ty: Ty) -> Ty {
        match self.types.behind(&ty) {
            Ty::Nullable(inner) => self.without_null(inner.as_ref().clone()),
            _ => ty,
        }
    }

    /// Whether a type is an object, a map or one of several; `parts` are the types that it is made of.
    fn is_of_parts(&self, ty: &Ty, parts: &mut Vec<TypeId>) -> bool {
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

    /// Notes the media types that the document gives to parts, of several the first (OpenAPI 3.0.3, "Encoding Object").
    fn state_media_types(&mut self, id: TypeId, offer: &Offer) {
        let Shape::Object(Object { fields, rest: _ }) = &mut self.types.get_mut(id).shape else {
            return;
        };
        for field in fields {
            let encoding = offer.node.encoding.get(&field.wire_name);
            let stated = encoding.and_then(|encoding| encoding.content_type.as_deref());
            let first = stated.and_then(|list| list.split(',').next());
            // A pattern leaves it to the caller.
            if let Some(first) = first.filter(|first| !first.contains('*')) {
                field.part.get_or_insert_with(|| first.trim().to_owned());
            }
        }
    }

    fn make_files(&mut self, id: TypeId) {
        if let Shape::Object(Object { fields, rest: _ }) = &mut self.types.get_mut(id).shape {
            fields.iter_mut().for_each(|field| make_file(&mut field.ty));
        }
    }
}

fn make_file(ty: &mut Ty) {
    match ty {
        Ty::Bytes => *ty = Ty::File,
        Ty::List(inner) | Ty::Nullable(inner) => make_file(inner),
        Ty::Named(_)
        | Ty::Text
        | Ty::Boolean
        | Ty::Integer(_)
        | Ty::Number
        | Ty::DateTime
        | Ty::Date
        | Ty::Base64
        | Ty::File
        | Ty::Map(_)
        | Ty::Json => {}
    }
}
