//! One credential, in the form in which it is sent.

use std::sync::Arc;

use http::header::{AUTHORIZATION, HeaderName, HeaderValue};

use super::given::Origin;
use super::provided::Provided;
use super::{SHORTEST_HIDDEN, base64};
use crate::runtime::api::{Api, Scheme, SchemeKind};
use crate::runtime::error::Error;
use crate::runtime::parameter::escape;
use crate::runtime::secret::Secret;

/// A credential and the scheme it belongs to.
pub(super) struct Credential {
    pub(super) scheme: &'static str,
    pub(super) source: Source,
}

/// Where a credential is when it is needed.
pub(super) enum Source {
    /// At hand.
    Fixed(Carrier),
    /// At a provider, or kept from there.
    Provided(Provided),
}

/// Where a credential travels.
#[derive(Clone, PartialEq)]
pub(in crate::runtime) enum Carrier {
    /// A header, its value marked sensitive.
    Header(HeaderName, HeaderValue),
    /// An escaped `name=value` of the query.
    Query(String),
    /// A `name=value` of the `Cookie` header, escaped where it has what no cookie may have.
    Cookie(String),
}

impl Credential {
    pub(super) fn new(api: &Api, name: &'static str, origin: &Origin) -> Result<Self, Error> {
        let Some(scheme) = api.scheme(name) else {
            return Err(Error::configuration(format!(
                "the document has no security scheme `{name}`"
            )));
        };
        let source = match origin {
            Origin::Secrets(secrets) => Source::Fixed(carrier(scheme, secrets)?),
            Origin::Provider(_) if matches!(scheme.kind, SchemeKind::Basic) => {
                return Err(miscounted(name, "a user name and a password"));
            }
            Origin::Provider(provider) => {
                Source::Provided(Provided::new(scheme, Arc::clone(provider)))
            }
        };
        Ok(Self {
            scheme: name,
            source,
        })
    }
}

/// The secrets of a scheme as they are sent.
pub(super) fn carrier(scheme: &Scheme, secrets: &[Secret]) -> Result<Carrier, Error> {
    let carrier = match (&scheme.kind, secrets) {
        (SchemeKind::Header(header), [key]) => header_carrier(header, key.expose()),
        (SchemeKind::Query(name), [key]) => Some(Carrier::Query(pair(name, key.expose()))),
        (SchemeKind::Cookie(name), [key]) => Some(Carrier::Cookie(cookie(name, key))),
        (SchemeKind::Bearer, [token]) => authorization(&format!("Bearer {}", token.expose())),
        // The receiver would split there (RFC 7617, section 2).
        (SchemeKind::Basic, [username, _]) if username.expose().contains(':') => {
            return Err(miscounted(scheme.name, "a user name without a colon"));
        }
        (SchemeKind::Basic, [username, password]) => basic(username, password),
        (SchemeKind::Basic, _) => {
            return Err(miscounted(scheme.name, "a user name and a password"));
        }
        (_, _) => return Err(miscounted(scheme.name, "one secret")),
    };
    carrier.ok_or_else(|| unfit(scheme.name))
}

impl Carrier {
    /// The credential as it is sent: what is behind the scheme of a header, or the name of a pair.
    pub(super) fn secret(&self) -> Option<Secret> {
        let text = match self {
            Self::Header(_, value) => value.to_str().ok()?.rsplit(' ').next()?,
            Self::Query(pair) | Self::Cookie(pair) => pair.split_once('=')?.1,
        };
        Some(text.into())
    }

    /// Whether a URL has it, which a short one only is as a pair of its query. However a server escapes it,
    /// it is the same.
    pub(super) fn is_in(&self, url: &str) -> bool {
        let is_pair = match self {
            Self::Query(pair) => has_pair(url, pair),
            Self::Header(_, _) | Self::Cookie(_) => false,
        };
        let secret = self.secret();
        let secret = secret.filter(|secret| secret.expose().len() >= SHORTEST_HIDDEN);
        is_pair || secret.is_some_and(|secret| unescaped(url).contains(&unescaped(secret.expose())))
    }
}

/// Whether a URL has one of the pairs that a call adds to its query, and that may be a credential which
/// nobody told us of. A short one is an ordinary word rather.
pub(in crate::runtime) fn has_added(url: &str, query: &[(String, String)]) -> bool {
    let mut added = query
        .iter()
        .filter(|(_, value)| value.len() >= SHORTEST_HIDDEN);
    added.any(|(name, value)| has_pair(url, &pair(name, value)))
}

fn has_pair(url: &str, pair: &str) -> bool {
    let mut parts = url.split(['?', '&']);
    parts.any(|there| unescaped(there) == unescaped(pair))
}

/// A text as a server reads it, to which a plus is a space or a plus.
fn unescaped(text: &str) -> String {
    escape::undone(&text.replace('+', " ")).replace('+', " ")
}

fn cookie(name: &str, key: &Secret) -> String {
    format!("{}={}", escape::value(name), escape::cookie(key.expose()))
}

fn pair(name: &str, key: &str) -> String {
    let mut text = String::new();
    escape::pair(&mut text, name, key);
    text
}

fn authorization(text: &str) -> Option<Carrier> {
    header_carrier(AUTHORIZATION.as_str(), text)
}

fn basic(username: &Secret, password: &Secret) -> Option<Carrier> {
    let both = format!("{}:{}", username.expose(), password.expose());
    authorization(&format!("Basic {}", base64::encode(both.as_bytes())))
}

fn header_carrier(name: &str, text: &str) -> Option<Carrier> {
    let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
    let mut value = HeaderValue::from_str(text).ok()?;
    value.set_sensitive(true);
    Some(Carrier::Header(name, value))
}

fn miscounted(scheme: &str, what: &str) -> Error {
    Error::configuration(format!("security scheme `{scheme}` takes {what}"))
}

fn unfit(scheme: &str) -> Error {
    Error::configuration(format!(
        "the credential for `{scheme}` has a character that cannot be sent, such as a line break"
    ))
}
