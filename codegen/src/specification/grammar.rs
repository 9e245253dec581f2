//! Which keywords of a node hold which nodes: the grammar of OpenAPI as far as it nests.

use crate::place::Pointer;

/// What a node is.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Kind {
    Document,
    Components,
    PathItem,
    Operation,
    Parameter,
    RequestBody,
    Responses,
    Response,
    Header,
    MediaType,
    Encoding,
    Callback,
    Schema,
    SecurityScheme,
}

/// How a keyword holds nodes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Child {
    /// One node.
    One(Kind),
    /// A list of nodes.
    List(Kind),
    /// Nodes by name.
    Map(Kind),
}

use Child::{List, Map, One};

/// The keywords that hold nodes. In `Responses` and `Callback` every member does: see [`Kind::members`].
pub(crate) fn children(kind: Kind) -> &'static [(&'static str, Child)] {
    match kind {
        Kind::Document => &[
            ("paths", Map(Kind::PathItem)),
            ("webhooks", Map(Kind::PathItem)),
            ("components", One(Kind::Components)),
        ],
        Kind::Components => &[
            ("schemas", Map(Kind::Schema)),
            ("responses", Map(Kind::Response)),
            ("parameters", Map(Kind::Parameter)),
            ("requestBodies", Map(Kind::RequestBody)),
            ("headers", Map(Kind::Header)),
            ("securitySchemes", Map(Kind::SecurityScheme)),
            ("callbacks", Map(Kind::Callback)),
            ("pathItems", Map(Kind::PathItem)),
            ("mediaTypes", Map(Kind::MediaType)),
        ],
        Kind::PathItem => &[
            ("parameters", List(Kind::Parameter)),
            ("get", One(Kind::Operation)),
            ("put", One(Kind::Operation)),
            ("post", One(Kind::Operation)),
            ("delete", One(Kind::Operation)),
            ("options", One(Kind::Operation)),
            ("head", One(Kind::Operation)),
            ("patch", One(Kind::Operation)),
            ("trace", One(Kind::Operation)),
            ("query", One(Kind::Operation)),
            ("additionalOperations", Map(Kind::Operation)),
        ],
        Kind::Operation => &[
            ("parameters", List(Kind::Parameter)),
            ("requestBody", One(Kind::RequestBody)),
            ("responses", One(Kind::Responses)),
            ("callbacks", Map(Kind::Callback)),
        ],
        Kind::Parameter | Kind::Header => &[
            ("schema", One(Kind::Schema)),
            ("content", Map(Kind::MediaType)),
        ],
        Kind::RequestBody => &[("content", Map(Kind::MediaType))],
        Kind::Response => &[
            ("headers", Map(Kind::Header)),
            ("content", Map(Kind::MediaType)),
        ],
        Kind::MediaType => &[
            ("schema", One(Kind::Schema)),
            ("itemSchema", One(Kind::Schema)),
            ("encoding", Map(Kind::Encoding)),
        ],
        Kind::Encoding => &[("headers", Map(Kind::Header))],
        Kind::Schema => &[
            ("properties", Map(Kind::Schema)),
            ("additionalProperties", One(Kind::Schema)),
            ("items", One(Kind::Schema)),
            ("additionalItems", One(Kind::Schema)),
            ("allOf", List(Kind::Schema)),
            ("oneOf", List(Kind::Schema)),
            ("anyOf", List(Kind::Schema)),
            ("not", One(Kind::Schema)),
            ("prefixItems", List(Kind::Schema)),
            ("patternProperties", Map(Kind::Schema)),
            ("unevaluatedProperties", One(Kind::Schema)),
            ("if", One(Kind::Schema)),
            ("then", One(Kind::Schema)),
            ("else", One(Kind::Schema)),
            ("dependentSchemas", Map(Kind::Schema)),
            ("contentSchema", One(Kind::Schema)),
            ("$defs", Map(Kind::Schema)),
            ("definitions", Map(Kind::Schema)),
        ],
        Kind::Responses | Kind::Callback | Kind::SecurityScheme => &[],
    }
}

/// The kind of the node at a place of a document, by the keywords that lead there; `None` where other keywords do.
pub(crate) fn kind_at(pointer: &Pointer) -> Option<Kind> {
    let mut tokens = pointer.tokens();
    let mut kind = Kind::Document;
    while let Some(token) = tokens.next() {
        kind = match kind.members() {
            Some(member) => member,
            None => match child(kind, &token)? {
                One(kind) => kind,
                List(kind) | Map(kind) => tokens.next().map(|_| kind)?,
            },
        };
    }
    Some(kind)
}

/// Whether what stands under a keyword has names for keys, wherever that may be: parts of documents are read without what is around them.
pub(crate) fn holds_names(keyword: &str) -> bool {
    Kind::ALL.iter().any(|kind| match child(*kind, keyword) {
        Some(Map(_)) => true,
        Some(One(kind)) => kind.members().is_some(),
        Some(List(_)) | None => false,
    })
}

fn child(kind: Kind, keyword: &str) -> Option<Child> {
    let mut children = children(kind).iter();
    children
        .find(|(name, _)| *name == keyword)
        .map(|(_, child)| *child)
}

impl Kind {
    const ALL: [Self; 14] = [
        Self::Document,
        Self::Components,
        Self::PathItem,
        Self::Operation,
        Self::Parameter,
        Self::RequestBody,
        Self::Responses,
        Self::Response,
        Self::Header,
        Self::MediaType,
        Self::Encoding,
        Self::Callback,
        Self::Schema,
        Self::SecurityScheme,
    ];

    /// The kind of every member of a node whose keys are names.
    pub(crate) fn members(self) -> Option<Self> {
        match self {
            Self::Responses => Some(Self::Response),
            Self::Callback => Some(Self::PathItem),
            Self::Document
            | Self::Components
            | Self::PathItem
            | Self::Operation
            | Self::Parameter
            | Self::RequestBody
            | Self::Response
            | Self::Header
            | Self::MediaType
            | Self::Encoding
            | Self::Schema
            | Self::SecurityScheme => None,
        }
    }

    /// The kind as the specification calls it, with its article.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Document => "a document",
            Self::Components => "a components object",
            Self::PathItem => "a path item",
            Self::Operation => "an operation",
            Self::Parameter => "a parameter",
            Self::RequestBody => "a request body",
            Self::Responses => "a responses object",
            Self::Response => "a response",
            Self::Header => "a header",
            Self::MediaType => "a media type",
            Self::Encoding => "an encoding",
            Self::Callback => "a callback",
            Self::Schema => "a schema",
            Self::SecurityScheme => "a security scheme",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_keywords_hold_names() {
        let keywords = [
            "schemas",
            "responses",
            "patternProperties",
            "paths",
            "content",
        ];
        assert!(keywords.into_iter().all(holds_names));
        assert!(
            !["items", "allOf", "schema", "default"]
                .into_iter()
                .any(holds_names)
        );
    }

    #[test]
    fn keywords_lead_to_kinds() {
        for (pointer, expected) in [
            ("", Some(Kind::Document)),
            ("/components/schemas/A/properties/a", Some(Kind::Schema)),
            ("/paths/~1a/get/responses/200", Some(Kind::Response)),
            ("/paths/~1a/get/parameters/0/schema", Some(Kind::Schema)),
            ("/components/schemas", None),
            ("/definitions/A", None),
        ] {
            let pointer = pointer.parse().expect("a pointer");
            assert_eq!(kind_at(&pointer), expected, "{pointer:?}");
        }
    }
}
