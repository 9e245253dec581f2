//! Credentials, and which of them a call carries.

use serde_json::{Map, Value};

use super::escape::escaped;
use super::parameter::Given;
use crate::ir::Location;
use crate::place::{FileId, Place};
use crate::resolve::Bundle;

/// The credential of a security scheme, with a secret for tests.
#[derive(Clone, Debug)]
pub(crate) struct Credential {
    pub(crate) scheme: String,
    pub(crate) secret: String,
    pub(super) carried: Carried,
}

/// How a request carries it.
#[derive(Clone, Debug)]
pub(super) enum Carried {
    Header(String, String),
    Query(String),
    Cookie(String),
    /// By the connection, as a certificate is.
    Not,
}

impl Credential {
    /// Whether it is sent where a parameter would be.
    fn stands_in(&self, given: &Given) -> bool {
        let pair = format!("{}=", escaped(&given.name));
        match &self.carried {
            Carried::Header(name, _) => {
                given.location == Location::Header && given.name.eq_ignore_ascii_case(name)
            }
            Carried::Query(own) => given.location == Location::Query && own.starts_with(&pair),
            Carried::Cookie(own) => given.location == Location::Cookie && own.starts_with(&pair),
            Carried::Not => false,
        }
    }
}

/// The user of basic authentication.
pub(crate) const USER: &str = "user";

/// The credentials of the declared schemes.
pub(super) fn credentials(bundle: &Bundle) -> Vec<Credential> {
    let schemes = bundle.below(
        &Place::root(FileId::ENTRY),
        &["components", "securitySchemes"],
    );
    let names = bundle.get(&schemes).and_then(Value::as_object);
    let names = names.into_iter().flat_map(Map::keys).enumerate();
    names
        .filter_map(|(index, name)| credential(bundle, name, &schemes.child(name), index + 1))
        .collect()
}

fn credential(bundle: &Bundle, scheme: &str, place: &Place, number: usize) -> Option<Credential> {
    let node = bundle.get(bundle.follow(place))?;
    let text = |keyword: &str| {
        node.get(keyword)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let secret = format!("secret-{number}");
    let pair = |secret: &str| format!("{}={secret}", escaped(text("name")));
    let authorization = |value: String| Carried::Header("authorization".to_owned(), value);
    let carried = match (
        text("type"),
        text("in"),
        text("scheme").to_ascii_lowercase().as_str(),
    ) {
        ("apiKey", "header", _) => {
            Carried::Header(text("name").to_ascii_lowercase(), secret.clone())
        }
        ("apiKey", "query", _) => Carried::Query(pair(&secret)),
        ("apiKey", "cookie", _) => Carried::Cookie(pair(&secret)),
        ("http", _, "basic") => {
            authorization(format!("Basic {}", base64(&format!("{USER}:{secret}"))))
        }
        ("http", _, "bearer") | ("oauth2" | "openIdConnect", _, _) => {
            authorization(format!("Bearer {secret}"))
        }
        ("http", _, _) => authorization(secret.clone()),
        ("mutualTLS", _, _) => Carried::Not,
        _ => return None,
    };
    Some(Credential {
        scheme: scheme.to_owned(),
        secret,
        carried,
    })
}

/// The credentials that a call carries when all are at hand: those of the first alternative that needs any.
pub(super) fn carried(
    bundle: &Bundle,
    operation: &Place,
    credentials: &[Credential],
) -> Vec<Credential> {
    let known = |alternative: &Map<String, Value>| {
        let found = carriable(together(alternative, credentials)?);
        (!found.is_empty()).then_some(found)
    };
    let mut met = alternatives(bundle, operation).filter_map(known);
    met.next().unwrap_or_default()
}

/// The credentials that an alternative asks for together, where all of its schemes are known.
fn together(
    alternative: &Map<String, Value>,
    credentials: &[Credential],
) -> Option<Vec<Credential>> {
    let named = |name: &String| {
        let mut all = credentials.iter();
        all.find(|credential| credential.scheme == *name).cloned()
    };
    alternative.keys().map(named).collect()
}

/// What an operation needs, by itself or by the document: one of these.
fn alternatives<'a>(
    bundle: &'a Bundle,
    operation: &Place,
) -> impl Iterator<Item = &'a Map<String, Value>> {
    let own = bundle.get(&operation.child("security"));
    let stated = own.or_else(|| bundle.get(&Place::root(FileId::ENTRY).child("security")));
    let stated = stated.and_then(Value::as_array);
    stated.into_iter().flatten().filter_map(Value::as_object)
}

/// The parameters that no credential stands in, whichever alternative of the requirements a call meets.
pub(super) fn without_credentials(
    bundle: &Bundle,
    operation: &Place,
    credentials: &[Credential],
    parameters: Vec<Given>,
) -> Vec<Given> {
    let needed: Vec<_> = alternatives(bundle, operation)
        .filter_map(|alternative| together(alternative, credentials))
        .flatten()
        .collect();
    let is_free = |given: &Given| !needed.iter().any(|credential| credential.stands_in(given));
    parameters.into_iter().filter(is_free).collect()
}

/// What a request has room for: nothing of a certificate, and one credential in the header `authorization` (RFC 9110, section 11.6.2).
fn carriable(mut credentials: Vec<Credential>) -> Vec<Credential> {
    let mut has_authorization = false;
    credentials.retain(|credential| match &credential.carried {
        Carried::Header(name, _) if name == "authorization" => {
            !std::mem::replace(&mut has_authorization, true)
        }
        Carried::Header(..) | Carried::Query(_) | Carried::Cookie(_) => true,
        Carried::Not => false,
    });
    credentials
}

/// Base64 (RFC 4648, section 4).
fn base64(text: &str) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> = text
        .bytes()
        .flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1))
        .collect();
    let digits = bits.chunks(6).map(|digit| {
        let value = (0..6).fold(0, |value, bit| {
            value << 1 | digit.get(bit).copied().unwrap_or_default()
        });
        char::from(ALPHABET[usize::from(value)])
    });
    let mut encoded: String = digits.collect();
    while !encoded.len().is_multiple_of(4) {
        encoded.push('=');
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_padded() {
        // RFC 4648, section 10
        for (text, expected) in [("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v")] {
            assert_eq!(base64(text), expected);
        }
    }
}
