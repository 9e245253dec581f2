//! Who may call.

use super::{Docs, Location};
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
    /// Whether the credential is sent where a parameter of that name would be. Names of headers have no case.
    pub(crate) fn is_sent_as(&self, location: Location, parameter: &str) -> bool {
        match self {
            Self::Basic | Self::Bearer => {
                location == Location::Header && parameter.eq_ignore_ascii_case("authorization")
            }
            Self::ApiKey {
                location: ApiKeyLocation::Header,
                name,
            } => location == Location::Header && parameter.eq_ignore_ascii_case(name),
            Self::ApiKey {
                location: ApiKeyLocation::Query,
                name,
            } => location == Location::Query && parameter == name,
            Self::ApiKey {
                location: ApiKeyLocation::Cookie,
                name,
            } => location == Location::Cookie && parameter == name,
        }
    }

    /// Whether the credential is one that servers give out for a while.
    pub(crate) fn is_token(&self) -> bool {
        match self {
            Self::Bearer => true,
            Self::Basic
            | Self::ApiKey {
                location: _,
                name: _,
            } => false,
        }
    }

    /// Whether the credential is sent in the header `authorization`.
    pub(crate) fn is_authorization(&self) -> bool {
        self.is_sent_as(Location::Header, "authorization")
    }
}

/// Where an API key is sent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum ApiKeyLocation {
    Header,
    Query,
    Cookie,
}

/// The schemes that are needed together; none of them: anonymous calls are allowed.
pub(crate) type Requirement = Vec<String>;
