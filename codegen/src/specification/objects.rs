//! All objects but the schema.

use super::Form::{
    Any, Flag, List, Node, NodeMap, Nodes, Part, PartMap, Parts, Section, Text, TextMap, Texts,
};
use super::{Field, Object};

const fn field(keyword: &'static str, form: super::Form) -> Field {
    Field::new(keyword, form)
}

pub(super) static DOCUMENT: Object = Object {
    name: "the document",
    is_open: false,
    fields: &[
        field("openapi", Text).required(),
        field("$self", Text).since(2),
        field("info", Part(&INFO)).required(),
        field("jsonSchemaDialect", Text).since(1),
        field("servers", Parts(&SERVER)),
        field("paths", Section),
        field("webhooks", Section).since(1),
        field("components", Section),
        field("security", List),
        field("tags", Parts(&TAG)),
        field("externalDocs", Part(&EXTERNAL_DOCS)),
    ],
};

static INFO: Object = Object {
    name: "an info object",
    is_open: false,
    fields: &[
        field("title", Text).required(),
        field("summary", Text).since(1),
        field("description", Text),
        field("termsOfService", Text),
        field("contact", Part(&CONTACT)),
        field("license", Part(&LICENSE)),
        field("version", Text).required(),
    ],
};

static CONTACT: Object = Object {
    name: "a contact object",
    is_open: false,
    fields: &[
        field("name", Text),
        field("url", Text),
        field("email", Text),
    ],
};

static LICENSE: Object = Object {
    name: "a license object",
    is_open: false,
    fields: &[
        field("name", Text).required(),
        field("identifier", Text).since(1),
        field("url", Text),
    ],
};

static SERVER: Object = Object {
    name: "a server object",
    is_open: false,
    fields: &[
        field("url", Text).required(),
        field("description", Text),
        field("name", Text).since(2),
        field("variables", PartMap(&SERVER_VARIABLE)),
    ],
};

static SERVER_VARIABLE: Object = Object {
    name: "a server variable",
    is_open: false,
    fields: &[
        field("enum", Texts),
        field("default", Text).required(),
        field("description", Text),
    ],
};

static TAG: Object = Object {
    name: "a tag object",
    is_open: false,
    fields: &[
        field("name", Text).required(),
        field("summary", Text).since(2),
        field("description", Text),
        field("externalDocs", Part(&EXTERNAL_DOCS)),
        field("parent", Text).since(2),
        field("kind", Text).since(2),
    ],
};

pub(super) static EXTERNAL_DOCS: Object = Object {
    name: "an external documentation object",
    is_open: false,
    fields: &[field("description", Text), field("url", Text).required()],
};

pub(super) static COMPONENTS: Object = Object {
    name: "a components object",
    is_open: false,
    fields: &[
        field("schemas", Section),
        field("responses", Section),
        field("parameters", Section),
        field("examples", PartMap(&EXAMPLE)),
        field("requestBodies", Section),
        field("headers", Section),
        field("securitySchemes", Section),
        field("links", PartMap(&LINK)),
        field("callbacks", Section),
        field("pathItems", Section).since(1),
        field("mediaTypes", Section).since(2),
    ],
};

pub(super) static PATH_ITEM: Object = Object {
    name: "a path item",
    is_open: false,
    fields: &[
        field("$ref", Text),
        field("summary", Text),
        field("description", Text),
        field("get", Section),
        field("put", Section),
        field("post", Section),
        field("delete", Section),
        field("options", Section),
        field("head", Section),
        field("patch", Section),
        field("trace", Section),
        field("query", Section).since(2),
        field("additionalOperations", Section).since(2),
        field("servers", Parts(&SERVER)),
        field("parameters", Nodes),
    ],
};

pub(super) static OPERATION: Object = Object {
    name: "an operation",
    is_open: false,
    fields: &[
        field("tags", Texts),
        field("summary", Text),
        field("description", Text),
        field("externalDocs", Part(&EXTERNAL_DOCS)),
        field("operationId", Text),
        field("parameters", Nodes),
        field("requestBody", Node),
        field("responses", Node),
        field("callbacks", NodeMap),
        field("deprecated", Flag),
        field("security", List),
        field("servers", Parts(&SERVER)),
    ],
};

pub(super) static PARAMETER: Object = Object {
    name: "a parameter",
    is_open: false,
    fields: &[
        field("name", Text).required(),
        field("in", Text).required(),
        field("description", Text),
        field("required", Flag),
        field("deprecated", Flag),
        field("allowEmptyValue", Flag),
        field("style", Text),
        field("explode", Flag),
        field("allowReserved", Flag),
        field("schema", Node),
        field("example", Any),
        field("examples", PartMap(&EXAMPLE)),
        field("content", NodeMap),
    ],
};

pub(super) static REQUEST_BODY: Object = Object {
    name: "a request body",
    is_open: false,
    fields: &[
        field("description", Text),
        field("content", NodeMap).required(),
        field("required", Flag),
    ],
};

pub(super) static RESPONSE: Object = Object {
    name: "a response",
    is_open: false,
    fields: &[
        field("summary", Text).since(2),
        field("description", Text),
        field("headers", NodeMap),
        field("content", NodeMap),
        field("links", PartMap(&LINK)),
    ],
};

pub(super) static HEADER: Object = Object {
    name: "a header",
    is_open: false,
    fields: &[
        field("description", Text),
        field("required", Flag),
        field("deprecated", Flag),
        field("allowEmptyValue", Flag),
        field("style", Text),
        field("explode", Flag),
        field("schema", Node),
        field("example", Any),
        field("examples", PartMap(&EXAMPLE)),
        field("content", NodeMap),
    ],
};

pub(super) static MEDIA_TYPE: Object = Object {
    name: "a media type",
    is_open: false,
    fields: &[
        field("description", Text).since(2),
        field("schema", Node),
        field("itemSchema", Node).since(2),
        field("example", Any),
        field("examples", PartMap(&EXAMPLE)),
        field("encoding", NodeMap),
        field("prefixEncoding", Nodes).since(2),
        field("itemEncoding", Node).since(2),
    ],
};

pub(super) static ENCODING: Object = Object {
    name: "an encoding",
    is_open: false,
    fields: &[
        field("contentType", Text),
        field("headers", NodeMap),
        field("style", Text),
        field("explode", Flag),
        field("allowReserved", Flag),
        field("encoding", NodeMap).since(2),
        field("prefixEncoding", Nodes).since(2),
        field("itemEncoding", Node).since(2),
    ],
};

pub(super) static EXAMPLE: Object = Object {
    name: "an example",
    is_open: false,
    fields: &[
        field("summary", Text),
        field("description", Text),
        field("value", Any),
        field("externalValue", Text),
        field("dataValue", Any).since(2),
        field("serializedValue", Text).since(2),
    ],
};

static LINK: Object = Object {
    name: "a link",
    is_open: false,
    fields: &[
        field("operationRef", Text),
        field("operationId", Text),
        field("parameters", Any),
        field("requestBody", Any),
        field("description", Text),
        field("server", Part(&SERVER)),
    ],
};

pub(super) static SECURITY_SCHEME: Object = Object {
    name: "a security scheme",
    is_open: false,
    fields: &[
        field("type", Text).required(),
        field("description", Text),
        field("name", Text),
        field("in", Text),
        field("scheme", Text),
        field("bearerFormat", Text),
        field("flows", Part(&FLOWS)),
        field("openIdConnectUrl", Text),
        field("oauth2MetadataUrl", Text).since(2),
        field("deprecated", Flag).since(2),
    ],
};

static FLOWS: Object = Object {
    name: "an object of OAuth flows",
    is_open: false,
    fields: &[
        field("implicit", Part(&FLOW)),
        field("password", Part(&FLOW)),
        field("clientCredentials", Part(&FLOW)),
        field("authorizationCode", Part(&FLOW)),
        field("deviceAuthorization", Part(&FLOW)).since(2),
    ],
};

static FLOW: Object = Object {
    name: "an OAuth flow",
    is_open: false,
    fields: &[
        field("authorizationUrl", Text),
        field("deviceAuthorizationUrl", Text).since(2),
        field("tokenUrl", Text),
        field("refreshUrl", Text),
        field("scopes", TextMap).required(),
    ],
};
