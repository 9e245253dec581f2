//! The document, its servers, its schemes, and parts of it in files of their own.

use super::*;

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
