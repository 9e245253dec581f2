//! What may be absent or null, and in which direction.

use super::*;

#[test]
fn a_property_is_present_in_one_of_four_ways() {
    let (api, codes) = schemas(
        "A:\n  required: [r, rn]\n  properties:\n    r: {type: string}\n    o: {type: string}\n    rn: {type: string, nullable: true}\n    on: {type: string, nullable: true}",
    );
    let expected = [
        ("r", Presence::Required),
        ("o", Presence::Optional),
        ("rn", Presence::RequiredNullable),
        ("on", Presence::OptionalNullable),
    ];
    assert_eq!(
        (presences(object(&api, "A")), codes),
        (expected.to_vec(), vec![])
    );
}

#[test]
fn null_comes_with_a_reference_to_a_nullable_schema_and_with_a_wrapper() {
    let (api, _) = schemas(
        "A:\n  properties:\n    a: {$ref: '#/components/schemas/B'}\n    b: {allOf: [{$ref: '#/components/schemas/C'}], nullable: true}\nB: {type: string, nullable: true}\nC: {type: string}",
    );
    let expected = [
        ("a", Presence::OptionalNullable),
        ("b", Presence::OptionalNullable),
    ];
    assert_eq!(presences(object(&api, "A")), expected);
}

#[test]
fn a_required_property_that_is_not_declared_is_a_warning() {
    let (_, codes) = schemas("A: {properties: {name: {type: string}}, required: [nmae]}");
    assert_eq!(codes, [Code::RequiredUndeclared]);
}

#[test]
fn a_required_property_that_is_not_declared_is_any_json_and_nobody_insists_on_it() {
    let (api, _) =
        schemas("A: {properties: {name: {type: string}}, required: [name, items, items]}");
    let presences = presences(object(&api, "A"));
    let expected = [("name", Presence::Required), ("items", Presence::Optional)];
    assert_eq!(presences, expected);
    assert_eq!(object(&api, "A").fields[1].ty, Ty::Json);
}

const BOTH_WAYS: &str = "paths:
  /a:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
      responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
components:
  schemas:
    A: {required: [id, pw, n], properties: {id: {type: string, readOnly: true}, pw: {type: string, writeOnly: true}, n: {type: string}}}
";

#[test]
fn a_schema_that_travels_both_ways_splits_where_that_changes_its_shape() {
    let (api, _) = lower(BOTH_WAYS);
    let answer = object(&api, "A");
    let expected = [
        ("id", Presence::Required),
        ("pw", Presence::Optional),
        ("n", Presence::Required),
    ];
    assert_eq!(presences(answer), expected);
    let body = api.operations[0]
        .body
        .as_ref()
        .and_then(|body| body.form.ty.named())
        .expect("a named body");
    let Shape::Object(request) = &api.types.get(body).shape else {
        panic!("the request is an object")
    };
    assert!(matches!(api.types.get(body).name, TypeName::Request(_)));
    assert_eq!(
        presences(request),
        [("pw", Presence::Required), ("n", Presence::Required)]
    );
    assert!(
        request
            .fields
            .iter()
            .all(|field| field.access != Access::Answer)
    );
}

#[test]
fn null_of_an_alternative_of_an_alternative_is_null_of_the_whole() {
    let (api, codes) = schemas(
        "A:\n  properties:\n    a: {oneOf: [{$ref: '#/components/schemas/B'}, {type: integer}]}\n    c: {$ref: '#/components/schemas/C'}\nB: {oneOf: [{$ref: '#/components/schemas/C'}, {type: string, nullable: true}]}\nC: {oneOf: [{$ref: '#/components/schemas/B'}, {type: boolean}]}",
    );
    let expected = [
        ("a", Presence::OptionalNullable),
        ("c", Presence::OptionalNullable),
    ];
    assert_eq!(presences(object(&api, "A")), expected);
    assert_eq!(codes, [Code::RefCycle]);
}

#[test]
fn conditions_add_properties_that_need_not_be_there() {
    let (api, codes) = schemas31(
        "A:
  required: [kind]
  properties: {kind: {type: string}}
  if: {properties: {kind: {const: a}}}
  then: {required: [a], properties: {a: {type: string, minLength: 1}, kind: {type: integer}}}
  else: {properties: {a: {type: string}, b: {type: integer}}}
  dependentSchemas: {b: {properties: {b: {type: string}, c: {$ref: '#/components/schemas/A'}}}}",
    );
    assert_eq!(codes, []);
    let fields = &object(&api, "A").fields;
    let presences = presences(object(&api, "A"));
    let optional = |name| (name, Presence::Optional);
    assert_eq!(
        presences,
        [
            ("kind", Presence::Required),
            optional("a"),
            optional("b"),
            optional("c")
        ]
    );
    assert_eq!((&fields[0].ty, &fields[1].ty), (&Ty::Text, &Ty::Text));
    let b = fields[2].ty.named().expect("a union");
    assert!(matches!(&api.types.get(b).shape, Shape::Union(union) if union.members.len() == 2));
}
