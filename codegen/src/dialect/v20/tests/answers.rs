//! Answers and their media types.

use super::*;

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
        (json!([]), vec!["*/*"], vec!["application/json"]),
        (
            json!(["application/json"]),
            vec!["*/*"],
            vec!["application/json"],
        ),
        (
            json!(["application/json", "application/xml"]),
            vec!["*/*"],
            vec!["application/json", "application/xml"],
        ),
        (
            json!(["application/xml"]),
            vec!["application/xml"],
            vec!["application/xml"],
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
fn what_comes_in_types_of_files_alone_is_a_file_without_a_schema_too() {
    let content_of = |produces: Value, root: Value| {
        let node = json!({"produces": produces, "responses": {"200": {"description": "d"}}});
        operation(node, root)
            .pointer("/responses/200/content")
            .cloned()
    };
    let tar = json!(["application/x-tar"]);
    let bytes = json!({"application/x-tar": {"schema": {"type": "string", "format": "binary"}}});
    assert_eq!(content_of(tar.clone(), json!({})), Some(bytes));
    assert_eq!(content_of(tar.clone(), json!({"produces": tar})), None);
    for others in [
        json!([]),
        json!(["application/json", "application/x-tar"]),
        json!(["text/plain"]),
        json!(["*/*"]),
    ] {
        assert_eq!(content_of(others, json!({})), None);
    }
}
