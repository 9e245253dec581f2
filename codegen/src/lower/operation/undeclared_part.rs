//! Members of a body in parts of which the document says nothing.

use super::content::Offer;
use crate::ir::{Docs, Member, Owner, Shape, Ty, TypeDef, TypeId, Union};
use crate::lower::Lowering;
use crate::lower::schema::Site;
use crate::place::Place;

impl Lowering<'_> {
    /// The type of what is sent as parts for each member of a map. Any value may be a file as well, which no JSON could carry; a schema that
    /// stands elsewhere may describe JSON, too, where no member is a file.
    pub(super) fn member_part(
        &mut self,
        ty: Ty,
        place: &Place,
        holder: &Site,
        offer: &Offer,
    ) -> Ty {
        let body = &offer.place;
        let is_inside = place.file == body.file && place.pointer.is_within(&body.pointer);
        match ty {
            Ty::Json if is_inside => Ty::Named(self.undeclared_part(place, holder)),
            ty => self.with_files(ty),
        }
    }

    /// The same of the members that an object does not declare.
    pub(super) fn rest_part(&mut self, ty: Ty, object: TypeId, offer: &Offer) -> Ty {
        let place = self.types.get(object).origin.clone();
        self.member_part(ty, &place, &Site::new(Owner::Type(object), ""), offer)
    }

    fn undeclared_part(&mut self, place: &Place, holder: &Site) -> TypeId {
        let member = |ty, name: &str| Member::new(ty, Some(name.to_owned()));
        // Where the type is read, everything is JSON.
        let members = vec![member(Ty::Json, "json"), member(Ty::File, "file")];
        let id = self.types.add(TypeDef {
            origin: place.clone(),
            name: holder.inside("part").name(),
            pinned: None,
            docs: Docs {
                summary: Some("A member that the document does not declare: text or any other JSON, or a file.".to_owned()),
                ..Docs::default()
            },
            deprecated: None,
            shape: Shape::Union(Union {
                members,
                discriminator: None,
            }),
        });
        self.parts.insert(id);
        id
    }
}
