use serde_json::{Value, json};

use super::*;
use crate::place::Pointer;

/// A document of one operation, `post` at `/a`, with these further members of its own.
fn with_operation(operation: Value, mut root: Value) -> Value {
    root["swagger"] = json!("2.0");
    root["paths"] = json!({ "/a": { "post": operation } });
    document(root)
}

/// What `pointer` leads to in the rewritten document.
fn at(document: &Value, pointer: &str) -> Value {
    document.pointer(pointer).cloned().unwrap_or_default()
}

fn operation(operation: Value, root: Value) -> Value {
    at(&with_operation(operation, root), "/paths/~1a/post")
}

fn keys(node: &Value, pointer: &str) -> Vec<String> {
    let node = node.pointer(pointer).and_then(Value::as_object);
    node.into_iter()
        .flat_map(|map| map.keys().cloned())
        .collect()
}

fn parameter(node: Value) -> Value {
    at(
        &operation(json!({ "parameters": [node] }), json!({})),
        "/parameters/0",
    )
}

fn schema(node: Value) -> Value {
    at(
        &document(json!({"swagger": "2.0", "definitions": {"A": node}})),
        "/components/schemas/A",
    )
}

fn scheme(node: Value) -> Value {
    at(
        &document(json!({"swagger": "2.0", "securityDefinitions": {"A": node}})),
        "/components/securitySchemes/A",
    )
}

fn servers(root: Value) -> Vec<String> {
    let servers = at(&document(root), "/servers");
    let urls = servers.as_array().into_iter().flatten();
    urls.filter_map(|server| server["url"].as_str().map(str::to_owned))
        .collect()
}

#[test]
fn members_keep_their_order_and_unknown_ones_their_place() {
    let root = json!({"x-a": 1, "swagger": "2.0", "info": {"title": "t"}, "paths": {"/b": {}, "/a": {}, "x-p": null}, "tags": []});
    let document = document(root);
    assert_eq!(
        keys(&document, ""),
        ["openapi", "x-a", "info", "paths", "tags"]
    );
    assert_eq!(keys(&document, "/paths"), ["/b", "/a", "x-p"]);
}

#[test]
fn servers_prefer_the_safest_scheme() {
    for (root, expected) in [
        (
            json!({"host": "a.example", "basePath": "/v1/", "schemes": ["http", "https"]}),
            vec!["https://a.example/v1", "http://a.example/v1"],
        ),
        (json!({"host": "a.example"}), vec!["https://a.example"]),
        (
            json!({"host": "a.example", "basePath": "/"}),
            vec!["https://a.example"],
        ),
        (
            json!({"host": "http://a.example/", "basePath": "v1"}),
            vec!["http://a.example/v1"],
        ),
        (json!({"basePath": "/v1"}), vec!["/v1"]),
        (json!({"basePath": "/"}), vec!["/"]),
        (json!({"schemes": ["https"]}), vec![]),
        (
            json!({"host": 7, "basePath": null, "schemes": "https"}),
            vec![],
        ),
    ] {
        assert_eq!(servers(root.clone()), expected, "{root}");
    }
}

#[test]
fn an_operation_has_servers_of_its_own_where_its_schemes_differ() {
    let root = json!({"host": "a.example", "schemes": ["https"]});
    let own = operation(json!({"schemes": ["http"]}), root.clone());
    assert_eq!(at(&own, "/servers/0/url"), "http://a.example");
    let same = operation(json!({"schemes": ["http", "https"]}), root);
    assert_eq!(same, json!({}));
}

#[test]
fn a_parameter_keeps_what_describes_it_and_its_schema_takes_the_rest() {
    let node = json!({"name": "a", "in": "query", "description": "d", "required": true, "deprecated": true, "x-note": 1,
        "type": "integer", "format": "int32", "minimum": 1, "default": 2, "enum": [1, 2], "x-enum-varnames": ["One", "Two"], "x-nullable": true});
    let expected = json!({"name": "a", "in": "query", "description": "d", "required": true, "deprecated": true, "x-note": 1,
        "schema": {"type": "integer", "format": "int32", "minimum": 1, "default": 2, "enum": [1, 2], "x-enum-varnames": ["One", "Two"], "nullable": true}});
    assert_eq!(parameter(node), expected);
}

#[test]
fn lists_are_written_as_their_format_says() {
    for (location, format, style, explode) in [
        ("query", json!(null), "form", false),
        ("query", json!("csv"), "form", false),
        ("query", json!("multi"), "form", true),
        ("query", json!("ssv"), "spaceDelimited", false),
        ("query", json!("pipes"), "pipeDelimited", false),
        ("query", json!("tsv"), "tabDelimited", false),
        ("path", json!("csv"), "simple", false),
        ("header", json!(null), "simple", false),
        ("header", json!("multi"), "simple", false),
    ] {
        let node =
            json!({"in": location, "type": "array", "items": {}, "collectionFormat": format});
        let node = parameter(node);
        assert_eq!(
            (node["style"].as_str(), &node["explode"]),
            (Some(style), &json!(explode)),
            "{location} {format}"
        );
    }
}

#[test]
fn a_format_of_lists_that_is_not_understood_stays() {
    let list = parameter(json!({"in": "query", "type": "array", "collectionFormat": "commas"}));
    assert_eq!(list["collectionFormat"], "commas");
    let text = parameter(json!({"in": "query", "type": "string", "collectionFormat": "csv"}));
    assert_eq!(
        text,
        json!({"in": "query", "collectionFormat": "csv", "schema": {"type": "string"}})
    );
}

#[test]
fn lists_in_lists_are_schemas_all_the_way() {
    let node = json!({"in": "query", "type": "array", "items": {"type": "array", "items": {"type": "string", "x-nullable": true}}});
    let expected = json!({"type": "array", "items": {"type": "array", "items": {"type": "string", "nullable": true}}});
    assert_eq!(parameter(node)["schema"], expected);
}

#[test]
fn a_body_has_every_media_type_that_is_consumed() {
    let body = json!({"in": "body", "name": "b", "description": "d", "required": true, "x-note": 1, "schema": {"$ref": "#/definitions/B"}});
    let node = json!({"parameters": [body], "consumes": ["application/json", "application/xml"]});
    let media = json!({"schema": {"$ref": "#/definitions/B"}});
    let expected = json!({"description": "d", "required": true, "x-note": 1, "content": {"application/json": media, "application/xml": media}});
    let operation = operation(node, json!({}));
    assert_eq!(operation["requestBody"], expected);
    assert_eq!(operation["parameters"], json!([]));
}

#[test]
fn an_operation_replaces_the_media_types_of_the_document() {
    let root = json!({"consumes": ["application/xml"], "produces": ["text/csv"]});
    let node = |consumes: Value| {
        json!({"parameters": [{"in": "body", "schema": {}}], "consumes": consumes,
        "responses": {"200": {"schema": {}}}})
    };
    for (consumes, expected) in [
        (json!(null), "application/xml"),
        (json!([]), "application/json"),
        (json!(["text/plain"]), "text/plain"),
        (json!("text/plain"), "text/plain"),
        (json!({"a": 1}), "application/xml"),
    ] {
        let operation = operation(node(consumes), root.clone());
        assert_eq!(keys(&operation, "/requestBody/content"), [expected]);
        assert_eq!(keys(&operation, "/responses/200/content"), ["text/csv"]);
        assert_eq!(
            keys(&operation, ""),
            ["parameters", "responses", "requestBody"]
        );
    }
}

#[test]
fn fields_make_a_form() {
    let node = json!({"parameters": [
        {"in": "formData", "name": "a", "type": "string", "description": "d", "required": true, "x-note": 1},
        {"in": "query", "name": "q", "type": "string"},
        {"in": "formData", "name": "b", "type": "array", "items": {"type": "string"}, "collectionFormat": "multi", "allowEmptyValue": true}]});
    let expected = json!({"content": {"application/x-www-form-urlencoded": {
        "schema": {"type": "object", "properties": {
            "a": {"type": "string", "description": "d", "x-note": 1},
            "b": {"type": "array", "items": {"type": "string"}}}, "required": ["a"]},
        "encoding": {"b": {"style": "form", "explode": true}}}}, "required": true});
    let operation = operation(node, json!({}));
    assert_eq!(operation["requestBody"], expected);
    assert_eq!(at(&operation, "/parameters/0/name"), "q");
}

#[test]
fn a_form_is_of_the_types_that_are_consumed_and_a_file_needs_parts() {
    let both = json!(["application/x-www-form-urlencoded", "multipart/form-data"]);
    for (consumes, kind, expected) in [
        (
            json!(["application/json"]),
            "string",
            vec!["application/x-www-form-urlencoded"],
        ),
        (
            json!(["multipart/form-data"]),
            "string",
            vec!["multipart/form-data"],
        ),
        (
            both.clone(),
            "string",
            vec!["application/x-www-form-urlencoded", "multipart/form-data"],
        ),
        (both, "file", vec!["multipart/form-data"]),
        (json!([]), "file", vec!["multipart/form-data"]),
    ] {
        let node = json!({"consumes": consumes, "parameters": [{"in": "formData", "name": "a", "type": kind}]});
        assert_eq!(
            keys(&operation(node, json!({})), "/requestBody/content"),
            expected
        );
    }
}

#[test]
fn what_a_path_says_of_the_body_is_said_of_its_operations() {
    let item = json!({"parameters": [{"in": "path", "name": "id", "type": "string"}, {"in": "formData", "name": "a", "type": "string"}],
        "put": {"parameters": [{"in": "formData", "name": "a", "type": "integer"}]},
        "post": {"parameters": [{"in": "body", "schema": {"type": "string"}}]},
        "patch": {}});
    let document = document(json!({"swagger": "2.0", "paths": {"/a": item}}));
    let item = at(&document, "/paths/~1a");
    assert_eq!(item["parameters"].as_array().map(Vec::len), Some(1));
    let form = "requestBody/content/application~1x-www-form-urlencoded/schema/properties/a/type";
    assert_eq!(at(&item, &format!("/put/{form}")), "integer");
    assert_eq!(at(&item, &format!("/patch/{form}")), "string");
    assert_eq!(
        keys(&item, "/post/requestBody/content"),
        ["application/json"]
    );
}

#[test]
fn a_shared_body_is_referred_to_unless_the_operation_consumes_something_else() {
    let root = json!({"consumes": ["application/json"], "parameters": {"B": {"in": "body", "name": "b", "schema": {"type": "string"}}}});
    let list = json!([{"$ref": "#/parameters/B"}]);
    let same = with_operation(json!({ "parameters": list }), root.clone());
    let reference = json!({"$ref": "#/components/requestBodies/B"});
    assert_eq!(at(&same, "/paths/~1a/post/requestBody"), reference);
    assert_eq!(
        at(
            &same,
            "/components/requestBodies/B/content/application~1json/schema/type"
        ),
        "string"
    );
    assert_eq!(keys(&same, "/components"), ["requestBodies"]);
    let other = operation(
        json!({"parameters": list, "consumes": ["text/plain"]}),
        root,
    );
    assert_eq!(keys(&other, "/requestBody/content"), ["text/plain"]);
}

#[test]
fn a_shared_field_is_part_of_the_forms_that_refer_to_it() {
    let root = json!({"parameters": {"F": {"in": "formData", "name": "f", "type": "file"}, "Q": {"in": "query", "name": "q", "type": "string"}}});
    let list =
        json!([{"$ref": "#/parameters/F"}, {"$ref": "#/parameters/Q"}, {"$ref": "other.yaml#/P"}]);
    let document = with_operation(json!({ "parameters": list }), root);
    assert_eq!(
        at(&document, "/paths/~1a/post/parameters"),
        json!([{"$ref": "#/parameters/Q"}, {"$ref": "other.yaml#/P"}])
    );
    let file =
        "/paths/~1a/post/requestBody/content/multipart~1form-data/schema/properties/f/format";
    assert_eq!(at(&document, file), "binary");
    assert_eq!(keys(&document, "/components/parameters"), ["Q"]);
}

#[test]
fn a_second_body_stays_to_be_reported() {
    let list = json!([{"in": "body", "name": "a"}, {"in": "body", "name": "b"}, {"in": "formData", "name": "c"}]);
    let operation = operation(json!({ "parameters": list }), json!({}));
    assert_eq!(at(&operation, "/parameters/0/name"), "b");
    assert_eq!(at(&operation, "/parameters/1/name"), "c");
    assert!(operation.get("requestBody").is_some());
}

#[test]
fn a_circle_of_shared_parameters_ends() {
    let root =
        json!({"parameters": {"A": {"$ref": "#/parameters/B"}, "B": {"$ref": "#/parameters/A"}}});
    let operation = operation(json!({"parameters": [{"$ref": "#/parameters/A"}]}), root);
    assert_eq!(operation["parameters"], json!([{"$ref": "#/parameters/A"}]));
}

#[test]
fn an_answer_has_every_media_type_that_is_produced_and_its_examples() {
    let answer = json!({"description": "d", "schema": {"type": "object"}, "examples": {"application/json": {"a": 1}, "text/html": "b"},
        "headers": {"X-A": {"type": "array", "items": {"type": "string"}, "description": "h"}}});
    let node = json!({"produces": ["application/json", "application/xml"], "responses": {"200": answer, "204": {"description": "e"}, "x-a": {"schema": 1}}});
    let responses = operation(node, json!({}))["responses"].clone();
    let expected = json!({"description": "d", "examples": {"text/html": "b"},
        "headers": {"X-A": {"description": "h", "style": "simple", "explode": false, "schema": {"type": "array", "items": {"type": "string"}}}},
        "content": {"application/json": {"schema": {"type": "object"}, "example": {"a": 1}}, "application/xml": {"schema": {"type": "object"}}}});
    assert_eq!(responses["200"], expected);
    assert_eq!(responses["204"], json!({"description": "e"}));
    assert_eq!(responses["x-a"], json!({"schema": 1}));
}

#[test]
fn a_file_is_answered_as_bytes_and_its_errors_are_json() {
    let file = json!({"schema": {"type": "file"}});
    let error = json!({"schema": {"$ref": "#/definitions/E"}});
    for (produces, of_file, of_error) in [
        (
            json!(["application/json"]),
            vec!["application/octet-stream"],
            vec!["application/json"],
        ),
        (
            json!(["application/json", "application/pdf"]),
            vec!["application/pdf"],
            vec!["application/json", "application/pdf"],
        ),
        (
            json!(["application/zip"]),
            vec!["application/zip"],
            vec!["application/zip", "application/json"],
        ),
    ] {
        let node = json!({"produces": produces, "responses": {"200": file, "default": error}});
        let operation = operation(node, json!({}));
        assert_eq!(keys(&operation, "/responses/200/content"), of_file);
        assert_eq!(keys(&operation, "/responses/default/content"), of_error);
        let media = operation.pointer("/responses/200/content");
        let mut media = media
            .and_then(Value::as_object)
            .into_iter()
            .flat_map(Map::values);
        assert!(
            media.all(|media| media["schema"] == json!({"type": "string", "format": "binary"}))
        );
    }
}

#[test]
fn a_shared_success_has_the_media_types_of_the_operation_that_refers_to_it() {
    let root = json!({"produces": ["application/json"], "responses": {"R": {"schema": {"type": "string"}}}});
    let reference = json!({"$ref": "#/responses/R"});
    let node =
        json!({"produces": ["text/plain"], "responses": {"200": reference, "404": reference}});
    let document = with_operation(node, root.clone());
    assert_eq!(
        keys(&document, "/paths/~1a/post/responses/200/content"),
        ["text/plain"]
    );
    assert_eq!(at(&document, "/paths/~1a/post/responses/404"), reference);
    assert_eq!(
        keys(&document, "/components/responses/R/content"),
        ["application/json"]
    );
    let same = operation(json!({"responses": {"200": reference}}), root);
    assert_eq!(at(&same, "/responses/200"), reference);
}

#[test]
fn schemas_say_null_files_and_discriminators_in_the_way_of_3_0() {
    for (node, expected) in [
        (
            json!({"$ref": "#/definitions/B", "x-nullable": true}),
            json!({"$ref": "#/definitions/B", "nullable": true}),
        ),
        (json!({"x-nullable": "yes"}), json!({"x-nullable": "yes"})),
        (
            json!({"type": ["string", "null"]}),
            json!({"type": "string", "nullable": true}),
        ),
        (
            json!({"type": ["string", "integer"]}),
            json!({"type": ["string", "integer"]}),
        ),
        (
            json!({"type": "file"}),
            json!({"type": "string", "format": "binary"}),
        ),
        (
            json!({"discriminator": "kind"}),
            json!({"discriminator": {"propertyName": "kind"}}),
        ),
    ] {
        assert_eq!(schema(node), expected);
    }
}

#[test]
fn schemas_are_told_from_values_and_names_that_look_like_them() {
    let node = json!({"type": "object", "default": {"x-nullable": true}, "example": {"discriminator": "a"},
        "properties": {"x-nullable": {"type": "boolean", "x-nullable": true}, "discriminator": {"type": "string"}, "type": {"type": "file"}}});
    let expected = json!({"type": "object", "default": {"x-nullable": true}, "example": {"discriminator": "a"},
        "properties": {"x-nullable": {"type": "boolean", "nullable": true}, "discriminator": {"type": "string"}, "type": {"type": "string", "format": "binary"}}});
    assert_eq!(schema(node), expected);
}

#[test]
fn every_security_scheme_has_its_like() {
    for (node, expected) in [
        (
            json!({"type": "basic", "description": "d"}),
            json!({"type": "http", "description": "d", "scheme": "basic"}),
        ),
        (
            json!({"type": "apiKey", "in": "header", "name": "K"}),
            json!({"type": "apiKey", "in": "header", "name": "K"}),
        ),
        (
            json!({"type": "oauth2", "flow": "accessCode", "authorizationUrl": "a", "tokenUrl": "t", "scopes": {"r": "read"}, "x-a": 1}),
            json!({"type": "oauth2", "x-a": 1, "flows": {"authorizationCode": {"authorizationUrl": "a", "tokenUrl": "t", "scopes": {"r": "read"}}}}),
        ),
        (
            json!({"type": "oauth2", "flow": "application", "scopes": ["r"]}),
            json!({"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "", "scopes": {"r": ""}}}}),
        ),
        (
            json!({"type": "oauth2", "flow": "implicit", "authorizationUrl": "a"}),
            json!({"type": "oauth2", "flows": {"implicit": {"authorizationUrl": "a", "scopes": {}}}}),
        ),
        (
            json!({"type": "oauth2", "flow": "password", "tokenUrl": 1, "scopes": {"r": null}}),
            json!({"type": "oauth2", "flows": {"password": {"tokenUrl": "", "scopes": {"r": ""}}}}),
        ),
        (
            json!({"type": "oauth2", "flow": "other"}),
            json!({"type": "oauth2", "flows": {}}),
        ),
    ] {
        assert_eq!(scheme(node), expected);
    }
}

#[test]
fn references_into_operations_are_written_anew() {
    let operation = json!({
        "parameters": [{"in": "body", "name": "b", "schema": {"properties": {"a": {}}}}, {"in": "query", "name": "q", "type": "array", "items": {}}],
        "responses": {"200": {"schema": {"items": {}}}}});
    let root = json!({"responses": {"R": {"schema": {}}}, "parameters": {"B": {"in": "body", "name": "b", "schema": {}}}, "definitions": {"A": {"properties": {
        "a": {"$ref": "#/paths/~1a/post/parameters/0/schema/properties/a"},
        "b": {"$ref": "#/paths/~1a/post/responses/200/schema/items"},
        "c": {"$ref": "#/responses/R/schema"},
        "d": {"$ref": "#/parameters/B/schema"},
        "e": {"$ref": "#/paths/~1a/post/parameters/1/items"}}}}});
    let document = with_operation(operation, root);
    let properties = at(&document, "/components/schemas/A/properties");
    for (_, property) in properties.as_object().expect("properties") {
        let reference = property["$ref"].as_str().expect("a reference");
        let pointer = reference.strip_prefix('#').expect("a local reference");
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
}

#[test]
fn other_references_stay_as_they_are_written() {
    for text in [
        "#/definitions/A",
        "other.yaml#/responses/A/schema",
        "#/responses/None/schema",
        "#/paths/~1b/get",
        "#",
        "",
    ] {
        assert_eq!(schema(json!({ "$ref": text })), json!({ "$ref": text }));
    }
}

fn pointer(text: &str) -> Pointer {
    text.parse().expect("a pointer")
}

#[test]
fn shared_parts_have_moved() {
    for (from, to) in [
        (
            "/definitions/a~1b/properties/c",
            "/components/schemas/a~1b/properties/c",
        ),
        ("/parameters/P", "/components/parameters/P"),
        (
            "/parameters/P/items/items",
            "/components/parameters/P/schema/items/items",
        ),
        ("/responses/R", "/components/responses/R"),
        ("/securityDefinitions/S", "/components/securitySchemes/S"),
        ("/paths/~1a/get", "/paths/~1a/get"),
        ("/components/requestBodies/B", "/components/requestBodies/B"),
        ("", ""),
    ] {
        assert_eq!(moved(&pointer(from)), pointer(to));
    }
}

#[test]
fn positions_are_those_of_the_document_as_it_was_written() {
    for (from, to) in [
        ("", ""),
        ("/openapi", "/swagger"),
        ("/servers/0/url", "/host"),
        (
            "/components/schemas/a~1b/properties/c",
            "/definitions/a~1b/properties/c",
        ),
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
        ("/components/headers/H", "/components/headers/H"),
        ("/paths/~1a/parameters/0/schema", "/paths/~1a/parameters/0"),
        (
            "/paths/~1a/get/parameters/0/style",
            "/paths/~1a/get/parameters/0/collectionFormat",
        ),
        (
            "/paths/~1a/get/requestBody/content/a~1b/schema",
            "/paths/~1a/get/parameters",
        ),
        (
            "/paths/~1a/get/responses/200/content/a~1b/schema/items",
            "/paths/~1a/get/responses/200/schema/items",
        ),
        (
            "/paths/~1a/get/responses/200/headers/H/schema/type",
            "/paths/~1a/get/responses/200/headers/H/type",
        ),
        (
            "/paths/~1a/get/responses/200/content/a~1b/example",
            "/paths/~1a/get/responses/200/examples",
        ),
        (
            "/paths/~1a/get/responses/200/content",
            "/paths/~1a/get/responses/200",
        ),
        ("/paths/~1a/get/operationId", "/paths/~1a/get/operationId"),
    ] {
        assert_eq!(original(&pointer(from)), pointer(to));
    }
}

#[test]
fn a_part_in_a_file_of_its_own_is_turned_once() {
    let node = json!({"name": "tags", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": "multi"});
    let once = part(Kind::Parameter, &node);
    assert_eq!(once["style"], "form");
    assert_eq!(part(Kind::Parameter, &once), once);
    let item = json!({"post": {"parameters": [{"in": "body", "schema": {"x-nullable": true}}], "responses": {"200": {"schema": {"type": "file"}}}}});
    let once = part(Kind::PathItem, &item);
    assert_eq!(
        keys(&once, "/post/requestBody/content"),
        ["application/json"]
    );
    assert_eq!(part(Kind::PathItem, &once), once);
}

#[test]
fn what_is_of_another_form_goes_through() {
    for odd in [json!(null), json!(true), json!(7), json!("a"), json!([[]])] {
        assert_eq!(document(odd.clone()), odd);
        for key in [
            "host",
            "schemes",
            "consumes",
            "paths",
            "definitions",
            "parameters",
            "responses",
            "securityDefinitions",
        ] {
            document(
                json!({"swagger": "2.0", key: odd, "paths": {"/a": {"get": {"parameters": odd, "responses": odd, "schemes": odd}}}}),
            );
        }
        assert_eq!(parameter(odd.clone()), odd);
        assert_eq!(schema(odd.clone()), odd);
        assert_eq!(scheme(odd.clone()), odd);
        let answers = operation(json!({"responses": {"200": odd}}), json!({}));
        assert_eq!(at(&answers, "/responses/200"), odd);
    }
}

#[test]
fn nesting_is_no_danger() {
    let deep = (0..128).fold(
        json!({"x-nullable": true}),
        |node, _| json!({ "items": node }),
    );
    let way = format!("{}/nullable", "/items".repeat(128));
    assert_eq!(at(&schema(deep), &way), true);
}
