//! Who may call.

use super::Docs;
use crate::place::Place;

/// A declared security scheme.
#[derive(Clone, Debug)]
pub(crate) struct Scheme {
    pub(crate) name: String,
    pub(crate) kind: SchemeKind,
    pub(crate) docs: Docs,
    pub(crate) origin: Place,
}

/// A scheme of mutual TLS: the connection shows a certificate, and a request carries nothing of it.
#[derive(Clone, Debug)]
pub(crate) struct Certificate {
    pub(crate) name: String,
    pub(crate) docs: Docs,
}

/// How a credential is sent.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum SchemeKind {
    ApiKey {
        location: ApiKeyLocation,
        name: String,
    },
    Basic,
    /// A token in the `Authorization` header, from whatever source: `http` bearer, OAuth 2, OpenID Connect.
    Bearer,
}

impl SchemeKind {
    /// Whether the credential is sent in the header `authorization`.
    pub(crate) fn is_authorization(&self) -> bool {
        match self {
            Self::Basic | Self::Bearer => true,
            Self::ApiKey { location, name } => {
                *location == ApiKeyLocation::Header && name.eq_ignore_ascii_case("authorization")
            }
        }
    }
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum ApiKeyLocation {
    Header,
    Query,
    Cookie,
}

/// The schemes that are needed together; none of them: anonymous calls are allowed.
pub(crate) type Requirement = Vec<String>;
