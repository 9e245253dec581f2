//! What a `$ref` leads to, in files too.

use super::*;

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
    assert!(codes.iter().all(|code| *code == Code::RefDangling));
    let [operation] = api.operations.as_slice() else {
        panic!("{:?}", api.operations)
    };
    assert_eq!(operation.parameters[0].wire_name, "q");
    assert!(operation.body.is_none());
    assert_eq!(operation.given().collect::<Vec<_>>(), [&Ty::Bytes]);
    let types: Vec<_> = object(&api, "A")
        .fields
        .iter()
        .map(|field| &field.ty)
        .collect();
    assert_eq!(types, [&Ty::Json, &Ty::Text]);
    assert_eq!(api.untyped.len(), 3);
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
    let bundle = bundle_of(&Source::memory("a.yaml", files), &mut sink);
    let api = api(&bundle, &BTreeMap::new(), &mut sink);
    assert_eq!(sink.into_vec(), []);
    let [operation] = api.operations.as_slice() else {
        panic!("{:?}", api.operations)
    };
    let body = operation.body.as_ref().expect("a body");
    assert_eq!(Some(&body.form.ty), operation.given().next());
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
    let bundle = bundle_of(&Source::memory("a.yaml", files), &mut sink);
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
fn a_property_called_content_holds_no_forms_of_a_body() {
    let (api, _) = lower(
        "components:
  schemas: {A: {properties: {a: {$ref: '#/components/requestBodies/B/content/application~1json/schema/properties/content/properties/b'}}}}
  requestBodies:
    B: {content: {application/json: {schema: {type: object, properties: {content: {type: object, properties: {b: {properties: {c: {type: string}}}}}}}}}}
",
    );
    let b = object(&api, "A").fields[0].ty.named().expect("a type");
    let expected = TypeName::Own("B request content b".to_owned());
    assert_eq!(api.types.get(b).name, expected);
}
