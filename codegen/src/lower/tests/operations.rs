//! What calls carry and give.

use super::*;

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

/// What the docs of the one parameter of a document of that version say, which is a `$ref` with words beside it.
fn docs_of_referred_parameter(version: &str) -> Option<String> {
    let (api, _) = lower_text(format!(
        "openapi: {version}
info: {{title: T, version: '1'}}
paths:
  /a:
    get:
      parameters: [{{$ref: '#/components/parameters/B', description: mine}}]
      responses: {{'204': {{description: d}}}}
components: {{parameters: {{B: {{name: b, in: query, description: theirs, schema: {{type: string}}}}}}}}
"
    ));
    api.operations[0].parameters[0].docs.description.clone()
}

#[test]
fn words_beside_a_reference_count_since_3_1() {
    let says = |version| docs_of_referred_parameter(version);
    assert_eq!(says("3.0.3").as_deref(), Some("theirs"));
    assert_eq!(says("3.1.1").as_deref(), Some("mine"));
    assert_eq!(says("3.2.0").as_deref(), Some("mine"));
}
