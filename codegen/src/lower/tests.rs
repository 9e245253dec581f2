use std::collections::BTreeMap;

use super::api;
use crate::diagnostic::{Code, Sink};
use crate::ir::{
    Access, Api, IntegerWidth, Location, Object, Presence, Shape, Success, Ty, TypeDef, TypeName,
};
use crate::load::Documents;
use crate::resolve::bundle;
use crate::select::Selection;
use crate::source::Source;

/// Lowers a document without its first lines.
pub(super) fn lower(text: &str) -> (Api, Vec<Code>) {
    lower_text(format!(
        "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\n{text}"
    ))
}

fn lower_text(text: String) -> (Api, Vec<Code>) {
    let mut sink = Sink::default();
    let documents = Documents::open(&Source::memory("a.yaml", [("a.yaml", text)]), &mut sink);
    let bundle = bundle(documents, &Selection::default(), &mut sink);
    let api = api(&bundle, &BTreeMap::new(), &mut sink);
    (
        api,
        sink.into_vec()
            .into_iter()
            .map(|found| found.code)
            .collect(),
    )
}

pub(super) fn schemas(text: &str) -> (Api, Vec<Code>) {
    lower(&format!(
        "components:\n  schemas:\n    {}\n",
        text.replace('\n', "\n    ")
    ))
}

fn def<'a>(api: &'a Api, name: &str) -> &'a TypeDef {
    let named = |def: &&TypeDef| def.name == TypeName::Own(name.to_owned());
    api.types
        .iter()
        .map(|(_, def)| def)
        .find(named)
        .expect("the type is there")
}

pub(super) fn object<'a>(api: &'a Api, name: &str) -> &'a Object {
    match &def(api, name).shape {
        Shape::Object(object) => object,
        other => panic!("{name} is {other:?}"),
    }
}

fn presences(object: &Object) -> Vec<(&str, Presence)> {
    object
        .fields
        .iter()
        .map(|field| (field.wire_name.as_str(), field.presence))
        .collect()
}

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
fn a_broken_property_does_not_sink_its_siblings() {
    let (api, codes) = schemas("A: {properties: {a: {properties: [a]}, b: {type: string}}}");
    assert_eq!(object(&api, "A").fields.len(), 2);
    assert_eq!(codes, [Code::Invalid]);
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
fn parameters_come_in_template_order_and_the_operations_own_replace_those_of_the_path() {
    let (api, codes) = lower(
        "paths:
  /{b}/{a}:
    parameters:
      - {name: a, in: path, required: true, schema: {type: string}}
      - {name: z, in: query, schema: {type: string}}
    get:
      parameters:
        - {name: b, in: path, required: true, schema: {type: integer}}
        - {name: z, in: query, required: true, schema: {type: integer}}
        - {name: Accept, in: header, schema: {type: string}}
      responses: {'204': {description: d}}
",
    );
    let operation = &api.operations[0];
    let parameters: Vec<_> = operation
        .parameters
        .iter()
        .map(|p| (p.wire_name.as_str(), p.location, p.required))
        .collect();
    let expected = [
        ("b", Location::Path, true),
        ("a", Location::Path, true),
        ("z", Location::Query, true),
    ];
    assert_eq!(parameters, expected);
    assert!(matches!(operation.success, Success::Empty { docs: _ }));
    assert_eq!(codes, []);
}

#[test]
fn a_template_and_its_parameters_are_made_to_fit_with_a_warning() {
    let (api, codes) = lower(
        "paths:
  /{a}:
    get:
      parameters: [{name: b, in: path, required: true, schema: {type: string}}]
      responses: {'204': {description: d}}
",
    );
    assert_eq!(
        codes,
        [Code::PathParameterUnused, Code::PathParameterMissing]
    );
    assert_eq!(api.operations[0].parameters[0].wire_name, "a");
}

#[test]
fn a_header_of_an_operation_replaces_one_of_its_path_whatever_its_case() {
    let (api, codes) = lower(
        "paths:
  /a:
    parameters: [{name: X-Request-ID, in: header, schema: {type: string}}]
    get:
      parameters: [{name: x-request-id, in: header, schema: {type: integer}}]
      responses: {'204': {description: d}}
",
    );
    assert_eq!(codes, []);
    let [only] = &api.operations[0].parameters[..] else {
        panic!("one parameter")
    };
    assert_eq!(only.wire_name, "x-request-id");
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
                | TypeName::Request(_) => None,
            })
            .collect();
        assert_eq!(owners, [(TypeName::Own("Base".into()), "kind".to_owned())]);
    }
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

/// The same of a document of 3.1.
fn schemas31(text: &str) -> (Api, Vec<Code>) {
    let text = format!(
        "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\ncomponents:\n  schemas:\n    {}\n",
        text.replace('\n', "\n    ")
    );
    lower_text(text)
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

#[test]
fn what_a_reference_that_leads_nowhere_would_say_is_missing_and_nothing_else() {
    let (api, codes) = lower(
        "paths:
  /a:
    get:
      parameters: [{$ref: '#/components/parameters/None'}, {name: q, in: query, schema: {type: string}}]
      requestBody: {$ref: '#/components/requestBodies/None'}
      responses: {'200': {$ref: '#/components/responses/None'}}
components:
  schemas:
    A: {allOf: [{$ref: '#/components/schemas/None'}, {properties: {a: {$ref: '#/components/schemas/None'}, b: {type: string}}}]}
    B: {$ref: 'none.yaml#/B'}
",
    );
    let unread = codes.iter().filter(|code| **code == Code::Unreadable);
    assert_eq!(unread.count(), 1);
    let dangling = codes.iter().filter(|code| **code == Code::RefDangling);
    assert_eq!(dangling.count(), codes.len() - 1);
    let [operation] = api.operations.as_slice() else {
        panic!("{:?}", api.operations)
    };
    assert_eq!(operation.parameters[0].wire_name, "q");
    assert!(operation.body.is_none());
    assert_eq!(operation.success.types(), [&Ty::Bytes]);
    let types: Vec<_> = object(&api, "A")
        .fields
        .iter()
        .map(|field| &field.ty)
        .collect();
    assert_eq!(types, [&Ty::Json, &Ty::Text]);
    assert_eq!(api.untyped.len(), 3);
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
fn an_all_of_that_holds_itself_is_what_else_it_says() {
    let (api, codes) = schemas(
        "A: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {a: {type: string}}}]}",
    );
    assert_eq!(codes, [Code::AllOfConflict]);
    assert_eq!(object(&api, "A").fields.len(), 1);
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
fn any_part_of_a_document_may_stand_in_a_file_of_its_own() {
    let files = [
        (
            "a.yaml",
            "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {$ref: paths.yaml}\ncomponents: {$ref: parts.yaml}",
        ),
        ("paths.yaml", "/a: {$ref: 'item.yaml'}"),
        ("item.yaml", "post: {$ref: operation.yaml}"),
        (
            "operation.yaml",
            "requestBody: {content: {$ref: 'parts.yaml#/x-content'}}\nresponses: {$ref: 'parts.yaml#/x-answers'}",
        ),
        (
            "parts.yaml",
            "schemas: {$ref: schemas.yaml}\nsecuritySchemes: {S: {$ref: '#/x-scheme'}}\n\
                        x-scheme: {type: http, scheme: basic}\n\
                        x-content: {application/json: {$ref: '#/x-media'}}\n\
                        x-media: {schema: {$ref: 'schemas.yaml#/A'}}\n\
                        x-answers: {200: {description: d, content: {$ref: '#/x-content'}}}",
        ),
        (
            "schemas.yaml",
            "A: {properties: {$ref: '#/x-properties'}}\nx-properties: {a: {type: string}}",
        ),
    ];
    let mut sink = Sink::default();
    let documents = Documents::open(&Source::memory("a.yaml", files), &mut sink);
    let bundle = bundle(documents, &crate::select::Selection::default(), &mut sink);
    let api = api(&bundle, &BTreeMap::new(), &mut sink);
    assert_eq!(sink.into_vec(), []);
    let [operation] = api.operations.as_slice() else {
        panic!("{:?}", api.operations)
    };
    let body = operation.body.as_ref().expect("a body");
    assert_eq!(
        Some(&body.form.ty),
        operation.success.types().first().copied()
    );
    assert_eq!(object(&api, "A").fields.len(), 1);
    assert_eq!(api.schemes.len(), 1);
}

#[test]
fn a_schema_in_a_file_is_called_as_the_components_list_it() {
    let files = [
        (
            "a.yaml",
            "openapi: 3.0.3\ncomponents: {schemas: {Pet: {$ref: 'types/pet.yaml'}, Same: {$ref: 'types/pet.yaml'}, Dog: {$ref: 'types/dog.yaml'}}}",
        ),
        ("types/pet.yaml", "properties: {dog: {$ref: dog.yaml}}"),
        ("types/dog.yaml", "$ref: 'animals.yaml#/hound'"),
        (
            "types/animals.yaml",
            "hound: {type: object, properties: {name: {type: string}}}",
        ),
    ];
    let mut sink = Sink::default();
    let documents = Documents::open(&Source::memory("a.yaml", files), &mut sink);
    let bundle = bundle(documents, &crate::select::Selection::default(), &mut sink);
    let api = api(&bundle, &BTreeMap::new(), &mut sink);
    let names: Vec<_> = api.types.iter().map(|(_, def)| def.name.clone()).collect();
    let own = |name: &str| TypeName::Own(name.to_owned());
    assert_eq!(names, [own("Dog"), own("Pet"), own("Same")]);
    assert!(matches!(
        def(&api, "Same").shape,
        Shape::Alias(Ty::Named(_))
    ));
    assert_eq!(object(&api, "Dog").fields.len(), 1);
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
fn a_union_whose_parts_contain_it_has_an_end() {
    let text = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    Info:\n      oneOf:\n      - allOf: [{$ref: '#/components/schemas/Info'}, {type: object, properties: {hits: {type: string}}}]\n      - {type: object, required: [limit], properties: {limit: {type: integer}}}\n";
    let (api, _) = lower_text(text.to_owned());
    assert!(api.types.len() < 16, "{}", api.types.len());
}

#[test]
fn a_body_that_a_document_of_2_0_shares_has_one_type() {
    let operation =
        "{parameters: [{$ref: '#/parameters/B'}], responses: {'204': {description: d}}}";
    let text = format!(
        "swagger: '2.0'\ninfo: {{title: T, version: '1'}}\nconsumes: [application/json]\n\
         parameters: {{B: {{name: b, in: body, schema: {{properties: {{a: {{type: string}}}}}}}}}}\n\
         paths: {{/a: {{put: {operation}, post: {operation}}}}}\n"
    );
    let (api, codes) = lower_text(text);
    assert_eq!(codes, []);
    assert_eq!(api.operations.len(), 2);
    assert_eq!(api.types.iter().count(), 1);
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
    assert_eq!(codes, [Code::Unreadable]);
    assert_eq!(tags(&api, "Pet"), [["Dog"], ["cat"]]);
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

#[test]
fn an_answer_to_head_has_no_body() {
    let (api, codes) = lower(
        "paths: {/a: {head: {responses: {'200': {description: d, content: {application/json: {schema: {type: object}}}}}}}}\n",
    );
    assert_eq!(codes, []);
    assert!(matches!(
        api.operations[0].success,
        Success::Empty { docs: _ }
    ));
}
