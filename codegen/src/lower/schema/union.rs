//! `oneOf` and `anyOf`.

use openapiv3::{AnySchema, Discriminator, ReferenceOr, Schema};
use serde_json::Value as Json;

use super::{Class, Site, Use, all_of, enumeration};
use crate::diagnostic::Sink;
use crate::dialect;
use crate::ir::{Member, Owner, Shape, Ty, TypeId, Union};
use crate::lower::Lowering;
use crate::lower::node::{SchemaNode, place_of, read_schema};
use crate::place::Place;

/// The parts of a union that say something of their own.
pub(super) struct Parts {
    parts: Vec<Part>,
    /// What the document says once for all of them.
    shared: Option<Box<AnySchema>>,
}

struct Part {
    place: Place,
    /// The part as it is, without what all parts share; `None` for one that is called by a `$ref`.
    inline: Option<SchemaNode>,
    /// What it is called where its type needs a name and has none.
    role: Option<String>,
}

/// Unions inside unions that share properties are spelled out so deep: each level is one more type for every part of the others.
const DEEPEST: usize = 4;

impl Lowering<'_> {
    /// What a schema with `oneOf` or `anyOf` is; `None` where these add nothing but conditions.
    pub(super) fn classify_union(&mut self, node: &SchemaNode, place: &Place) -> Option<Class> {
        let types = node.types();
        if !types.is_empty() {
            return Some(Class::Union(by_type(node, place, types)));
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

    /// The schemas that the discriminator of a base type stands for: where the base is asked for, one of them comes (OpenAPI 3.0.3,
    /// "Composition and Inheritance"). `None` where the base itself is one of them, or there are none.
    fn heirs(&self, node: &SchemaNode, place: &Place) -> Option<Parts> {
        let Discriminator {
            property_name: _,
            mapping,
            extensions: _,
        } = node.data.discriminator.as_ref()?;
        let mut places: Vec<Place> = Vec::new();
        for reference in mapping.values() {
            let heir = self.mapped(reference, place)?;
            if heir == *place {
                return None;
            }
            if !places.contains(&heir) {
                places.push(heir);
            }
        }
        let part = |place| Part {
            place,
            inline: None,
            role: None,
        };
        let parts: Vec<_> = places.into_iter().map(part).collect();
        (!parts.is_empty()).then_some(Parts {
            parts,
            shared: None,
        })
    }

    /// The schema that a mapping names, by a reference or by its key.
    fn mapped(&self, reference: &str, place: &Place) -> Option<Place> {
        let place = match reference.strip_prefix('#') {
            Some(pointer) => Place {
                file: place.file,
                pointer: pointer.parse().ok()?,
            },
            None => Place::root(place.file).below(&["components", "schemas", reference]),
        };
        self.bundle.get(&place).map(|_| place)
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
            site,
        );
        let shape = self.union_of(parts, None, None, id);
        self.types.get_mut(id).shape = shape;
        Ty::Named(id)
    }

    /// The parts that say what a value is: null is no type of its own, and a part that only asks for more of the same is no choice.
    fn parts(&mut self, keywords: &AnySchema) -> Vec<Part> {
        let places: Vec<Place> = alternatives(keywords).iter().filter_map(place_of).collect();
        places
            .into_iter()
            .filter_map(|place| self.part(place))
            .collect()
    }

    fn part(&mut self, place: Place) -> Option<Part> {
        if self.bundle.reference(&place).is_some() {
            return Some(Part {
                place,
                inline: None,
                role: None,
            });
        }
        let node = self.merged(&place)?;
        let keywords = &node.keywords;
        (!is_null(keywords) && !is_condition(keywords)).then_some(Part {
            place,
            inline: Some(node),
            role: None,
        })
    }

    /// Whether null is one of the values of a schema.
    pub(super) fn has_null(&self, node: &SchemaNode) -> bool {
        let SchemaNode { data, keywords } = node;
        data.nullable
            || keywords.enumeration.iter().any(Json::is_null)
            || alternatives(keywords)
                .iter()
                .filter_map(place_of)
                .any(|place| self.allows_null(&place))
    }

    fn allows_null(&self, place: &Place) -> bool {
        // What is wrong with the schema is reported when it is lowered.
        let mut unheard = Sink::default();
        let node = read_schema(self.bundle, self.bundle.follow(place), &mut unheard);
        node.is_some_and(|SchemaNode { data, keywords }| {
            data.nullable || is_null(&keywords) || keywords.enumeration.iter().any(Json::is_null)
        })
    }

    /// Strings of which some are listed are one open enum.
    fn open_enum(&mut self, parts: &[Part]) -> Option<Class> {
        let mut listed = None;
        let mut plain = false;
        for part in parts {
            let node = read_schema(
                self.bundle,
                self.bundle.follow(&part.place),
                &mut Sink::default(),
            )?;
            let keywords =
                all_of::merge(node, &part.place, self.bundle, &mut Sink::default())?.keywords;
            let is_list = matches!(
                enumeration::kind(&keywords.enumeration),
                enumeration::Kind::Texts
            );
            match (keywords.typ.as_deref(), is_list) {
                (Some("string") | None, true) if listed.is_none() => {
                    listed = Some(part.place.clone())
                }
                (Some("string"), false)
                    if keywords.enumeration.is_empty() && keywords.format.is_none() =>
                {
                    plain = true
                }
                (Some(_) | None, true | false) => return None,
            }
        }
        listed.filter(|_| plain).map(Class::Wrapped)
    }

    /// The union of the parts.
    pub(super) fn union(&mut self, node: &SchemaNode, parts: Parts, id: TypeId) -> Shape {
        let Parts { parts, shared } = parts;
        self.union_of(parts, shared.as_deref(), node.data.discriminator.as_ref(), id)
    }

    fn union_of(
        &mut self,
        parts: Vec<Part>,
        shared: Option<&AnySchema>,
        discriminator: Option<&Discriminator>,
        id: TypeId,
    ) -> Shape {
        let mut members: Vec<Member> = Vec::new();
        for (index, part) in parts.into_iter().enumerate() {
            let tags = discriminator
                .map(|by| self.tags(by, &part.place))
                .unwrap_or_default();
            let member = self.member(part, shared, index, id, tags);
            match members.iter_mut().find(|known| known.ty == member.ty) {
                Some(known) => known.tags.extend(member.tags),
                None => members.push(member),
            }
        }
        if let [only] = members.as_slice() {
            return Shape::Alias(only.ty.clone());
        }
        let discriminator = discriminator.map(|by| by.property_name.clone());
        Shape::Union(Union {
            members,
            discriminator,
        })
    }

    fn member(
        &mut self,
        part: Part,
        shared: Option<&AnySchema>,
        index: usize,
        id: TypeId,
        tags: Vec<String>,
    ) -> Member {
        let target = self.bundle.follow(&part.place).clone();
        // What all parts share is said once in the document and stands in each of them; a part that leads back here stands for itself.
        let shared =
            shared.filter(|_| self.expanding.len() < DEEPEST && !self.expanding.contains(&target));
        self.expanding.push(target);
        let member = self.expanded(part, shared, index, id, tags);
        self.expanding.pop();
        member
    }

    fn expanded(
        &mut self,
        part: Part,
        shared: Option<&AnySchema>,
        index: usize,
        id: TypeId,
        tags: Vec<String>,
    ) -> Member {
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
            // A part without a `$ref` of its own is one that a mapping names.
            if self.bundle.reference(&place).is_none() {
                let ty = Ty::Named(self.named(&place));
                return Member {
                    ty,
                    name: None,
                    tags,
                };
            }
            let Use {
                ty,
                nullable: _,
                access: _,
                docs: _,
                deprecated: _,
                pinned: _,
            } = self.schema(&place, &Site::new(Owner::Type(id), ""));
            return Member {
                ty,
                name: None,
                tags,
            };
        };
        let role = role.unwrap_or_else(|| self.role(&node, &place, &tags, index));
        let Use {
            ty,
            nullable: _,
            access: _,
            docs: _,
            deprecated: _,
            pinned: _,
        } = self.inline(&node, &place, &Site::new(Owner::Type(id), role.clone()));
        let is_inline = matches!(ty, Ty::Named(_));
        Member {
            ty,
            name: is_inline.then_some(role),
            tags,
        }
    }

    fn with_shared(&mut self, place: &Place, shared: &AnySchema) -> Option<SchemaNode> {
        let SchemaNode { data, keywords } = self.merged(&self.bundle.follow(place).clone())?;
        let both = all_of::both(shared.clone(), keywords, place, self.bundle, self.sink)?;
        Some(SchemaNode {
            data,
            keywords: both,
        })
    }

    /// What an inline part is called: by its title, by the value that tells it from the others, or by its number.
    fn role(&mut self, node: &SchemaNode, place: &Place, tags: &[String], index: usize) -> String {
        if let Some(target) = self.bundle.reference(place) {
            return target.pointer.last().unwrap_or_default().into_owned();
        }
        let title = node
            .data
            .title
            .as_ref()
            .filter(|title| title.split_whitespace().count() <= 4);
        let tag = tags
            .first()
            .cloned()
            .or_else(|| self.constant(&node.keywords));
        title
            .cloned()
            .or(tag)
            .unwrap_or_else(|| format!("variant {}", index + 1))
    }

    /// The one value that a property of the schema may have.
    fn constant(&self, keywords: &AnySchema) -> Option<String> {
        keywords
            .properties
            .values()
            .filter_map(place_of)
            .find_map(|place| match self.values(&place).as_slice() {
                [only] => Some(only.clone()),
                _ => None,
            })
    }

    /// The strings that an enum lists.
    fn values(&self, place: &Place) -> Vec<String> {
        let node = read_schema(self.bundle, self.bundle.follow(place), &mut Sink::default());
        let values = node
            .map(|node| node.keywords.enumeration)
            .unwrap_or_default();
        values
            .iter()
            .filter_map(Json::as_str)
            .map(str::to_owned)
            .collect()
    }

    /// The values of the discriminator that stand for a part: those of the mapping, those that the part itself lists, or else its name
    /// (OpenAPI 3.0.3, "Discriminator Object").
    fn tags(&mut self, by: &Discriminator, place: &Place) -> Vec<String> {
        let Discriminator {
            property_name,
            mapping,
            extensions: _,
        } = by;
        let target = self.bundle.reference(place).unwrap_or(place).clone();
        let name = target.pointer.last().unwrap_or_default().into_owned();
        let names_it = |reference: &str| reference.rsplit(['/', '#']).next() == Some(name.as_str());
        let mut tags: Vec<String> = mapping
            .iter()
            .filter(|(_, reference)| names_it(reference))
            .map(|(tag, _)| tag.clone())
            .collect();
        if tags.is_empty() {
            let node = self.merged(&self.bundle.follow(&target).clone());
            let property = node.and_then(|node| {
                node.keywords
                    .properties
                    .get(property_name)
                    .and_then(place_of)
            });
            tags = property
                .map(|property| self.values(&property))
                .unwrap_or_default();
        }
        if tags.is_empty() { vec![name] } else { tags }
    }
}

/// The parts as the document lists them.
fn alternatives(keywords: &AnySchema) -> &[ReferenceOr<Schema>] {
    if keywords.one_of.is_empty() {
        &keywords.any_of
    } else {
        &keywords.one_of
    }
}

/// One part for each of several types: the schema with that type alone.
pub(super) fn by_type(node: &SchemaNode, place: &Place, types: Vec<String>) -> Parts {
    let part = |name: String| {
        let mut node = node.clone();
        node.data.extensions.shift_remove(dialect::TYPES);
        node.data.nullable = false;
        node.keywords
            .enumeration
            .retain(|value| is_of(value, &name) && !value.is_array() && !value.is_object());
        node.keywords.typ = Some(name.clone());
        Part {
            place: place.clone(),
            inline: Some(node),
            role: Some(name),
        }
    };
    Parts {
        parts: types.into_iter().map(part).collect(),
        shared: None,
    }
}

fn is_of(value: &Json, name: &str) -> bool {
    match value {
        Json::Null => false,
        Json::Bool(_) => name == "boolean",
        Json::Number(_) => name == "number" || name == "integer",
        Json::String(_) => name == "string",
        Json::Array(_) => name == "array",
        Json::Object(_) => name == "object",
    }
}

/// What a schema says beside its parts; a type alone adds nothing to parts that have one.
fn shared(keywords: &AnySchema) -> Option<Box<AnySchema>> {
    let mut shared = keywords.clone();
    shared.one_of.clear();
    shared.any_of.clear();
    let says_something = !shared.properties.is_empty()
        || shared.additional_properties.is_some()
        || shared.items.is_some();
    says_something.then(|| Box::new(shared))
}

/// `type: null`, in whatever form it came.
fn is_null(keywords: &AnySchema) -> bool {
    keywords.typ.as_deref() == Some("null")
        || (!keywords.enumeration.is_empty() && keywords.enumeration.iter().all(Json::is_null))
}

/// A schema that only asks for more of what another one describes, such as `required` alone.
fn is_condition(keywords: &AnySchema) -> bool {
    let conditions = AnySchema {
        required: keywords.required.clone(),
        not: keywords.not.clone(),
        ..AnySchema::default()
    };
    *keywords == conditions && !is_anything(keywords)
}

/// The empty schema, which every value fits.
fn is_anything(keywords: &AnySchema) -> bool {
    *keywords == AnySchema::default()
}
