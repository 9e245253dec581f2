//! The parts of a union.

use openapiv3::{AnySchema, ReferenceOr, Schema};
use serde_json::Value as Json;

use super::super::scalar::is_format_of;
use super::super::wrapper::wrapped;
use crate::dialect::riders;
use crate::lower::Lowering;
use crate::lower::node::{SchemaNode, place_of};
use crate::place::Place;
use crate::specification::json_type::is_of;

/// The parts of a union that say something of their own.
pub(in crate::lower::schema) struct Parts {
    pub(super) parts: Vec<Part>,
    /// What the document says once for all of them.
    pub(super) shared: Option<Box<AnySchema>>,
}

pub(super) struct Part {
    pub(super) place: Place,
    /// The part as it is, without what all parts share; `None` for one that is called by a `$ref` alone.
    pub(super) inline: Option<SchemaNode>,
    /// What it is called where its type needs a name and has none.
    pub(super) role: Option<String>,
}

impl Lowering<'_> {
    /// The parts that say what a value is: null is no type of its own, and a part that only asks for more of the same is no choice.
    pub(super) fn parts(&mut self, keywords: &AnySchema) -> Vec<Part> {
        let places: Vec<Place> = alternatives(keywords).iter().filter_map(place_of).collect();
        let parts = places.into_iter().filter_map(|place| self.part(place));
        let mut parts: Vec<Part> = parts.collect();
        if !parts.iter().any(is_inline_of_no_object) && !parts.iter().all(is_object_or_null) {
            parts.retain(|part| !is_object_or_null(part));
        }
        parts
    }

    pub(super) fn part(&mut self, place: Place) -> Option<Part> {
        if self.bundle.reference(&place).is_some() {
            let inline = self.more_than_its_reference(&place);
            return (!self.is_only_null(&place)).then_some(Part {
                place,
                inline,
                role: None,
            });
        }
        let node = self.merged(&place)?;
        let keywords = &node.keywords;
        (!is_null(keywords) && !is_or_null(&node) && !is_condition(keywords)).then_some(Part {
            place,
            inline: Some(node),
            role: None,
        })
    }
}

impl Lowering<'_> {
    /// A list of any of several, or one of these: what a schema allows that says nothing but what the items of a list are, if it is one.
    /// Such a schema means lists, as a rule; tools that write every choice as one of items mean the choice.
    pub(super) fn list_or_one(&mut self, node: &SchemaNode, place: &Place) -> Option<Parts> {
        let items = node.keywords.items.clone();
        let item = place_of(items.as_ref()?)?;
        let mut list = AnySchema {
            items,
            ..AnySchema::default()
        };
        if node.has_riders() || node.keywords != list {
            return None;
        }
        let item = self.part(item)?;
        let choices = self.parts(&item.inline.as_ref()?.keywords);
        if choices.len() < 2 {
            return None;
        }
        list.typ = Some("array".to_owned());
        let list = Part {
            place: place.clone(),
            inline: Some(SchemaNode {
                keywords: list,
                ..SchemaNode::default()
            }),
            role: Some("list".to_owned()),
        };
        let role = Some("one".to_owned());
        Some(Parts {
            parts: vec![list, Part { role, ..item }],
            shared: None,
        })
    }

    /// A schema with a `$ref` that says more of values than that leads to.
    fn more_than_its_reference(&mut self, place: &Place) -> Option<SchemaNode> {
        let node = self.says_more(place).then(|| self.merged(place))??;
        let is_more = wrapped(&node, place, self.bundle).is_none();
        is_more.then_some(node)
    }
}

/// The parts as the document lists them.
pub(in crate::lower::schema) fn alternatives(keywords: &AnySchema) -> &[ReferenceOr<Schema>] {
    if keywords.one_of.is_empty() {
        &keywords.any_of
    } else {
        &keywords.one_of
    }
}

/// One part for each of several types: the schema with that type alone.
pub(in crate::lower::schema) fn by_type(
    node: &SchemaNode,
    place: &Place,
    types: Vec<String>,
) -> Parts {
    let part = |name: String| {
        let mut node = node.clone();
        node.data.extensions.shift_remove(riders::TYPES);
        node.data.nullable = false;
        node.keywords
            .enumeration
            .retain(|value| is_of(value, &name) && !value.is_array() && !value.is_object());
        node.keywords.typ = Some(name.clone());
        // A format is about values of one of the types.
        let is_of_others = |format: &mut String| {
            let mut types = types.iter();
            !is_format_of(&name, format) && types.any(|other| is_format_of(other, format))
        };
        node.keywords.format.take_if(is_of_others);
        Part {
            place: place.clone(),
            inline: Some(node),
            role: Some(name),
        }
    };
    Parts {
        parts: types.iter().cloned().map(part).collect(),
        shared: None,
    }
}

/// What a schema says beside its parts; a type alone adds nothing to parts that have one.
pub(super) fn shared(keywords: &AnySchema) -> Option<Box<AnySchema>> {
    let mut shared = keywords.clone();
    shared.one_of.clear();
    shared.any_of.clear();
    let says_something = !shared.properties.is_empty()
        || shared.additional_properties.is_some()
        || shared.items.is_some();
    says_something.then(|| Box::new(shared))
}

/// `type: null`, in whatever form it came.
pub(in crate::lower::schema) fn is_null(keywords: &AnySchema) -> bool {
    keywords.typ.as_deref() == Some("null")
        || (!keywords.enumeration.is_empty() && keywords.enumeration.iter().all(Json::is_null))
}

/// What tools write beside another part for "or null". Alone it would allow anything (OpenAPI 3.0.3, `nullable`), and nobody means that.
fn is_or_null(node: &SchemaNode) -> bool {
    node.data.nullable && is_anything(&node.keywords)
}

/// The same in the words of other tools: any object or null. Beside objects, and what a `$ref` leads to, nobody means the objects.
fn is_object_or_null(part: &Part) -> bool {
    let object = AnySchema {
        typ: Some("object".to_owned()),
        ..AnySchema::default()
    };
    let node = part.inline.as_ref();
    node.is_some_and(|node| node.data.nullable && node.keywords == object)
}

fn is_inline_of_no_object(part: &Part) -> bool {
    let node = part.inline.as_ref();
    node.is_some_and(|node| node.keywords.typ.as_deref() != Some("object"))
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
