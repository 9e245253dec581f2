//! Parts that only list values: together they are one enum.

use std::collections::HashSet;

use openapiv3::AnySchema;

use super::super::{Class, all_of, enumeration};
use super::parts::Part;
use crate::diagnostic::Sink;
use crate::ir::{Enum, Variant};
use crate::lower::node::{SchemaNode, read_schema};
use crate::lower::{Lowering, docs};
use crate::place::Place;

/// What a part says of the enum that it would be a part of.
enum Says {
    /// Some of the values.
    Lists(enumeration::Kind, Box<SchemaNode>),
    /// That there are others.
    AnyOf(enumeration::Kind),
}

impl Lowering<'_> {
    /// Values that are listed in several parts, and values of which some are listed, are one open enum.
    pub(super) fn open_enum(&self, parts: &[Part]) -> Option<Class> {
        let said: Option<Vec<Says>> = parts.iter().map(|part| self.says(part)).collect();
        let said = said?;
        let mut kinds = said.iter().map(|says| match says {
            Says::Lists(kind, _) | Says::AnyOf(kind) => kind,
        });
        let first = kinds.next()?;
        if !kinds.all(|kind| kind == first) {
            return None;
        }
        let lists: Vec<_> = parts.iter().zip(said).filter_map(listed).collect();
        match lists.as_slice() {
            [] => None,
            // A part that lists them all has a name, or takes that of the whole.
            [(part, _)] => (parts.len() > 1).then(|| Class::Wrapped(part.place.clone())),
            several => {
                let is_inline = |(part, _): &(&Part, SchemaNode)| part.inline.is_some();
                several.iter().all(is_inline).then(|| together(&lists))
            }
        }
    }

    fn says(&self, part: &Part) -> Option<Says> {
        let node = match &part.inline {
            Some(node) => node.clone(),
            None => self.read_unheard(&part.place)?,
        };
        let keywords = &node.keywords;
        if !keywords.enumeration.is_empty() {
            let kind = enumeration::kind(&keywords.enumeration);
            return is_of_kind(keywords, &kind).then(|| Says::Lists(kind, Box::new(node)));
        }
        match (keywords.typ.as_deref(), &keywords.format) {
            (Some("string"), None) => Some(Says::AnyOf(enumeration::Kind::Texts)),
            (Some("integer"), None) => Some(Says::AnyOf(enumeration::Kind::Integers)),
            (Some(_) | None, _) => None,
        }
    }

    /// The schema that a `$ref` leads to; what is wrong with it is reported when it is lowered.
    fn read_unheard(&self, place: &Place) -> Option<SchemaNode> {
        let mut unheard = Sink::default();
        let node = read_schema(self.bundle, self.bundle.follow(place), &mut unheard)?;
        all_of::merge(node, place, self.bundle, &mut unheard)
    }
}

fn is_of_kind(keywords: &AnySchema, kind: &enumeration::Kind) -> bool {
    match (kind, keywords.typ.as_deref()) {
        (enumeration::Kind::Texts, Some("string") | None) => true,
        (enumeration::Kind::Integers, Some("integer" | "number") | None) => true,
        (enumeration::Kind::Texts | enumeration::Kind::Integers, Some(_)) => false,
        (enumeration::Kind::Plain(_) | enumeration::Kind::Mixed, Some(_) | None) => false,
    }
}

fn listed((part, says): (&Part, Says)) -> Option<(&Part, SchemaNode)> {
    match says {
        Says::Lists(_, node) => Some((part, *node)),
        Says::AnyOf(_) => None,
    }
}

/// The values of all lists, each once.
fn together(lists: &[(&Part, SchemaNode)]) -> Class {
    let mut seen = HashSet::new();
    let variants = lists.iter().flat_map(|(_, node)| variants(node));
    Class::Listed(Enum {
        variants: variants
            .filter(|variant| seen.insert(variant.value.clone()))
            .collect(),
    })
}

/// The values of one list. Title, description and deprecation of a list of one are those of its value.
fn variants(node: &SchemaNode) -> Vec<Variant> {
    let SchemaNode { data, keywords: _ } = node;
    let Enum { mut variants } = enumeration::lower(node);
    if let [only] = variants.as_mut_slice() {
        only.title = data.title.clone().filter(|title| is_name(title));
        only.docs = docs::of(None, data.description.as_deref());
        only.deprecated = docs::deprecation(data.deprecated, data.description.as_deref());
    }
    variants
}

/// Whether a title is a name more than a sentence.
fn is_name(title: &str) -> bool {
    title.split_whitespace().count() <= 4 && title.contains(char::is_alphanumeric)
}
