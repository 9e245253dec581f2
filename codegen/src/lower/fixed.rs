//! Required properties and parameters with one value, which nobody has to give.

use std::collections::HashMap;

use crate::ir::{
    Enum, Field, Fixed, Operation, Parameter, Presence, Shape, Ty, TypeId, Types, Union, Value,
    Variant,
};

/// The values of discriminators that stand for an object, by the object and the property; `None` is any value.
type Tags = HashMap<(TypeId, String), Vec<Option<String>>>;

/// Notes the value of each of them.
pub(super) fn settle(types: &mut Types, operations: &mut [Operation]) {
    settle_properties(types);
    for operation in operations {
        for parameter in &mut operation.parameters {
            let value = parameter_value(types, parameter).map(Fixed::Variant);
            parameter.fixed = value.or(parameter.fixed.take());
        }
    }
}

/// The value of a parameter that is an enum of but one.
fn parameter_value(types: &Types, parameter: &Parameter) -> Option<Value> {
    let Ty::Named(id) = types.behind(&parameter.ty) else {
        return None;
    };
    match &types.get(*id).shape {
        Shape::Enum(list) if parameter.required && !parameter.is_open => only(list),
        Shape::Enum(_) | Shape::Object(_) | Shape::Union(_) | Shape::Alias(_) => None,
    }
}

fn settle_properties(types: &mut Types) {
    let tags = tags(types);
    let objects: Vec<TypeId> = types.ids().collect();
    for id in objects {
        let Shape::Object(object) = &types.get(id).shape else {
            continue;
        };
        let fields = object.fields.iter();
        let values: Vec<_> = fields.map(|field| value(types, &tags, id, field)).collect();
        if let Shape::Object(object) = &mut types.get_mut(id).shape {
            for (field, value) in object.fields.iter_mut().zip(values) {
                field.fixed = value;
            }
        }
    }
}

/// What the discriminators of all unions call their members.
fn tags(types: &Types) -> Tags {
    let mut tags = Tags::new();
    for (_, def) in types.iter() {
        if let Shape::Union(Union {
            members,
            discriminator: Some(property),
        }) = &def.shape
        {
            for member in members {
                let Ty::Named(id) = types.behind(&member.ty) else {
                    continue;
                };
                let known = tags.entry((*id, property.clone())).or_default();
                known.extend(member.tags.iter().map(|tag| Some(tag.clone())));
                // It is called anything else too.
                known.extend(member.is_default.then_some(None));
            }
        }
    }
    tags
}

fn value(types: &Types, tags: &Tags, id: TypeId, field: &Field) -> Option<Fixed> {
    if field.presence != Presence::Required {
        return None;
    }
    match types.behind(&field.ty) {
        Ty::Null => Some(Fixed::Null),
        Ty::Boolean => field.flag.map(Fixed::Boolean),
        Ty::Text => tag(tags, id, field).map(|tag| Fixed::Text(tag.clone())),
        Ty::Named(listed) => match &types.get(*listed).shape {
            Shape::Enum(list) => {
                let told = told(list, tag(tags, id, field));
                let only = || only(list).filter(|_| !field.is_open);
                told.or_else(only).map(Fixed::Variant)
            }
            Shape::Object(_) | Shape::Union(_) | Shape::Alias(_) => None,
        },
        Ty::Integer(_)
        | Ty::Number
        | Ty::DateTime
        | Ty::Date
        | Ty::Base64
        | Ty::Bytes
        | Ty::File
        | Ty::List(_)
        | Ty::Map(_)
        | Ty::Nullable(_)
        | Ty::Json => None,
    }
}

/// The one value of a discriminator that stands for the object, whoever holds it.
fn tag<'a>(tags: &'a Tags, id: TypeId, field: &Field) -> Option<&'a String> {
    let known = tags.get(&(id, field.wire_name.clone()))?;
    let (first, others) = known.split_first()?;
    let first = first.as_ref()?;
    let is_same = |other: &Option<String>| other.as_ref() == Some(first);
    others.iter().all(is_same).then_some(first)
}

/// The value of an enum that a discriminator says.
fn told(list: &Enum, tag: Option<&String>) -> Option<Value> {
    let tag = Value::Text(tag?.clone());
    let mut variants = list.variants.iter().filter(|variant| is_current(variant));
    variants
        .find(|variant| variant.value == tag)
        .map(|variant| variant.value.clone())
}

/// The only value of an enum.
fn only(list: &Enum) -> Option<Value> {
    match list.variants.as_slice() {
        [only] if is_current(only) => Some(only.value.clone()),
        _ => None,
    }
}

fn is_current(variant: &Variant) -> bool {
    variant.deprecated.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::tests::{object, schemas};

    const ZOO: &str = "
Animal:
  discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat', ox: '#/components/schemas/Ox', cow: '#/components/schemas/Ox'}}
  required: [kind, class, isAlive, sort, herd, soul]
  properties:
    kind: {type: string}
    class: {type: string, enum: [animal]}
    isAlive: {type: boolean, enum: [true]}
    sort: {type: string, enum: [tame, wild]}
    herd: {type: string, enum: [one], nullable: true}
    legs: {type: integer, enum: [4]}
    soul: {enum: [null]}
Cat: {allOf: [{$ref: '#/components/schemas/Animal'}]}
Ox: {allOf: [{$ref: '#/components/schemas/Animal'}]}
Pets: {oneOf: [{$ref: '#/components/schemas/Fish'}, {$ref: '#/components/schemas/Bird'}], discriminator: {propertyName: kind}}
Fish: {type: object, required: [kind], properties: {kind: {$ref: '#/components/schemas/Kind'}}}
Bird: {type: object, properties: {kind: {$ref: '#/components/schemas/Kind'}}}
Kind: {type: string, enum: [Fish, Bird]}
Shelter: {type: object, required: [tier], properties: {tier: {anyOf: [{type: string, enum: [gold]}, {type: string}]}}}";

    fn fixed(name: &str) -> Vec<(String, Fixed)> {
        let (api, _) = schemas(ZOO);
        let fields = object(&api, name).fields.iter();
        let fixed =
            fields.filter_map(|field| Some((field.wire_name.clone(), field.fixed.clone()?)));
        fixed.collect()
    }

    fn text(value: &str) -> Value {
        Value::Text(value.to_owned())
    }

    #[test]
    fn what_is_required_and_has_one_value_is_fixed() {
        let animal = [
            ("class".to_owned(), Fixed::Variant(text("animal"))),
            ("isAlive".to_owned(), Fixed::Boolean(true)),
            ("soul".to_owned(), Fixed::Null),
        ];
        assert_eq!(fixed("Ox"), animal);
        let kind = ("kind".to_owned(), Fixed::Text("cat".to_owned()));
        assert_eq!(fixed("Cat"), [&[kind], &animal[..]].concat());
    }

    #[test]
    fn of_a_list_of_kinds_a_type_has_its_own() {
        let kind = ("kind".to_owned(), Fixed::Variant(text("Fish")));
        assert_eq!(fixed("Fish"), [kind]);
        assert_eq!(fixed("Bird"), []);
    }

    #[test]
    fn a_list_that_allows_other_values_fixes_none() {
        assert_eq!(fixed("Shelter"), []);
    }
}
