//! Schemas that put nothing but words beside another one.
//!
//! `allOf: [$ref]` is how OpenAPI 3.0 puts a description beside a `$ref`; since 3.1 it may stand there itself. Tools also put the words into
//! a part of their own: `allOf: [$ref, {description: ...}]`.

use openapiv3::{AnySchema, SchemaData};

use super::merger::common_type;
use super::union::alternatives;
use crate::diagnostic::{Code, Sink};
use crate::lower::node::{SchemaNode, place_of, read_schema};
use crate::place::Place;
use crate::resolve::Bundle;

/// The one schema that another one puts words around.
pub(super) enum Wrapped {
    /// What its `$ref` leads to.
    Named(Place),
    /// A part of its `allOf`.
    Part(Place),
}

/// The schema that a node only wraps. An heir that adds nothing to its base is no wrapper.
pub(super) fn wrapped(node: &SchemaNode, place: &Place, bundle: &Bundle) -> Option<Wrapped> {
    let parts = node.keywords.all_of.iter().filter_map(place_of);
    let parts = parts.filter(|part| words(part, bundle).is_none());
    let base = node.base().map(Wrapped::Named);
    let mut all = base.into_iter().chain(parts.map(Wrapped::Part));
    let only = all.next().filter(|_| all.next().is_none())?;
    let (Wrapped::Named(target) | Wrapped::Part(target)) = &only;
    let target = bundle.follow(target);
    let is_heir = bundle.heirs(target).contains(place);
    (!is_heir && adds_nothing(node, target, bundle)).then_some(only)
}

/// Whether the keywords of a node say nothing beyond its parts. What is required says nothing either where the values are of several kinds,
/// each of which has properties of its own: these would be lost in an object that is of none of them.
fn adds_nothing(node: &SchemaNode, target: &Place, bundle: &Bundle) -> bool {
    let mut bare = AnySchema {
        all_of: node.keywords.all_of.clone(),
        typ: node.keywords.typ.clone(),
        ..AnySchema::default()
    };
    if node.keywords == bare {
        return true;
    }
    bare.required.clone_from(&node.keywords.required);
    node.keywords == bare && is_of_kinds(target, bundle)
}

/// Says that the type which a wrapper states is not that of what it wraps, which counts.
pub(super) fn warn_of_type(
    node: &SchemaNode,
    wrapped: &Wrapped,
    place: &Place,
    bundle: &Bundle,
    sink: &mut Sink,
) {
    let Some(stated) = &node.keywords.typ else {
        return;
    };
    let (Wrapped::Named(target) | Wrapped::Part(target)) = wrapped;
    // What is wrong with it is reported when it is lowered.
    let inner = read_schema(bundle, bundle.follow(target), &mut Sink::default());
    if let Some(inner) = inner.and_then(|inner| inner.keywords.typ)
        && common_type(stated, &inner).is_none()
    {
        let message =
            format!("what this wraps is of type `{inner}`, not `{stated}`; the former counts");
        sink.report(Code::AllOfConflict, &place.child("type"), message);
    }
}

fn is_of_kinds(place: &Place, bundle: &Bundle) -> bool {
    let node = read_schema(bundle, place, &mut Sink::default());
    let is_union = node.is_some_and(|node| !alternatives(&node.keywords).is_empty());
    is_union || !bundle.heirs(place).is_empty()
}

/// What a part of an `allOf` says to people, if it says nothing else.
fn words(part: &Place, bundle: &Bundle) -> Option<SchemaData> {
    if bundle.reference(part).is_some() {
        return None;
    }
    // What is wrong with it is reported when it is merged.
    let node = read_schema(bundle, part, &mut Sink::default())?;
    let is_silent = !node.has_riders() && is_object_or_anything(&node.keywords);
    let is_plain = node.data.discriminator.is_none();
    (is_silent && is_plain).then_some(node.data)
}

fn is_object_or_anything(keywords: &AnySchema) -> bool {
    let object = AnySchema {
        typ: Some("object".to_owned()),
        ..AnySchema::default()
    };
    *keywords == AnySchema::default() || *keywords == object
}

/// Gives a node what parts of its `allOf` say to people where it does not say so itself.
pub(super) fn add_words(node: &mut SchemaNode, bundle: &Bundle) {
    let parts: Vec<Place> = node.keywords.all_of.iter().filter_map(place_of).collect();
    if parts.len() < 2 {
        return;
    }
    for said in parts.iter().filter_map(|part| words(part, bundle)) {
        let data = &mut node.data;
        // Alone it would allow any value, and nobody means that.
        data.nullable |= said.nullable;
        data.deprecated |= said.deprecated;
        data.description = data.description.take().or(said.description);
        data.default = data.default.take().or(said.default);
    }
}

#[cfg(test)]
mod tests {
    use crate::ir::Ty;
    use crate::lower::tests::{object, schemas};

    const PETS: &str = "Pet: {description: Any, properties: {type: {type: string}, owner: {type: string}}, discriminator: {propertyName: type}}
Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {meow: {type: string}}}]}
Base: {properties: {id: {type: string}}}";

    /// The types of the fields of an object that has these members.
    fn fields(members: &[&str]) -> Vec<(Ty, Option<String>)> {
        let members: Vec<_> = members
            .iter()
            .enumerate()
            .map(|(index, schema)| format!("p{index}: {{{schema}}}"))
            .collect();
        let text = format!("{PETS}\nHolder: {{properties: {{{}}}}}", members.join(", "));
        let (api, codes) = schemas(&text);
        assert_eq!(codes, []);
        let fields = object(&api, "Holder").fields.iter();
        fields
            .map(|field| (field.ty.clone(), field.docs.description.clone()))
            .collect()
    }

    #[test]
    fn words_in_a_part_are_said_of_what_the_others_are() {
        let fields = fields(&[
            "$ref: '#/components/schemas/Pet'",
            "allOf: [{$ref: '#/components/schemas/Pet'}, {description: mine}]",
            "allOf: [{type: object}, {$ref: '#/components/schemas/Pet'}]",
            "allOf: [{$ref: '#/components/schemas/Pet'}], required: [owner]",
        ]);
        let pet = &fields[0].0;
        assert!(fields.iter().all(|(ty, _)| ty == pet), "{fields:?}");
        assert_eq!(fields[1].1.as_deref(), Some("mine"));
    }

    #[test]
    fn what_an_object_has_to_have_is_no_word_alone() {
        let base = "allOf: [{$ref: '#/components/schemas/Base'}";
        let fields = fields(&[
            "$ref: '#/components/schemas/Base'",
            &format!("{base}], required: [id]"),
            &format!("{base}, {{properties: {{more: {{type: string}}}}}}]"),
        ]);
        assert_ne!(fields[0].0, fields[1].0);
        assert_ne!(fields[0].0, fields[2].0);
    }
}
