//! What the parts of an `allOf` add up to.

use super::*;

#[test]
fn all_of_is_one_object_and_the_own_words_win() {
    let (api, codes) = schemas(
        "A:\n  allOf:\n    - {$ref: '#/components/schemas/B'}\n    - properties: {b: {type: string}}\n  required: [a]\nB: {type: object, properties: {a: {type: integer}, b: {type: integer}}}",
    );
    let object = object(&api, "A");
    assert_eq!(
        presences(object),
        [("a", Presence::Required), ("b", Presence::Optional)]
    );
    assert_eq!(object.fields[1].ty, Ty::Text);
    assert_eq!(codes, [Code::AllOfConflict]);
}

#[test]
fn all_of_that_asks_for_two_types_at_once_is_reported() {
    let (_, codes) = schemas("A: {allOf: [{type: string}, {type: integer}]}");
    assert_eq!(codes, [Code::AllOfConflict]);
}

#[test]
fn another_part_may_declare_what_a_part_requires() {
    let (api, codes) = schemas(
        "A: {properties: {a: {type: string}}, required: [items]}\nB: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {items: {type: string}}}]}",
    );
    let fields = &object(&api, "B").fields;
    let items = fields.iter().find(|field| field.wire_name == "items");
    assert_eq!(items.expect("it is declared").ty, Ty::Text);
    assert_eq!(codes, [Code::RequiredUndeclared], "of A alone");
}

#[test]
fn a_property_of_several_parts_is_what_all_of_them_say() {
    let (api, codes) = schemas(
        "A: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {
      o: {description: more, properties: {b: {type: string}}},
      s: {description: nothing new},
      n: {type: integer}}}]}
B: {properties: {
      o: {type: object, properties: {a: {type: string}}},
      s: {type: string},
      n: {type: string}}}",
    );
    assert_eq!(codes, [Code::AllOfConflict]);
    let fields = &object(&api, "A").fields;
    assert_eq!(fields[1].ty, Ty::Text);
    let both = fields[0].ty.named().expect("an object");
    let Shape::Object(both) = &api.types.get(both).shape else {
        panic!("{:?}", api.types.get(both))
    };
    assert_eq!(presences(both).len(), 2);
}

#[test]
fn a_part_that_only_confirms_a_property_takes_nothing_from_it() {
    let (api, codes) = schemas(
        "A: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {
      l: {type: array, minItems: 1},
      m: {required: [x]},
      o: {required: [b]}}}]}
B: {properties: {
      l: {type: array, items: {type: string}},
      m: {type: array, items: {type: integer}},
      o: {type: object, properties: {a: {type: string}, b: {type: string}}}}}",
    );
    assert_eq!(codes, []);
    let fields = &object(&api, "A").fields;
    assert_eq!(fields[0].ty, Ty::List(Box::new(Ty::Text)));
    assert!(matches!(fields[1].ty, Ty::List(_)));
    let both = fields[2].ty.named().expect("an object");
    let Shape::Object(both) = &api.types.get(both).shape else {
        panic!("{:?}", api.types.get(both))
    };
    assert_eq!(
        presences(both),
        [("a", Presence::Optional), ("b", Presence::Required)]
    );
}

#[test]
fn what_no_value_can_be_is_told_and_settled() {
    for (schema, conflicts, expected) in [
        (
            "{allOf: [{$ref: '#/components/schemas/O'}, {type: string}]}",
            1,
            Ty::Text,
        ),
        // Tools write the type of any schema beside what it wraps.
        (
            "{type: object, allOf: [{$ref: '#/components/schemas/S'}]}",
            1,
            Ty::Text,
        ),
        (
            "{allOf: [{$ref: '#/components/schemas/N'}, {type: integer}]}",
            0,
            Ty::Integer(IntegerWidth::I64),
        ),
        (
            "{allOf: [{type: integer}, {$ref: '#/components/schemas/N'}]}",
            0,
            Ty::Integer(IntegerWidth::I64),
        ),
    ] {
        let (api, codes) = schemas(&format!(
            "A: {{properties: {{a: {schema}}}}}
N: {{type: number}}
O: {{type: object, properties: {{o: {{type: string}}}}}}
S: {{type: string}}"
        ));
        assert_eq!(codes, vec![Code::AllOfConflict; conflicts], "{schema}");
        let ty = &object(&api, "A").fields[0].ty;
        assert_eq!(api.types.behind(ty), &expected, "{schema}");
    }
}

#[test]
fn lists_of_values_without_a_common_one_are_told() {
    for (schema, conflicts) in [
        ("{allOf: [{type: string, enum: [a, b]}, {enum: [b, c]}]}", 0),
        ("{allOf: [{type: string, enum: [a, b]}, {enum: [c, d]}]}", 1),
        (
            "{allOf: [{oneOf: [{type: string}, {type: integer}]}, {oneOf: [{type: string}, {type: boolean}]}]}",
            1,
        ),
        (
            "{allOf: [{properties: {a: {$ref: '#/components/schemas/O'}}}, {properties: {a: {type: string}}}]}",
            1,
        ),
        (
            "{allOf: [{properties: {a: {type: number}}}, {properties: {a: {type: integer}}}]}",
            0,
        ),
    ] {
        let (_, codes) = schemas(&format!(
            "A: {schema}\nO: {{type: object, properties: {{o: {{type: string}}}}}}"
        ));
        assert_eq!(codes, vec![Code::AllOfConflict; conflicts], "{schema}");
    }
}

#[test]
fn what_a_part_of_a_text_says_to_people_is_said_of_the_text() {
    let described = |parts: &str| {
        let (api, codes) = schemas(&format!(
            "A: {{type: object, properties: {{a: {{allOf: {parts}}}}}}}\nB: {{type: string, description: base}}"
        ));
        assert_eq!(codes, []);
        object(&api, "A").fields[0].docs.description.clone()
    };
    let own = "[{type: string, description: own}, {maxLength: 5}]";
    assert_eq!(described(own).as_deref(), Some("own"));
    let base = "[{$ref: '#/components/schemas/B'}, {maxLength: 5}]";
    assert_eq!(described(base).as_deref(), Some("base"));
    let object = "[{type: object, description: own, properties: {b: {type: string}}}, {properties: {c: {type: string}}}]";
    assert_eq!(described(object), None);
}
