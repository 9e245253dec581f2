//! Bodies and forms.

use super::*;

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
