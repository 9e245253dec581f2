use serde_json::json;

use super::*;
use crate::load::mend;
use crate::place::FileId;

/// A node at a place of a document of 3.0 after it was mended, and the codes of what was said of it.
fn mended_at(tokens: &[&str], kind: Kind, mut node: Value) -> (Value, Vec<Code>) {
    let found = slips(&Met {
        kind,
        version: Version::V30,
        place: &Place::root(FileId::ENTRY).below(tokens),
        node: &node,
    });
    let codes = found.iter().map(|slip| slip.code).collect();
    for slip in found {
        mend(&mut node, slip.repairs);
    }
    (node, codes)
}

fn mended(kind: Kind, node: Value) -> (Value, Vec<Code>) {
    mended_at(&["components"], kind, node)
}

#[test]
fn a_keyword_of_another_form_is_what_is_plainly_meant() {
    for (kind, node, expected) in [
        (
            Kind::Schema,
            json!({"additionalProperties": "true", "nullable": "False"}),
            json!({"additionalProperties": true, "nullable": false}),
        ),
        (
            Kind::Schema,
            json!({"items": "string"}),
            json!({"items": {"type": "string"}}),
        ),
        (
            Kind::Parameter,
            json!({"in": "query", "schema": "datetime"}),
            json!({"in": "query", "schema": {"type": "string", "format": "date-time"}}),
        ),
        (
            Kind::Schema,
            json!({"oneOf": {"$ref": "#/a"}}),
            json!({"oneOf": [{"$ref": "#/a"}]}),
        ),
        (
            Kind::Operation,
            json!({"security": ["k", {}]}),
            json!({"security": [{"k": []}, {}]}),
        ),
        (
            Kind::Document,
            json!({"security": {"k": []}}),
            json!({"security": [{"k": []}]}),
        ),
        (Kind::Schema, json!("integer"), json!({"type": "integer"})),
        (
            Kind::Response,
            json!("Fine"),
            json!({"description": "Fine"}),
        ),
    ] {
        let (node, codes) = mended(kind, node);
        assert_eq!(node, expected);
        assert!(codes.iter().all(|code| *code == Code::OtherForm), "{node}");
        assert!(!codes.is_empty(), "{node}");
    }
}

#[test]
fn a_keyword_that_nobody_can_make_anything_of_goes() {
    for (kind, node) in [
        (Kind::Schema, json!({"additionalProperties": "Thing"})),
        (Kind::Schema, json!({"allOf": {"Cat": {}, "Dog": {}}})),
        (Kind::Schema, json!({"properties": ["a"]})),
        (Kind::Schema, json!({"required": "true"})),
        (Kind::Operation, json!({"parameters": {}})),
        (Kind::Operation, json!({"requestBody": true})),
        (Kind::Response, json!({"content": "text/plain"})),
        (Kind::Header, json!({"style": "fancy"})),
    ] {
        assert_eq!(mended(kind, node), (json!({}), vec![Code::KeywordIgnored]));
    }
}

#[test]
fn what_has_its_form_stays() {
    for (kind, node) in [
        (
            Kind::Schema,
            json!({"additionalProperties": true, "items": [{}], "not": false, "default": "true"}),
        ),
        (Kind::Schema, json!({"properties": [], "items": null})),
        (Kind::Schema, json!(null)),
        (Kind::Schema, json!({"$ref": "#/a", "properties": "a"})),
        (Kind::Parameter, json!({"in": "query", "style": "form"})),
        (Kind::Parameter, json!("a")),
    ] {
        assert_eq!(mended(kind, node.clone()), (node, vec![]));
    }
}

#[test]
fn places_and_styles_have_other_spellings() {
    assert_eq!(
        mended(Kind::Parameter, json!({"in": "Header", "style": "Simple"})),
        (
            json!({"in": "header", "style": "simple"}),
            vec![Code::OddName, Code::OddName]
        )
    );
    assert_eq!(
        mended(Kind::Parameter, json!({"in": "query", "style": "multi"})),
        (
            json!({"in": "query", "style": "form", "explode": true}),
            vec![Code::OtherVersion]
        )
    );
}

#[test]
fn a_parameter_that_the_path_names_is_in_the_path() {
    let parameter = json!({"name": "id"});
    let tokens = ["paths", "/a/{id}", "get", "parameters", "0"];
    assert_eq!(
        mended_at(&tokens, Kind::Parameter, parameter.clone()),
        (
            json!({"name": "id", "in": "path"}),
            vec![Code::MissingKeyword]
        )
    );
    assert_eq!(
        mended(Kind::Parameter, parameter.clone()),
        (parameter, vec![])
    );
}

#[test]
fn a_security_scheme_is_what_its_words_are_about() {
    let bearer = json!({"type": "http", "scheme": "bearer"});
    let basic = json!({"type": "http", "scheme": "basic"});
    for (node, expected, code) in [
        (json!({"type": "basic"}), basic.clone(), Code::OtherVersion),
        (json!({"type": "bearer"}), bearer.clone(), Code::OtherForm),
        (json!({"type": "JWT"}), bearer.clone(), Code::OtherForm),
        (
            json!({"scheme": "bearer"}),
            bearer.clone(),
            Code::MissingKeyword,
        ),
        (
            json!({"type": "api_key", "in": "header", "name": "k"}),
            json!({"type": "apiKey", "in": "header", "name": "k"}),
            Code::OddName,
        ),
        (
            json!({"type": "apiKey", "in": "Query", "name": "k"}),
            json!({"type": "apiKey", "in": "query", "name": "k"}),
            Code::OddName,
        ),
        (
            json!({"type": "http", "bearerFormat": "JWT"}),
            json!({"type": "http", "bearerFormat": "JWT", "scheme": "bearer"}),
            Code::MissingKeyword,
        ),
    ] {
        assert_eq!(mended(Kind::SecurityScheme, node), (expected, vec![code]));
    }
    let http = json!({"type": "http"});
    let named = mended_at(&["basicAuth"], Kind::SecurityScheme, http);
    assert_eq!(named, (basic, vec![Code::MissingKeyword]));
}

#[test]
fn a_security_scheme_that_nobody_can_send_is_left_out() {
    for node in [
        json!({}),
        json!({"type": "http"}),
        json!({"type": "hmac"}),
        json!({"type": "apiKey", "in": "header"}),
        json!({"type": "apiKey", "name": "k"}),
        json!({"type": "apiKey", "name": "k", "in": "body"}),
    ] {
        let (node, codes) = mended(Kind::SecurityScheme, node);
        assert_eq!((node, codes.len()), (Value::Null, 1));
    }
    for node in [
        json!({"type": "oauth2", "flows": {}}),
        json!({"type": "mutualTLS"}),
        json!({"type": "http", "scheme": "Digest"}),
    ] {
        assert_eq!(mended(Kind::SecurityScheme, node.clone()), (node, vec![]));
    }
}

#[test]
fn a_schema_one_level_too_high_is_moved_down() {
    let text = json!({"type": "string"});
    let moved = |kind, node| mended(kind, node);
    assert_eq!(
        moved(Kind::MediaType, json!({"$ref": "#/components/schemas/A"})),
        (
            json!({"schema": {"$ref": "#/components/schemas/A"}}),
            vec![Code::OtherForm]
        )
    );
    assert_eq!(
        moved(Kind::MediaType, json!({"type": "string", "example": "a"})),
        (
            json!({"example": "a", "schema": text}),
            vec![Code::OtherForm]
        )
    );
    assert_eq!(
        moved(Kind::Response, json!({"description": "d", "schema": text})),
        (
            json!({"description": "d", "content": {"application/json": {"schema": text}}}),
            vec![Code::OtherVersion]
        )
    );
    for node in [
        json!({"$ref": "#/components/mediaTypes/A"}),
        json!({"schema": text, "example": "a"}),
    ] {
        assert_eq!(mended(Kind::MediaType, node.clone()), (node, vec![]));
    }
}

#[test]
fn what_2_0_says_of_servers_is_read_where_there_are_none() {
    let (node, codes) = mended(
        Kind::Document,
        json!({"host": "a.example", "basePath": "/v1", "schemes": ["https"]}),
    );
    assert_eq!(node, json!({"servers": [{"url": "https://a.example/v1"}]}));
    assert_eq!(codes, [Code::OtherVersion; 3]);
}
