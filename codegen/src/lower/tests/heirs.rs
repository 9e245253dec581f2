//! Bases and what builds on them.

use super::*;

#[test]
fn what_heirs_take_over_is_a_type_of_their_base_in_whatever_order_they_stand() {
    let base = "Base: {properties: {kind: {type: string, enum: [a]}}}";
    let heir =
        "Heir: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {own: {type: string}}}]}";
    for text in [format!("{base}\n{heir}"), format!("{heir}\n{base}")] {
        let (api, _) = schemas(&text);
        assert_eq!(api.types.len(), 3, "{text}");
        let owners: Vec<_> = api
            .types
            .iter()
            .filter_map(|(_, def)| match &def.name {
                TypeName::Place {
                    owner: crate::ir::Owner::Type(owner),
                    role,
                } => Some((api.types.get(*owner).name.clone(), role.clone())),
                TypeName::Place {
                    owner: crate::ir::Owner::Operation(_),
                    role: _,
                }
                | TypeName::Own(_)
                | TypeName::Shared(_)
                | TypeName::Request(_) => None,
            })
            .collect();
        assert_eq!(owners, [(TypeName::Own("Base".into()), "kind".to_owned())]);
    }
}

#[test]
fn a_base_that_lists_its_heirs_is_one_of_them() {
    let (api, codes) = schemas(
        "Pet: {type: object, properties: {type: {type: string}}, discriminator: {propertyName: type}, oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}\n\
         Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {meow: {type: string}}}]}\n\
         Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {bark: {type: string}}}]}",
    );
    assert_eq!(codes, []);
    assert_eq!(api.types.iter().count(), 3);
    let Shape::Union(union) = &def(&api, "Pet").shape else {
        panic!("a union")
    };
    assert_eq!(union.members.len(), 2);
    let names = |name| -> Vec<String> {
        let fields = object(&api, name).fields.iter();
        fields.map(|field| field.wire_name.clone()).collect()
    };
    assert_eq!(names("Cat"), ["type", "meow"]);
    assert_eq!(names("Dog"), ["type", "bark"]);
}

#[test]
fn one_heir_of_a_base_leaves_room_for_others() {
    let (api, _) = schemas(
        "Pet: {type: object, properties: {type: {type: string}}, discriminator: {propertyName: type, mapping: {dog: '#/components/schemas/Dog'}}}\n\
         Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {bark: {type: string}}}]}",
    );
    assert!(matches!(def(&api, "Pet").shape, Shape::Union(_)));
}

#[test]
fn a_discriminator_in_a_part_of_a_base_is_that_of_the_base() {
    let (api, codes) = schemas(
        "Entity: {properties: {type: {type: string}}}\n\
         Pet: {allOf: [{$ref: '#/components/schemas/Entity'}, {properties: {name: {type: string}}, discriminator: {propertyName: type, mapping: {'#dog': '#/components/schemas/Dog'}}}]}\n\
         Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {bark: {type: string}}}]}",
    );
    assert_eq!(codes, []);
    assert_eq!(tags(&api, "Pet"), [["#dog"]]);
    assert_eq!(object(&api, "Dog").fields.len(), 3);
    assert_eq!(object(&api, "Entity").fields.len(), 1);
}

#[test]
fn a_union_of_heirs_goes_by_the_discriminator_of_their_base() {
    let (api, codes) = schemas(
        "Pet: {properties: {type: {type: string}}, discriminator: {propertyName: type, mapping: {pet: Pet, dog: Dog}}}\n\
         Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {bark: {type: string}}}]}\n\
         Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {meow: {type: string}}}]}\n\
         Any: {oneOf: [{$ref: '#/components/schemas/Pet'}, {$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}\n\
         Other: {properties: {name: {type: string}}}\n\
         Mixed: {oneOf: [{$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Other'}]}",
    );
    assert_eq!(codes, []);
    assert_eq!(tags(&api, "Any"), [["pet"], ["Cat"], ["dog"]]);
    assert_eq!(tags(&api, "Mixed"), [[""; 0], [""; 0]]);
}

fn tags<'a>(api: &'a Api, name: &str) -> Vec<Vec<&'a str>> {
    let Shape::Union(union) = &def(api, name).shape else {
        panic!("{name} is a union")
    };
    let members = union.members.iter();
    members
        .map(|member| member.tags.iter().map(String::as_str).collect())
        .collect()
}

fn implied<'a>(api: &'a Api, name: &str) -> Vec<&'a str> {
    let Shape::Union(union) = &def(api, name).shape else {
        panic!("{name} is a union")
    };
    let implied = union.members.iter().flat_map(|member| &member.implied);
    implied.map(String::as_str).collect()
}

#[test]
fn a_name_stands_for_a_component_beside_what_a_mapping_has_for_it() {
    let (api, codes) = schemas(
        "Pet: {required: [type], properties: {type: {type: string}}, discriminator: {propertyName: type, mapping: {dog: Hund, Katze: Cat, cat: Cat, Cow: Ox, Emu: Bird, puppy: Puppy}}}\n\
         Hund: {allOf: [{$ref: '#/components/schemas/Pet'}]}\n\
         Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}\n\
         Ox: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {type: {enum: [Cow]}}}]}\n\
         Cow: {allOf: [{$ref: '#/components/schemas/Pet'}]}\n\
         Bird: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {type: {enum: [Emu, Bird]}}}]}\n\
         Puppy: {x-ms-discriminator-value: '#puppy', allOf: [{$ref: '#/components/schemas/Pet'}]}\n\
         Two: {oneOf: [{$ref: '#/components/schemas/Hund'}, {$ref: '#/components/schemas/Fish'}], discriminator: {propertyName: type, mapping: {dog: Hund}}}\n\
         Fish: {properties: {fins: {type: integer}}}",
    );
    assert_eq!(codes, []);
    assert_eq!(implied(&api, "Pet"), ["Hund", "Cat", "Bird"]);
    assert_eq!(implied(&api, "Two"), ["Hund"]);
    let kind = object(&api, "Hund").fields.iter();
    let fixed: Vec<_> = kind.map(|field| field.fixed.clone()).collect();
    assert_eq!(fixed, [Some(crate::ir::Fixed::Text("dog".to_owned()))]);
}

#[test]
fn heirs_that_no_mapping_names_go_by_their_own_names() {
    let (api, codes) = schemas(
        "Pet: {properties: {type: {type: string}}, discriminator: {propertyName: type, mapping: {dog: Dog}}}\n\
         Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {bark: {type: string}}}]}\n\
         Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {meow: {type: string}}}]}\n\
         Puppy: {x-ms-discriminator-value: '#puppy', allOf: [{$ref: '#/components/schemas/Dog'}, {properties: {age: {type: integer}}}]}\n\
         Thing: {properties: {kind: {type: string, enum: [chair, BED]}}, discriminator: {propertyName: kind}}\n\
         Chair: {allOf: [{$ref: '#/components/schemas/Thing'}]}\n\
         Bed: {allOf: [{$ref: '#/components/schemas/Thing'}, {properties: {kind: {enum: [bed]}}}]}\n\
         Lonely: {properties: {kind: {type: string}}, discriminator: {propertyName: kind}}\n\
         Item: {properties: {kind: {type: string}, id: {type: string}}, discriminator: {propertyName: kind}}\n\
         Letter: {x-ms-discriminator-value: '#letter', allOf: [{$ref: '#/components/schemas/Item'}, {properties: {text: {type: string}}, discriminator: {propertyName: kind, mapping: {note: Note}}}]}\n\
         Note: {allOf: [{$ref: '#/components/schemas/Letter'}, {properties: {day: {type: string}}}]}",
    );
    assert_eq!(codes, []);
    assert_eq!(tags(&api, "Pet"), [["dog"], ["Cat"], ["#puppy"]]);
    assert_eq!(tags(&api, "Thing"), [["chair"], ["bed"]]);
    assert_eq!(object(&api, "Lonely").fields.len(), 1);
    assert_eq!(tags(&api, "Item"), [["#letter"], ["note"], ["Item"]]);
    assert_eq!(tags(&api, "Letter"), [["note"], ["#letter"]]);
}

#[test]
fn a_mapping_may_give_one_schema_the_name_of_another() {
    let (api, codes) = schemas(
        "Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: 'parts.yaml#/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: type, mapping: {cat: '#/components/schemas/Dog', Dog: '#/components/schemas/Cat'}}}\n\
         Cat: {properties: {meow: {type: string}}}\n\
         Dog: {properties: {bark: {type: string}}}",
    );
    assert_eq!(codes, [Code::RefDangling]);
    assert_eq!(tags(&api, "Pet"), [["Dog"], ["cat"]]);
}

#[test]
fn values_that_stand_beside_the_items_are_one_type_for_all_heirs() {
    let (api, codes) = schemas(
        "Cat: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {meow: {type: string}}}]}\n\
         Base: {type: object, properties: {tags: {type: array, enum: [a, b]}}}\n\
         Dog: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {bark: {type: string}}}]}",
    );
    assert_eq!(codes, []);
    let of_tags = |name| object(&api, name).fields[0].ty.clone();
    let [base, cat, dog] = ["Base", "Cat", "Dog"].map(of_tags);
    assert_eq!([&cat, &dog], [&base, &base]);
    let listed = api.types.get(base.named().expect("an enum"));
    let Some(crate::ir::Owner::Type(owner)) = listed.name.owner() else {
        panic!("{:?}", listed.name)
    };
    assert_eq!(api.types.get(owner).name, TypeName::Own("Base".into()));
}

#[test]
fn a_list_with_the_items_of_another_one_lists_values_of_its_own() {
    let (api, codes) = schemas(
        "Tags: {type: array, items: {type: string}, enum: [a, b]}\n\
         Fewer: {allOf: [{$ref: '#/components/schemas/Tags'}, {enum: [a]}]}",
    );
    assert_eq!(codes, []);
    let count = |name| match &def(&api, name).shape {
        Shape::Alias(ty) => match &api.types.get(ty.named().expect("an enum")).shape {
            Shape::Enum(list) => list.variants.len(),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    };
    assert_eq!([count("Tags"), count("Fewer")], [2, 1]);
}
