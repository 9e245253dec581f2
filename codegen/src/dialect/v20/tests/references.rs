//! References, and pointers from one version to the other.

use super::*;

fn pointer(text: &str) -> Pointer {
    text.parse().expect("a pointer")
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
