//! Parameters and their formats.

use super::*;

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
fn a_circle_of_shared_parameters_ends() {
    let root =
        json!({"parameters": {"A": {"$ref": "#/parameters/B"}, "B": {"$ref": "#/parameters/A"}}});
    let operation = operation(json!({"parameters": [{"$ref": "#/parameters/A"}]}), root);
    assert_eq!(operation["parameters"], json!([{"$ref": "#/parameters/A"}]));
}
