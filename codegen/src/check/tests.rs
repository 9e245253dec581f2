//! Each slip is named at its place, and nothing else is.

use crate::diagnostic::{Code, Sink};
use crate::resolve::bundle_of_text;

/// The codes and places of what is said about a document, without its first lines.
fn told(version: &str, text: &str) -> Vec<(Code, String)> {
    let text = format!("openapi: {version}\ninfo: {{title: T, version: '1'}}\n{text}\n");
    let mut sink = Sink::default();
    let bundle = bundle_of_text(text, &mut sink);
    super::document(&bundle, &mut sink);
    let found = sink.into_vec().into_iter();
    found
        .map(|found| (found.code, found.place.pointer.to_string()))
        .collect()
}

/// The same of one schema in a document of 3.0.
fn told_of_schema(schema: &str) -> Vec<(Code, String)> {
    let told = told(
        "3.0.3",
        &format!("paths: {{}}\ncomponents: {{schemas: {{A: {schema}}}}}"),
    );
    let below = |pointer: String| pointer.replacen("/components/schemas/A", "", 1);
    told.into_iter()
        .map(|(code, pointer)| (code, below(pointer)))
        .collect()
}

/// The same of one parameter in a document of 3.0.
fn codes_of_parameter(parameter: &str) -> Vec<Code> {
    let text = format!("paths: {{}}\ncomponents: {{parameters: {{A: {parameter}}}}}");
    told("3.0.3", &text)
        .into_iter()
        .map(|(code, _)| code)
        .collect()
}

fn at(code: Code, pointer: &str) -> (Code, String) {
    (code, pointer.to_owned())
}

#[test]
fn a_document_without_slips_is_passed_over() {
    let text = "servers: [{url: https://example.com}]
paths:
  /a/{b}:
    get:
      operationId: a
      parameters: [{name: b, in: path, required: true, schema: {type: string}, example: c}]
      responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
components: {schemas: {A: {type: object, required: [a], properties: {a: {type: integer, minimum: 1, default: 2}}, example: {a: 5.0}}}}";
    assert_eq!(told("3.0.3", text), []);
}

#[test]
fn keywords_are_those_of_their_object_and_version() {
    let text = "paths: {/a: {get: {respones: {}, deprecated: 'no'}, query: {}}}\nwebhooks: {}\nservers: [{}]";
    assert_eq!(
        told("3.0.3", text),
        [
            at(Code::OtherVersion, "/webhooks"),
            at(Code::MissingKeyword, "/servers/0"),
            at(Code::OtherVersion, "/paths/~1a/query"),
            at(Code::UnknownKeyword, "/paths/~1a/get/respones"),
            at(Code::KeywordIgnored, "/paths/~1a/get/deprecated"),
            at(Code::MissingResponses, "/paths/~1a/get"),
            at(Code::MissingResponses, "/paths/~1a/query"),
        ]
    );
    assert_eq!(told("3.0.3", ""), [at(Code::MissingKeyword, "")]);
    assert_eq!(told("3.2.0", "paths: {/a: {query: {}}}\nwebhooks: {}"), []);
}

#[test]
fn texts_may_look_like_numbers_and_places_may_be_empty() {
    assert_eq!(
        told_of_schema("{description: 5, title: , properties: {a: }}"),
        [
            at(Code::TakenAsText, "/description"),
            at(Code::KeywordIgnored, "/title"),
            at(Code::NothingThere, "/properties/a"),
        ]
    );
    assert_eq!(
        told_of_schema("{properties: []}"),
        [at(Code::KeywordIgnored, "/properties")]
    );
}

#[test]
fn a_schema_may_contradict_itself() {
    for (schema, code, pointer) in [
        ("{type: int}", Code::UnknownType, "/type"),
        ("{type: [string]}", Code::OtherVersion, "/type"),
        (
            "{type: string, minLength: 5, maxLength: 2}",
            Code::Bounds,
            "/minLength",
        ),
        ("{type: number, multipleOf: 0}", Code::Bounds, "/multipleOf"),
        ("{type: integer, enum: [a]}", Code::EnumValueType, "/enum"),
        ("{type: string, enum: [a, b, a]}", Code::Duplicate, "/enum"),
        ("{type: array}", Code::MissingKeyword, ""),
        ("{readOnly: true, writeOnly: true}", Code::Exclusive, ""),
        (
            "{$ref: '#/components/schemas/A/not', not: {}, type: string}",
            Code::BesideReference,
            "/not",
        ),
        (
            "{discriminator: {propertyName: a, mapping: {b: '#/c'}}}",
            Code::RefDangling,
            "/discriminator/mapping/b",
        ),
    ] {
        assert_eq!(told_of_schema(schema)[0], at(code, pointer), "{schema}");
    }
}

#[test]
fn defaults_and_examples_are_values_of_their_schema() {
    for schema in [
        "{type: integer, default: a}",
        "{type: integer, default: null}",
        "{type: integer, default: 3.14}",
        "{type: string, enum: [a], default: b}",
        "{type: integer, maximum: 5, default: 6}",
        "{oneOf: [{type: integer}, {type: boolean}], default: a}",
        "{allOf: [{type: string}], default: 1}",
    ] {
        assert_eq!(
            told_of_schema(schema),
            [at(Code::DefaultMismatch, "/default")],
            "{schema}"
        );
    }
    for schema in [
        "{type: integer, nullable: true, default: null}",
        "{type: number, default: 1}",
        "{type: object, required: [id], properties: {id: {readOnly: true}}, default: {}}",
        "{anyOf: [{type: integer}, {type: string}], default: a}",
    ] {
        assert_eq!(told_of_schema(schema), [], "{schema}");
    }
    assert_eq!(
        told_of_schema(
            "{type: object, properties: {a: {items: {type: string}}}, example: {a: [b, 1]}}"
        ),
        [at(Code::ExampleMismatch, "/example")]
    );
}

#[test]
fn parameters_are_described_in_one_way_and_written_in_a_way_of_their_place() {
    for (parameter, code) in [
        ("{name: a, in: query}", Code::MissingKeyword),
        ("{name: a, in: path, schema: {}}", Code::MissingKeyword),
        (
            "{name: a, in: query, schema: {}, content: {text/plain: {}}}",
            Code::Exclusive,
        ),
        (
            "{name: a, in: query, content: {text/plain: {}, text/csv: {}}}",
            Code::MediaTypeIgnored,
        ),
        ("{name: a b, in: header, schema: {}}", Code::OddName),
        (
            "{name: authorization, in: header, schema: {}}",
            Code::HeaderIgnored,
        ),
        (
            "{name: a, in: query, schema: {type: array, items: {type: object}}}",
            Code::StyleMismatch,
        ),
        (
            "{name: '{a}', in: path, required: true, schema: {}}",
            Code::OddName,
        ),
        (
            "{name: a, in: header, style: form, schema: {}}",
            Code::KeywordIgnored,
        ),
        (
            "{name: a, in: query, style: deepObject, schema: {type: string}}",
            Code::StyleMismatch,
        ),
        (
            "{name: a, in: header, allowReserved: true, schema: {}}",
            Code::KeywordIgnored,
        ),
        (
            "{name: a, in: query, schema: {type: string}, example: 1}",
            Code::ExampleMismatch,
        ),
        (
            "{name: a, in: query, schema: {}, example: 1, examples: {b: {value: 1}}}",
            Code::Exclusive,
        ),
    ] {
        assert_eq!(codes_of_parameter(parameter), [code], "{parameter}");
    }
}

#[test]
fn names_have_a_grammar() {
    let text = "paths: {/a: {get: {responses: {'20': {description: d, headers: {A: {schema: {}}, a: {schema: {}}}, content: {json: {}}}}}}}
components: {schemas: {'a b': {}, 'c d': {}, e: {}}}";
    let answer = "/paths/~1a/get/responses/20";
    assert_eq!(
        told("3.0.3", text),
        [
            at(Code::OddName, "/components/schemas/a b"),
            at(Code::OddName, answer),
            at(Code::Duplicate, &format!("{answer}/headers/a")),
            at(Code::OddName, &format!("{answer}/content/json")),
        ]
    );
}

#[test]
fn paths_and_operations_stand_once() {
    let operation = "{operationId: a, responses: {default: {description: d}}}";
    let text = format!(
        "paths: {{'/a/{{b}}': {{get: {operation}}}, '/a/{{c}}': {{}}, '/d/{{e': {{}}}}\nwebhooks: {{w: {{post: {operation}}}}}"
    );
    assert_eq!(
        told("3.1.0", &text),
        [
            at(Code::Duplicate, "/paths/~1a~1{c}"),
            at(Code::OddName, "/paths/~1d~1{e"),
            at(Code::DuplicateOperationId, "/webhooks/w/post/operationId"),
        ]
    );
}

#[test]
fn servers_and_security_schemes_say_what_they_have_to() {
    let server = |text: &str| told("3.0.3", &format!("paths: {{}}\nservers: [{text}]"));
    let variable = |text: &str| server(&format!("{{url: '{{a}}', variables: {{a: {text}}}}}"));
    assert_eq!(server("{url: ''}"), [at(Code::OddName, "/servers/0/url")]);
    let place = "/servers/0/variables/a/enum";
    for (text, code) in [
        ("{default: b, enum: [c]}", Code::ServerVariable),
        ("{default: b, enum: []}", Code::ServerVariable),
        ("{default: b, enum: [b, b]}", Code::Duplicate),
    ] {
        assert_eq!(variable(text), [at(code, place)], "{text}");
    }
    let scheme = |text: &str| {
        let told = told(
            "3.0.3",
            &format!("paths: {{}}\ncomponents: {{securitySchemes: {{A: {text}}}}}"),
        );
        told.into_iter().map(|(code, _)| code).collect::<Vec<_>>()
    };
    for (text, code) in [
        ("{type: http, scheme: dsn}", Code::UnknownHttpScheme),
        ("{type: apiKey, in: query}", Code::MissingKeyword),
        (
            "{type: openIdConnect, openIdConnectUrl: '-'}",
            Code::OddName,
        ),
        (
            "{type: oauth2, flows: {implicit: {scopes: {}}}}",
            Code::MissingKeyword,
        ),
        ("{type: mutualTLS}", Code::OtherVersion),
    ] {
        assert_eq!(scheme(text), [code], "{text}");
    }
}

#[test]
fn what_a_discriminator_names_by_default_is_looked_up_since_it_may() {
    let schema = "paths: {}\ncomponents: {schemas: {A: {discriminator: {propertyName: a, defaultMapping: B}}}}";
    let pointer = "/components/schemas/A/discriminator/defaultMapping";
    assert_eq!(told("3.2.0", schema), [at(Code::RefDangling, pointer)]);
    assert_eq!(told("3.1.0", schema), [at(Code::OtherVersion, pointer)]);
}

#[test]
fn what_is_said_of_the_members_of_a_whole_query_is_not_heard() {
    let text = "paths: {}
components: {parameters: {A: {name: a, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object}, encoding: {b: {style: pipeDelimited}}}}}}}";
    assert_eq!(
        told("3.2.0", text),
        [at(
            Code::KeywordIgnored,
            "/components/parameters/A/content/application~1x-www-form-urlencoded/encoding"
        )]
    );
}

#[test]
fn exclusive_bounds_are_flags_until_3_0_and_numbers_since() {
    let both = |version, schema: &str| {
        let text = format!("paths: {{}}\ncomponents: {{schemas: {{A: {schema}}}}}");
        told(version, &text)
    };
    let flags =
        "{type: integer, minimum: 1, exclusiveMinimum: true, maximum: 3, exclusiveMaximum: false}";
    let numbers = "{type: integer, exclusiveMinimum: 1, exclusiveMaximum: 3}";
    let told = ["exclusiveMaximum", "exclusiveMinimum"].map(|keyword| {
        at(
            Code::OtherVersion,
            &format!("/components/schemas/A/{keyword}"),
        )
    });
    assert_eq!(both("3.0.3", flags), []);
    assert_eq!(both("3.0.3", numbers), told);
    assert_eq!(both("3.1.0", numbers), []);
    assert_eq!(both("3.2.0", flags), told);
}

#[test]
fn a_constant_is_of_its_type() {
    let told_of = |schema: &str| {
        let text = format!("paths: {{}}\ncomponents: {{schemas: {{A: {schema}}}}}");
        told("3.1.0", &text)
    };
    let strange = [at(Code::EnumValueType, "/components/schemas/A/const")];
    assert_eq!(told_of("{type: string, const: a}"), []);
    assert_eq!(told_of("{type: integer, const: 5.0}"), []);
    assert_eq!(told_of("{type: string, const: null}"), []);
    assert_eq!(told_of("{type: string, const: 5}"), strange);
    assert_eq!(told_of("{type: integer, const: []}"), strange);
}
