//! Schemas.

use super::*;

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
fn nesting_is_no_danger() {
    let deep = (0..128).fold(
        json!({"x-nullable": true}),
        |node, _| json!({ "items": node }),
    );
    let way = format!("{}/nullable", "/items".repeat(128));
    assert_eq!(at(&schema(deep), &way), true);
}
