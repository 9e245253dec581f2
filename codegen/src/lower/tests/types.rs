//! What a schema is.

use super::*;

#[test]
fn members_without_names_are_a_map_and_beside_names_they_are_kept() {
    let (api, _) = schemas(
        "M: {type: object, additionalProperties: {type: integer}}\nO: {type: object, properties: {a: {type: string}}, additionalProperties: {type: boolean}}\nC: {type: object, additionalProperties: false}",
    );
    assert!(matches!(&def(&api, "M").shape, Shape::Alias(Ty::Map(_))));
    assert_eq!(object(&api, "O").rest, Some(Ty::Boolean));
    assert!(object(&api, "C").fields.is_empty() && object(&api, "C").rest.is_none());
}

#[test]
fn a_schema_without_a_type_is_any_json_and_listed() {
    let (api, _) = schemas("A: {properties: {a: {description: anything}}}");
    assert_eq!(object(&api, "A").fields[0].ty, Ty::Json);
    let pointers: Vec<_> = api
        .untyped
        .iter()
        .map(|untyped| untyped.place.pointer.to_string())
        .collect();
    assert_eq!(pointers, ["/components/schemas/A/properties/a"]);
}

#[test]
fn a_schema_of_nothing_but_null_is_null_and_not_said_to_be_null_too() {
    let (api, codes) = schemas(
        "A: {required: [t, n], properties: {t: {type: 'null'}, e: {enum: [null], nullable: true}, n: {$ref: '#/components/schemas/N'}, l: {type: array, items: {type: 'null'}}}}
N: {enum: [null]}",
    );
    let expected = [
        ("t", Presence::Required),
        ("e", Presence::Optional),
        ("n", Presence::Required),
        ("l", Presence::Optional),
    ];
    assert_eq!(
        (presences(object(&api, "A")), codes),
        (expected.to_vec(), vec![])
    );
    let fields = &object(&api, "A").fields;
    assert_eq!((&fields[0].ty, &fields[1].ty), (&Ty::Null, &Ty::Null));
    assert_eq!(fields[3].ty, Ty::List(Box::new(Ty::Null)));
    assert!(matches!(def(&api, "N").shape, Shape::Alias(Ty::Null)));
    assert!(api.untyped.is_empty());
}

#[test]
fn a_broken_property_does_not_sink_its_siblings() {
    let (api, codes) = schemas("A: {properties: {a: {properties: [a]}, b: {type: string}}}");
    assert_eq!(object(&api, "A").fields.len(), 2);
    assert_eq!(codes, [Code::KeywordIgnored]);
}

#[test]
fn a_list_of_schemas_says_what_stands_where() {
    let (api, codes) = schemas(
        "A: {type: array, items: [{type: string}, {$ref: '#/components/schemas/B'}], additionalItems: {type: boolean}}
B: {type: integer}",
    );
    assert_eq!(codes, []);
    let Shape::Alias(Ty::List(item)) = &def(&api, "A").shape else {
        panic!("{:?}", def(&api, "A"))
    };
    let item = item.named().expect("a union");
    assert!(matches!(&api.types.get(item).shape, Shape::Union(union) if union.members.len() == 3));
}

#[test]
fn a_type_that_is_not_stated_may_be_implied() {
    let (api, _) = schemas(
        "A: {properties: {
      o: {required: [a]}, l: {minItems: 1}, t: {maxLength: 5}, n: {minimum: 1}, i: {format: int32}, d: {format: date},
      j: {description: anything}, x: {format: unheard}}}",
    );
    let types: Vec<_> = object(&api, "A")
        .fields
        .iter()
        .map(|field| field.ty.clone())
        .collect();
    let any = || Box::new(Ty::Json);
    assert_eq!(
        types,
        [
            Ty::Map(any()),
            Ty::List(any()),
            Ty::Text,
            Ty::Number,
            Ty::Integer(IntegerWidth::I32),
            Ty::Date,
            Ty::Json,
            Ty::Json,
        ]
    );
    assert_eq!(api.untyped.len(), 2);
}

#[test]
fn a_place_without_a_type_is_listed_once_and_only_where_something_is_made_of_it() {
    let (api, _) = lower(
        "paths: {/a: {get: {responses: {'204': {description: d}, '400': {description: e, content: {application/json: {schema: {}}}}}}}}
components: {schemas: {A: {properties: {a: {}}}, B: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {b: {}}}]}}}",
    );
    assert_eq!(api.untyped.len(), 2);
}

#[test]
fn a_number_with_the_format_of_an_integer_is_one() {
    let (api, codes) = schemas(
        "A: {properties: {a: {type: number, format: int32}, b: {type: number, format: timestamp}, c: {type: number, format: float}}}",
    );
    assert_eq!(codes, []);
    let fields = object(&api, "A").fields.iter();
    let types: Vec<_> = fields.map(|field| field.ty.clone()).collect();
    let integer = Ty::Integer(IntegerWidth::I32);
    assert_eq!(types, [integer, Ty::Number, Ty::Number]);
}
