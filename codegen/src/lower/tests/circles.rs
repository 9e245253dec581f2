//! What leads back to itself.

use super::*;

#[test]
fn a_list_of_itself_is_a_type_of_its_own() {
    let (api, codes) = schemas("A: {type: array, items: {$ref: '#/components/schemas/A'}}");
    assert_eq!(codes, []);
    let Shape::Union(union) = &def(&api, "A").shape else {
        panic!("{:?}", def(&api, "A"))
    };
    assert!(matches!(union.members[0].ty, Ty::List(_)));
}

#[test]
fn a_schema_that_is_nothing_but_itself_is_reported() {
    let (_, codes) = schemas(
        "A: {allOf: [{$ref: '#/components/schemas/B'}]}\nB: {allOf: [{$ref: '#/components/schemas/A'}]}",
    );
    assert_eq!(codes, [Code::RefCycle]);
}

#[test]
fn an_inline_schema_that_leads_back_to_its_holder_is_one_type() {
    let (api, codes) = schemas(
        "Person:\n  properties:\n    mother: {allOf: [{$ref: '#/components/schemas/Person'}, {properties: {note: {type: string}}}]}",
    );
    assert_eq!((api.types.len(), codes), (2, vec![]));
    let (api, codes) = schemas(
        "Tree: {type: array, items: {allOf: [{$ref: '#/components/schemas/Tree'}, {description: below}]}}",
    );
    assert_eq!((api.types.len(), codes), (1, vec![]));
}

#[test]
fn a_composed_property_may_hold_what_holds_it() {
    let (api, codes) = schemas(
        "A: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {c: {properties: {x: {type: string}}}}}]}
B: {properties: {c: {$ref: '#/components/schemas/A'}}}",
    );
    assert_eq!(codes, []);
    let child = object(&api, "A").fields[0].ty.named().expect("an object");
    let Shape::Object(child) = &api.types.get(child).shape else {
        panic!("{:?}", api.types.get(child))
    };
    assert_eq!(
        presences(child),
        [("c", Presence::Optional), ("x", Presence::Optional)]
    );
}

#[test]
fn an_all_of_that_holds_itself_is_what_else_it_says() {
    let (api, codes) = schemas(
        "A: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {a: {type: string}}}]}",
    );
    assert_eq!(codes, [Code::AllOfConflict]);
    assert_eq!(object(&api, "A").fields.len(), 1);
}

#[test]
fn a_union_whose_parts_contain_it_has_an_end() {
    let text = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    Info:\n      oneOf:\n      - allOf: [{$ref: '#/components/schemas/Info'}, {type: object, properties: {hits: {type: string}}}]\n      - {type: object, required: [limit], properties: {limit: {type: integer}}}\n";
    let (api, _) = lower_text(text.to_owned());
    assert!(api.types.len() < 16, "{}", api.types.len());
}
