//! Bodies in parts.

use openapiv3::{ReferenceOr, Schema};

use crate::ir::{Object, Shape, Ty, TypeId};
use crate::lower::Lowering;
use crate::lower::schema::Site;

impl Lowering<'_> {
    /// The type of a body in parts: an object, whose bytes are files. What the document describes in any other way is a part for each
    /// member of a map.
    pub(super) fn multipart(&mut self, schema: Option<&ReferenceOr<Schema>>, site: &Site) -> Ty {
        let used = schema.map(|schema| self.child(schema, site));
        // Its shape decides, so that it has to be known now.
        self.lower_pending();
        let object = used.and_then(|used| self.object_behind(&used.ty));
        match object {
            Some(id) => {
                self.make_files(id);
                self.parts.insert(id);
                Ty::Named(id)
            }
            None => Ty::Map(Box::new(Ty::Json)),
        }
    }

    /// The object that a type is, or is another name for.
    fn object_behind(&self, ty: &Ty) -> Option<TypeId> {
        let id = match self.types.behind(ty) {
            Ty::Nullable(inner) => return self.object_behind(inner),
            Ty::Named(id) => *id,
            _ => return None,
        };
        match &self.types.get(id).shape {
            Shape::Object(_) => Some(id),
            Shape::Enum(_) | Shape::Union(_) | Shape::Alias(_) => None,
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
