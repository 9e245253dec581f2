//! The way back from rewritten nodes.

use super::*;

/// A document with a body or a form in each of the places that they have.
fn document_of_2() -> Value {
    json!({
        "swagger": "2.0",
        "basePath": "/v1",
        "consumes": ["application/xml"],
        "definitions": { "a/b": { "properties": { "c": {} } } },
        "parameters": {
            "P": { "name": "p", "in": "query", "type": "string" },
            "B": { "name": "b", "in": "body", "schema": { "type": "object" } },
            "F": { "name": "f", "in": "formData", "type": "string" },
        },
        "responses": { "R": { "description": "", "schema": {} } },
        "securityDefinitions": { "S": { "type": "oauth2", "flow": "implicit", "scopes": {} } },
        "components": { "schemas": { "New": {} }, "headers": { "H": {} } },
        "paths": {
            "/a": {
                "parameters": [
                    { "name": "inherited", "in": "body", "schema": {} },
                    { "name": "x", "in": "query", "schema": { "type": "string" } },
                ],
                "get": {
                    "responses": {
                        "200": { "headers": { "H": { "type": "string" } }, "schema": { "items": {} } },
                        "201": { "$ref": "#/responses/R" },
                    },
                },
                "put": { "parameters": [
                    { "name": "q", "in": "query", "type": "array", "items": {} },
                    { "name": "own", "in": "body", "schema": { "type": "object" } },
                    { "name": "r", "in": "query", "type": "string" },
                ] },
                "post": { "consumes": ["text/xml"], "parameters": [{ "$ref": "#/parameters/B" }] },
                "patch": { "parameters": [
                    { "name": "q", "in": "query", "type": "string" },
                    { "name": "g", "in": "formData", "type": "array", "items": { "type": "string" } },
                    { "$ref": "#/parameters/F" },
                ] },
            },
        },
        "x-ms-paths": { "/a?b": { "get": {} } },
    })
}

fn stands_at(rewritten: &str) -> String {
    let pointer = rewritten.parse().expect("a pointer");
    original(Kind::Document)(&document_of_2(), &Pointer::root(), &pointer).to_string()
}

#[test]
fn members_of_the_document_are_found_under_their_old_names() {
    for (from, to) in [
        ("", ""),
        ("/info/title", "/info/title"),
        ("/openapi", "/swagger"),
        ("/servers/0/url", "/basePath"),
        (
            "/components/schemas/a~1b/properties/c",
            "/definitions/a~1b/properties/c",
        ),
        ("/components/schemas/New", "/components/schemas/New"),
        ("/components/headers/H", "/components/headers/H"),
        ("/components/parameters/P/schema/type", "/parameters/P/type"),
        (
            "/components/requestBodies/B/content/a~1b/schema/type",
            "/parameters/B/schema/type",
        ),
        (
            "/components/responses/R/content/a~1b/schema",
            "/responses/R/schema",
        ),
        (
            "/components/securitySchemes/S/flows/implicit/scopes",
            "/securityDefinitions/S/scopes",
        ),
    ] {
        assert_eq!(stands_at(from), to, "{from}");
    }
}

#[test]
fn a_parameter_is_found_at_its_old_number() {
    for (from, to) in [
        ("/parameters", "/parameters"),
        ("/parameters/0/schema/type", "/parameters/1/schema/type"),
        ("/put/parameters/0/schema", "/put/parameters/0"),
        (
            "/put/parameters/0/style",
            "/put/parameters/0/collectionFormat",
        ),
        ("/put/parameters/1/schema/type", "/put/parameters/2/type"),
        ("/put/parameters/2", "/put/parameters"),
    ] {
        assert_eq!(
            stands_at(&format!("/paths/~1a{from}")),
            format!("/paths/~1a{to}"),
            "{from}"
        );
    }
}

#[test]
fn a_body_is_found_among_the_parameters() {
    for (from, to) in [
        ("/paths/~1a/put/requestBody", "/paths/~1a/put/parameters/1"),
        (
            "/paths/~1a/put/requestBody/content/a~1b/schema/type",
            "/paths/~1a/put/parameters/1/schema/type",
        ),
        (
            "/paths/~1a/get/requestBody/content/a~1b/schema",
            "/paths/~1a/parameters/0/schema",
        ),
        (
            "/paths/~1a/post/requestBody",
            "/paths/~1a/post/parameters/0",
        ),
        (
            "/paths/~1a/post/requestBody/$ref",
            "/paths/~1a/post/parameters/0/$ref",
        ),
        (
            "/paths/~1a/post/requestBody/content/text~1xml/schema/type",
            "/parameters/B/schema/type",
        ),
    ] {
        assert_eq!(stands_at(from), to, "{from}");
    }
}

#[test]
fn a_field_of_a_form_is_found_among_the_parameters() {
    let body = "/paths/~1a/patch/requestBody";
    for (from, to) in [
        ("", "/paths/~1a/patch/parameters"),
        (
            "/content/m/schema/required/0",
            "/paths/~1a/patch/parameters",
        ),
        (
            "/content/m/schema/properties/g/items/type",
            "/paths/~1a/patch/parameters/1/items/type",
        ),
        (
            "/content/m/encoding/g/style",
            "/paths/~1a/patch/parameters/1/collectionFormat",
        ),
        (
            "/content/m/schema/properties/f",
            "/paths/~1a/patch/parameters/2",
        ),
        ("/content/m/schema/properties/f/type", "/parameters/F/type"),
    ] {
        assert_eq!(stands_at(&format!("{body}{from}")), to, "{from}");
    }
}

#[test]
fn an_answer_is_found_without_its_media_types() {
    let responses = "/paths/~1a/get/responses";
    for (from, to) in [
        (
            "/200/content/a~1b/schema/items",
            format!("{responses}/200/schema/items"),
        ),
        (
            "/200/content/a~1b/example/x",
            format!("{responses}/200/examples/a~1b/x"),
        ),
        ("/200/content", format!("{responses}/200")),
        (
            "/200/headers/H/schema/type",
            format!("{responses}/200/headers/H/type"),
        ),
        ("/201", format!("{responses}/201")),
        ("/201/content/a~1b/schema", "/responses/R/schema".to_owned()),
    ] {
        assert_eq!(stands_at(&format!("{responses}{from}")), to, "{from}");
    }
    assert_eq!(
        stands_at("/paths/~1a/get/operationId"),
        "/paths/~1a/get/operationId"
    );
    assert_eq!(stands_at("/paths/~1b/get"), "/paths/~1b/get");
    assert_eq!(stands_at("/paths/~1a?b/get"), "/x-ms-paths/~1a?b/get");
}

#[test]
fn a_part_in_a_file_of_its_own_is_found_there() {
    let file = json!({ "p/q": {
        "parameters": [{ "name": "b", "in": "body", "schema": {} }],
        "get": { "parameters": [
            { "name": "f", "in": "formData", "type": "file" },
            { "name": "q", "in": "query", "type": "string" },
        ] },
        "put": { "responses": { "200": { "schema": {} } } },
    } });
    for (kind, part, from, to) in [
        (
            Kind::PathItem,
            "/p~1q",
            "/put/requestBody/content/m/schema",
            "/parameters/0/schema",
        ),
        (
            Kind::PathItem,
            "/p~1q",
            "/get/parameters/0/schema/type",
            "/get/parameters/1/type",
        ),
        (
            Kind::Operation,
            "/p~1q/get",
            "/requestBody/content/m/schema/properties/f",
            "/parameters/0",
        ),
        (
            Kind::Responses,
            "/p~1q/put/responses",
            "/200/content/m/schema",
            "/200/schema",
        ),
        (
            Kind::Parameter,
            "/p~1q/get/parameters/1",
            "/schema/type",
            "/type",
        ),
        (
            Kind::Schema,
            "/p~1q",
            "/properties/content",
            "/properties/content",
        ),
    ] {
        let at: Pointer = part.parse().expect("a pointer");
        let node = format!("{part}{from}").parse().expect("a pointer");
        let found = original(kind)(&file, &at, &node);
        assert_eq!(found.to_string(), format!("{part}{to}"), "{from}");
    }
}
