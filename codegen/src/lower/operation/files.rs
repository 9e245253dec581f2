//! Files: what of a body in parts is sent as it is.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::content::Offer;
use crate::dialect::bytes::is_of_bytes;
use crate::ir::{Field, Shape, Ty, TypeId, Union};
use crate::lower::Lowering;
use crate::lower::schema::Site;
use crate::place::Place;
use crate::specification::Version;

impl Lowering<'_> {
    /// The type of a property as a part of a body.
    pub(super) fn part_type(&mut self, field: &Field, offer: &Offer) -> Ty {
        let ty = field.ty.clone();
        let listed = Self::listed_media_types(offer, &field.wire_name);
        let ty = if listed.first().is_some_and(|name| is_of_bytes(name, true)) {
            self.as_bytes(&ty).unwrap_or(ty)
        } else {
            self.open_as_bytes(ty, &field.origin, offer)
        };
        if ty != field.ty {
            let origin = &field.origin;
            let is_of_it = |place: &Place| {
                place.file == origin.file && place.pointer.is_within(&origin.pointer)
            };
            self.untyped.retain(|untyped| !is_of_it(&untyped.place));
        }
        self.with_files(ty)
    }

    /// Text, or any value, whose media type is one of bytes.
    fn as_bytes(&self, ty: &Ty) -> Option<Ty> {
        match self.types.behind(ty) {
            Ty::Text | Ty::Json => Some(Ty::Bytes),
            Ty::List(item) => Some(Ty::List(Box::new(self.as_bytes(item)?))),
            Ty::Nullable(inner) => Some(Ty::Nullable(Box::new(self.as_bytes(inner)?))),
            Ty::Named(_)
            | Ty::Null
            | Ty::Boolean
            | Ty::Integer(_)
            | Ty::Number
            | Ty::DateTime
            | Ty::Date
            | Ty::Base64
            | Ty::Bytes
            | Ty::File
            | Ty::Map(_) => None,
        }
    }

    /// Any value whose schema is one of a file.
    fn open_as_bytes(&self, ty: Ty, place: &Place, offer: &Offer) -> Ty {
        match ty {
            Ty::List(item) => {
                let items = self.bundle.follow(place).child("items");
                Ty::List(Box::new(self.open_as_bytes(*item, &items, offer)))
            }
            ty if *self.types.behind(&ty) == Ty::Json
                && (self.is_open(place, offer) || self.is_of_media_type(place)) =>
            {
                Ty::Bytes
            }
            ty => ty,
        }
    }

    /// A schema that says nothing is how OpenAPI 3.1 describes a file (OpenAPI 3.1.0, "Considerations for File Uploads"); what it describes
    /// elsewhere is any JSON, so that only one that stands in the body itself counts.
    fn is_open(&self, place: &Place, offer: &Offer) -> bool {
        place.file == offer.place.file
            && place.pointer.is_within(&offer.place.pointer)
            && self.bundle.version(place) == Version::V31
            && self.says_nothing(place)
    }

    /// Neither a type nor an encoding beside a media type of bytes says that they are sent as they are (the same section).
    fn is_of_media_type(&self, place: &Place) -> bool {
        let node = self.bundle.get(self.bundle.follow(place));
        node.is_some_and(|node| {
            let media_type = node.get("contentMediaType").and_then(Value::as_str);
            let is_bare = node.get("type").or(node.get("contentEncoding")).is_none();
            is_bare && media_type.is_some_and(|name| is_of_bytes(name, true))
        })
    }

    fn says_nothing(&self, place: &Place) -> bool {
        const NOTES: [&str; 8] = [
            "$comment",
            "default",
            "deprecated",
            "description",
            "example",
            "examples",
            "title",
            "writeOnly",
        ];
        let node = self.bundle.get(place).and_then(Value::as_object);
        let mut keywords = node.into_iter().flat_map(Map::keys);
        node.is_some() && keywords.all(|name| NOTES.contains(&name.as_str()))
    }

    /// A map whose values are sent as parts.
    pub(super) fn map_of_files(
        &mut self,
        ty: Ty,
        place: &Place,
        holder: &Site,
        offer: &Offer,
    ) -> Ty {
        match ty {
            Ty::Map(value) => Ty::Map(Box::new(self.member_part(*value, place, holder, offer))),
            ty => ty,
        }
    }

    /// The type with files in place of bytes, as far as they are sent as parts of their own. Another name for bytes gives way, since it is
    /// one for JSON too.
    pub(super) fn with_files(&mut self, ty: Ty) -> Ty {
        self.files_in(ty, &mut Walked::default())
    }

    fn files_in(&mut self, ty: Ty, walked: &mut Walked) -> Ty {
        match ty {
            Ty::Bytes => Ty::File,
            Ty::List(item) => Ty::List(Box::new(self.files_in(*item, walked))),
            Ty::Nullable(inner) => Ty::Nullable(Box::new(self.files_in(*inner, walked))),
            Ty::Named(id) => self.named_files(id, walked),
            Ty::Text
            | Ty::Boolean
            | Ty::Integer(_)
            | Ty::Number
            | Ty::DateTime
            | Ty::Date
            | Ty::Base64
            | Ty::File
            | Ty::Map(_)
            | Ty::Null
            | Ty::Json => ty,
        }
    }

    fn named_files(&mut self, id: TypeId, walked: &mut Walked) -> Ty {
        match self.types.get(id).shape.clone() {
            Shape::Alias(ty) if !walked.aliases.contains(&id) => {
                walked.aliases.push(id);
                let made = self.files_in(ty.clone(), walked);
                walked.aliases.pop();
                if made == ty { Ty::Named(id) } else { made }
            }
            Shape::Union(union) if walked.unions.insert(id) => {
                self.make_members_files(id, union, walked);
                Ty::Named(id)
            }
            Shape::Alias(_) | Shape::Union(_) | Shape::Object(_) | Shape::Enum(_) => Ty::Named(id),
        }
    }

    /// Makes files of the members of a union that are bytes; it is then sent as one of its members is.
    fn make_members_files(&mut self, id: TypeId, union: Union, walked: &mut Walked) {
        let Union {
            mut members,
            discriminator,
        } = union;
        for member in &mut members {
            member.ty = self.files_in(member.ty.clone(), walked);
        }
        self.types.get_mut(id).shape = Shape::Union(Union {
            members,
            discriminator,
        });
        if self.types.is_sent_as_files(&Ty::Named(id)) {
            self.parts.insert(id);
        }
    }
}

/// What a search for bytes has met.
#[derive(Default)]
struct Walked {
    unions: HashSet<TypeId>,
    /// The other names that it is within: a list may be one of itself.
    aliases: Vec<TypeId>,
}
