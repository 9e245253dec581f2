//! `oneOf` and `anyOf`.

mod discriminator;
mod heirs;
mod implied;
mod kinds;
mod open_enum;
mod parts;
mod role;
mod tagged;

use openapiv3::{AnySchema, Discriminator};

use super::{Class, Site, Use, all_of};
use crate::ir::{Member, Owner, Shape, Ty, TypeId, TypeName, Union};
use crate::lower::Lowering;
use crate::lower::node::SchemaNode;
use crate::place::Place;

pub(super) use parts::{Parts, alternatives, by_type, is_null};

use parts::{Part, shared};
use role::{Seat, Siblings, title};
use tagged::Tagged;

/// Unions inside unions that share properties are spelled out so deep: each level is one more type for every part of the others.
const DEEPEST: usize = 4;

/// The format with which 2.0 says what it has no type for, as Kubernetes' documents do.
const INT_OR_STRING: &str = "int-or-string";

fn is_plain_text(keywords: &AnySchema) -> bool {
    keywords.typ.as_deref() == Some("string") && keywords.enumeration.is_empty()
}

impl Lowering<'_> {
    /// What a schema with `oneOf` or `anyOf` is; `None` where these add nothing but conditions.
    pub(super) fn classify_union(&mut self, node: &SchemaNode, place: &Place) -> Option<Class> {
        let types = node.types();
        if !types.is_empty() {
            return Some(Class::Union(by_type(node, place, types)));
        }
        if node.keywords.format.as_deref() == Some(INT_OR_STRING) && is_plain_text(&node.keywords) {
            let types = ["integer", "string"].map(str::to_owned);
            let mut node = node.clone();
            node.keywords.format = None;
            return Some(Class::Union(by_type(&node, place, types.into())));
        }
        if let Some(parts) = self.list_or_one(node, place) {
            return Some(Class::Union(parts));
        }
        let parts = self.parts(&node.keywords);
        if parts.is_empty() {
            return self.heirs(node, place).map(Class::Union);
        }
        let shared = shared(&node.keywords);
        match (parts.as_slice(), &shared) {
            ([only], None) => Some(Class::Wrapped(only.place.clone())),
            (several, None) => Some(
                self.open_enum(several)
                    .unwrap_or(Class::Union(Parts { parts, shared })),
            ),
            (_, Some(_)) => Some(Class::Union(Parts { parts, shared })),
        }
    }

    /// The items of a list that says of each place what stands there. A list may be shorter or longer than it says, so that an item is
    /// one of the types that it lists.
    pub(super) fn mixed_items(
        &mut self,
        node: &SchemaNode,
        first: Vec<Place>,
        rest: Option<Place>,
        site: &Site,
    ) -> Ty {
        let places = first.into_iter().chain(rest);
        let parts: Vec<_> = places.filter_map(|place| self.part(place)).collect();
        let Some(Part {
            place,
            inline: _,
            role: _,
        }) = parts.first()
        else {
            return Ty::Json;
        };
        let place = place.clone();
        let id = self.reserve_inline(
            &SchemaNode {
                data: node.data.clone(),
                keywords: AnySchema::default(),
            },
            &place,
            &site.clone().made(),
        );
        let shape = self.union_of(parts, None, None, id);
        self.types.get_mut(id).shape = shape;
        Ty::Named(id)
    }

    /// The union of the parts.
    pub(super) fn union(&mut self, node: &SchemaNode, parts: Parts, id: TypeId) -> Shape {
        let Parts { parts, shared } = parts;
        let own = node.data.discriminator.clone();
        let own = own.map(|by| (by, self.types.get(id).origin.clone()));
        let by = own.or_else(|| self.discriminator_of_base(&parts));
        self.union_of(parts, shared.as_deref(), by.as_ref(), id)
    }

    /// One member for each part; the discriminator comes with the place that it stands at.
    fn union_of(
        &mut self,
        parts: Vec<Part>,
        shared: Option<&AnySchema>,
        discriminator: Option<&(Discriminator, Place)>,
        id: TypeId,
    ) -> Shape {
        let tags = self.tags_of(&parts, discriminator);
        let tagged = self.tagged(&parts, &tags, discriminator);
        let discriminator = discriminator.filter(|_| tagged.is_some());
        let tagged = tagged.unwrap_or_else(|| vec![Tagged::default(); parts.len()]);
        let members = self.members(parts, shared, &tags, tagged, id);
        match members.as_slice() {
            [] => {
                let union = self.types.get(id).origin.clone();
                return Shape::Alias(self.untyped(&union, "every part of it leads back here"));
            }
            // Where values are told by a name, there may be others by other names.
            [only] if discriminator.is_none() => return Shape::Alias(only.ty.clone()),
            [_, ..] => {}
        }
        let discriminator = discriminator.map(|(by, _)| by.property_name.clone());
        Shape::Union(Union {
            members,
            discriminator,
        })
    }

    /// The members that come of the parts: one for all that turn out to be of one type.
    fn members(
        &mut self,
        parts: Vec<Part>,
        shared: Option<&AnySchema>,
        tags: &[Vec<String>],
        tagged: Vec<Tagged>,
        union: TypeId,
    ) -> Vec<Member> {
        let siblings = Siblings::new(&parts, tags);
        let mut members = Vec::new();
        for (index, ((part, tags), tagged)) in parts.into_iter().zip(tags).zip(tagged).enumerate() {
            let seat = Seat {
                union,
                siblings: &siblings,
                index,
                tags,
            };
            if let Some(member) = self.member(part, shared, &seat) {
                put(&mut members, member, tagged);
            }
        }
        members
    }

    fn member(
        &mut self,
        part: Part,
        shared: Option<&AnySchema>,
        seat: &Seat<'_>,
    ) -> Option<Member> {
        let target = self.bundle.follow(&part.place).clone();
        let expansion = (self.types.get(seat.union).origin.clone(), target);
        // What all parts share is said once in the document and stands in each of them; a part that leads back here stands for itself.
        let is_within =
            self.memo.expanding.len() < DEEPEST && !self.memo.expanding.contains(&expansion);
        // Without a name of its own it has no end: its values are then of no member, and kept as they are.
        let is_met = |(_, target): &(Place, Place)| *target == expansion.1;
        if !is_within && part.inline.is_some() && self.memo.expanding.iter().any(is_met) {
            return None;
        }
        // One that builds on this schema has it all.
        let has_all = || all_of::builds_on(self.bundle, &expansion.1, &expansion.0);
        let shared = shared.filter(|_| is_within && !has_all());
        self.memo.expanding.push(expansion);
        let member = self.expanded(part, shared, seat);
        self.memo.expanding.pop();
        Some(member)
    }

    fn expanded(&mut self, part: Part, shared: Option<&AnySchema>, seat: &Seat<'_>) -> Member {
        let Part {
            place,
            inline,
            role,
        } = part;
        let node = match (inline, shared) {
            (_, Some(shared)) => self.with_shared(&place, shared),
            (Some(node), None) => Some(node),
            (None, None) => None,
        };
        let Some(node) = node else {
            return Member::new(self.referred(&place, seat), None);
        };
        // What a `$ref` leads to as well is one type, called after the union; any other is made for it.
        let is_own = role.is_none() && shared.is_none() && self.bundle.is_led_to_member(&place);
        let role = role.unwrap_or_else(|| self.role(&node, &place, seat));
        let site = Site::new(Owner::Type(seat.union), role.clone());
        let site = if is_own { site } else { site.made() };
        let Use {
            ty,
            nullable: _,
            docs: _,
            deprecated: _,
            pinned: _,
        } = self.inline(&node, &place, &site);
        let is_named = title(&node).is_some() && matches!(ty, Ty::Named(_));
        let is_role = is_named || self.is_called_after_its_place(&ty);
        Member::new(ty, is_role.then_some(role))
    }

    /// The type of a part that stands elsewhere, under a name of its own.
    fn referred(&mut self, place: &Place, seat: &Seat<'_>) -> Ty {
        // A part without a `$ref` of its own is one that a mapping names.
        if self.bundle.reference(place).is_none() {
            return Ty::Named(self.named(place));
        }
        let site = Site::new(Owner::Type(seat.union), "");
        let Use {
            ty,
            nullable: _,
            docs: _,
            deprecated: _,
            pinned: _,
        } = self.schema(place, &site);
        ty
    }

    /// Whether a type has no name but the one that is made for it here.
    fn is_called_after_its_place(&self, ty: &Ty) -> bool {
        let Ty::Named(id) = ty else { return false };
        let name = &self.types.get(*id).name;
        matches!(name, TypeName::Place { owner: _, role: _ })
    }

    fn with_shared(&mut self, place: &Place, shared: &AnySchema) -> Option<SchemaNode> {
        let SchemaNode { data, keywords } = self.resolved(place)?;
        let both = all_of::both(shared.clone(), keywords, place, self.bundle, self.sink)?;
        Some(SchemaNode {
            data,
            keywords: both,
        })
    }
}

/// Adds a member with what tells it apart; one of a type that is there is told by that, too.
fn put(members: &mut Vec<Member>, mut member: Member, tagged: Tagged) {
    Tagged {
        tags: member.tags,
        implied: member.implied,
        is_default: member.is_default,
    } = tagged;
    match members.iter_mut().find(|known| known.ty == member.ty) {
        Some(known) => {
            known.implied.extend(member.implied);
            known.tags.extend(member.tags);
            known.is_default |= member.is_default;
        }
        None => members.push(member),
    }
}
