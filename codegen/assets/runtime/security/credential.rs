//! One credential, in the form in which it is sent.

use http::header::{AUTHORIZATION, HeaderName, HeaderValue};

use super::base64;
use crate::runtime::api::{Api, SchemeKind};
use crate::runtime::error::Error;
use crate::runtime::parameter::escape;
use crate::runtime::secret::Secret;

/// A credential and the scheme it belongs to.
pub(in crate::runtime) struct Credential {
    pub(super) scheme: &'static str,
    pub(in crate::runtime) carrier: Carrier,
}

/// Where a credential travels.
pub(in crate::runtime) enum Carrier {
    /// A header, its value marked sensitive.
    Header(HeaderName, HeaderValue),
    /// An escaped `name=value` of the query.
    Query(String),
    /// An escaped `name=value` of the `Cookie` header.
    Cookie(String),
}

impl Credential {
    pub(super) fn new(api: &Api, scheme: &'static str, secrets: &[Secret]) -> Result<Self, Error> {
        let Some(known) = api.scheme(scheme) else {
            return Err(Error::configuration(format!(
                "the document has no security scheme `{scheme}`"
            )));
        };
        let carrier = match (&known.kind, secrets) {
            (SchemeKind::Header(header), [key]) => header_carrier(header, key.expose()),
            (SchemeKind::Query(name), [key]) => Some(Carrier::Query(pair(name, key))),
            (SchemeKind::Cookie(name), [key]) => Some(Carrier::Cookie(pair(name, key))),
            (SchemeKind::Bearer, [token]) => authorization(&format!("Bearer {}", token.expose())),
            (SchemeKind::Basic, [username, password]) => basic(username, password),
            (SchemeKind::Basic, _) => return Err(miscounted(scheme, "a user name and a password")),
            (_, _) => return Err(miscounted(scheme, "one secret")),
        };
        let carrier = carrier.ok_or_else(|| unfit(scheme))?;
        Ok(Self { scheme, carrier })
    }
}

fn pair(name: &str, key: &Secret) -> String {
    format!("{}={}", escape::value(name), escape::value(key.expose()))
}

fn authorization(text: &str) -> Option<Carrier> {
    header_carrier(AUTHORIZATION.as_str(), text)
}

fn basic(username: &Secret, password: &Secret) -> Option<Carrier> {
    if username.expose().contains(':') {
        return None; // the receiver would split there
    }
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
