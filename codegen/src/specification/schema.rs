//! The schema: JSON Schema's keywords, and those that OpenAPI adds.

use super::Form::{
    Any, Bound, Count, Flag, List, Node, NodeMap, Nodes, Number, Part, SchemaOrFlag, Text, TextMap,
    Texts,
};
use super::objects::EXTERNAL_DOCS;
use super::{Field, Object};

const fn field(keyword: &'static str, form: super::Form) -> Field {
    Field::new(keyword, form)
}

pub(super) static SCHEMA: Object = Object {
    name: "a schema",
    is_open: true,
    fields: &[
        // What it is called, and what it refers to.
        field("$ref", Text),
        field("$id", Text).since(1),
        field("$schema", Text).since(1),
        field("$anchor", Text).since(1),
        field("$dynamicRef", Text).since(1),
        field("$dynamicAnchor", Text).since(1),
        field("$recursiveRef", Text).since(1),
        field("$recursiveAnchor", Flag).since(1),
        field("$vocabulary", Any).since(1),
        field("$comment", Text).since(1),
        field("$defs", NodeMap).since(1),
        field("definitions", NodeMap).since(1),
        // What its values are.
        field("type", Any),
        field("format", Text),
        field("enum", List),
        field("const", Any).since(1),
        field("nullable", Flag).until(0),
        field("default", Any),
        // Parts of values.
        field("properties", NodeMap),
        field("patternProperties", NodeMap).since(1),
        field("additionalProperties", SchemaOrFlag),
        field("unevaluatedProperties", SchemaOrFlag).since(1),
        field("propertyNames", Node).since(1),
        field("required", Texts),
        field("dependentRequired", Any).since(1),
        field("dependentSchemas", NodeMap).since(1),
        field("dependencies", Any).since(1),
        field("items", SchemaOrFlag),
        field("prefixItems", Nodes).since(1),
        field("additionalItems", SchemaOrFlag).since(1),
        field("unevaluatedItems", SchemaOrFlag).since(1),
        field("contains", Node).since(1),
        field("minContains", Count).since(1),
        field("maxContains", Count).since(1),
        // Compositions and conditions.
        field("allOf", Nodes),
        field("oneOf", Nodes),
        field("anyOf", Nodes),
        field("not", Node),
        field("if", Node).since(1),
        field("then", Node).since(1),
        field("else", Node).since(1),
        field("discriminator", Part(&DISCRIMINATOR)),
        // Bounds.
        field("multipleOf", Number),
        field("maximum", Number),
        field("exclusiveMaximum", Bound),
        field("minimum", Number),
        field("exclusiveMinimum", Bound),
        field("maxLength", Count),
        field("minLength", Count),
        field("pattern", Text),
        field("maxItems", Count),
        field("minItems", Count),
        field("uniqueItems", Flag),
        field("maxProperties", Count),
        field("minProperties", Count),
        // Texts that hold something else.
        field("contentEncoding", Text).since(1),
        field("contentMediaType", Text).since(1),
        field("contentSchema", Node).since(1),
        // What people read.
        field("title", Text),
        field("description", Text),
        field("deprecated", Flag),
        field("readOnly", Flag),
        field("writeOnly", Flag),
        field("example", Any),
        field("examples", List).since(1),
        field("externalDocs", Part(&EXTERNAL_DOCS)),
        field("xml", Part(&XML)),
    ],
};

static DISCRIMINATOR: Object = Object {
    name: "a discriminator",
    is_open: false,
    fields: &[
        field("propertyName", Text).required(),
        field("mapping", TextMap),
        field("defaultMapping", Text).since(2),
    ],
};

static XML: Object = Object {
    name: "an XML object",
    is_open: false,
    fields: &[
        field("nodeType", Text).since(2),
        field("name", Text),
        field("namespace", Text),
        field("prefix", Text),
        field("attribute", Flag),
        field("wrapped", Flag),
    ],
};
