//! One of several types.

use super::*;

#[test]
fn a_format_is_about_one_of_several_types() {
    let (api, codes) = schemas31(
        "A: {type: [integer, string], format: int32}\nB: {type: [string, integer], format: date-time}\nC: {type: [string, boolean], format: odd}\n\
         D: {type: string, format: int-or-string}\nE: {type: string, format: int64}",
    );
    assert_eq!(codes, [Code::UnknownFormat]);
    let types = |name| -> Vec<Ty> {
        let Shape::Union(union) = &def(&api, name).shape else {
            panic!("{name} is a union")
        };
        let members = union.members.iter();
        members.map(|member| member.ty.clone()).collect()
    };
    let int = |width| Ty::Integer(width);
    assert_eq!(types("A"), [int(IntegerWidth::I32), Ty::Text]);
    assert_eq!(types("B"), [Ty::DateTime, int(IntegerWidth::I64)]);
    assert_eq!(types("C"), [Ty::Text, Ty::Boolean]);
    assert_eq!(types("D"), [int(IntegerWidth::I64), Ty::Text]);
}

#[test]
fn what_is_only_a_choice_of_items_is_a_list_of_them_or_one() {
    let (api, codes) = schemas(
        "A: {items: {anyOf: [{type: string}, {type: integer}]}}\nB: {type: array, items: {anyOf: [{type: string}, {type: integer}]}}\n\
         C: {items: {type: string}}\n\
         D: {items: {anyOf: [{type: string}, {nullable: true}]}}\n\
         E: {items: {type: object, properties: {a: {type: string}}, anyOf: [{required: [a]}, {required: [b]}]}}",
    );
    assert_eq!(codes, []);
    let Shape::Union(union) = &def(&api, "A").shape else {
        panic!("A is a union")
    };
    let is_list: Vec<bool> = union
        .members
        .iter()
        .map(|member| matches!(member.ty, Ty::List(_)))
        .collect();
    assert_eq!(is_list, [true, false]);
    for name in ["B", "C", "D", "E"] {
        assert!(matches!(def(&api, name).shape, Shape::Alias(Ty::List(_))));
    }
}

#[test]
fn what_tools_write_for_null_is_no_member() {
    let (api, codes) = schemas(
        "Kind: {type: string, enum: [a]}\nBlank: {enum: ['']}\nNone: {enum: [null]}\n\
         A: {properties: {\n    kind: {oneOf: [{$ref: '#/components/schemas/Kind'}, {$ref: '#/components/schemas/None'}]},\n    \
         blank: {oneOf: [{$ref: '#/components/schemas/Kind'}, {$ref: '#/components/schemas/Blank'}, {$ref: '#/components/schemas/None'}]},\n    \
         other: {anyOf: [{$ref: '#/components/schemas/Kind'}, {type: object, nullable: true}]},\n    \
         result: {anyOf: [{type: string}, {type: object, nullable: true}]}}}",
    );
    assert_eq!(codes, []);
    let fields = &object(&api, "A").fields;
    assert!(
        fields
            .iter()
            .all(|field| field.presence == Presence::OptionalNullable)
    );
    let kind = |field: &crate::ir::Field| {
        let id = field.ty.named().expect("a type with a name");
        match &api.types.get(id).shape {
            Shape::Union(union) => union.members.len(),
            Shape::Enum(_) => 1,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(fields.iter().map(kind).collect::<Vec<_>>(), [1, 2, 1, 2]);
}

#[test]
fn a_union_is_no_part_of_itself() {
    let (api, codes) = schemas(
        "A: {oneOf: [{$ref: '#/components/schemas/B'}, {type: string}]}\n\
         B: {oneOf: [{$ref: '#/components/schemas/A'}, {type: integer}]}\n\
         C: {anyOf: [{$ref: '#/components/schemas/C'}, {type: object, properties: {x: {type: string}}}, {type: string}]}",
    );
    assert_eq!(codes, [Code::RefCycle, Code::RefCycle]);
    for (name, expected) in [("A", 2), ("B", 1), ("C", 2)] {
        let Shape::Union(union) = &def(&api, name).shape else {
            panic!("{name} is a union")
        };
        assert_eq!(union.members.len(), expected, "{name}");
    }
}

#[test]
fn what_a_second_union_adds_may_be_there_or_not() {
    for x in [
        "X: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], anyOf: [{properties: {cm: {type: integer}}}, {properties: {km: {type: integer}}}]}",
        "X: {allOf: [{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}, {oneOf: [{properties: {cm: {type: integer}}}, {properties: {km: {type: integer}}}]}]}",
    ] {
        let (api, codes) = schemas(&format!(
            "{x}\n\
             Cat: {{type: object, properties: {{meow: {{type: string}}}}}}\n\
             Dog: {{type: object, properties: {{bark: {{type: string}}}}}}"
        ));
        assert_eq!(codes, []);
        let Shape::Union(union) = &def(&api, "X").shape else {
            panic!("a union")
        };
        for member in &union.members {
            let id = member.ty.named().expect("a struct");
            let Shape::Object(object) = &api.types.get(id).shape else {
                panic!("a struct")
            };
            let names = object.fields.iter().map(|field| field.wire_name.as_str());
            let names: Vec<_> = names.collect();
            assert!(names.contains(&"cm") && names.contains(&"km"), "{names:?}");
        }
    }
}
