//! The schemes that a document declares.

use openapiv3::{APIKeyLocation, SecurityScheme};
use serde_json::{Map, Value};

use crate::diagnostic::Sink;
use crate::ir::{ApiKeyLocation, Certificate, Docs, Scheme, SchemeKind};
use crate::lower::docs;
use crate::lower::node::read_referred;
use crate::place::Place;
use crate::resolve::Bundle;
use crate::specification::Kind;

/// The declared schemes whose credentials requests carry, in document order.
pub(in crate::lower) fn schemes(bundle: &Bundle, root: &Place, sink: &mut Sink) -> Vec<Scheme> {
    let declared = declared(bundle, root).into_iter();
    declared
        .filter(|(_, place)| !is_mutual_tls(bundle, place))
        .filter_map(|(name, place)| scheme(bundle, &name, &place, sink))
        .collect()
}

/// The declared schemes of mutual TLS, which `openapiv3` does not know.
pub(in crate::lower) fn certificates(bundle: &Bundle, root: &Place) -> Vec<Certificate> {
    let declared = declared(bundle, root).into_iter();
    let certificates = declared.filter(|(_, place)| is_mutual_tls(bundle, place));
    certificates
        .map(|(name, place)| {
            let node = bundle.get(bundle.follow(&place));
            let own = node.and_then(|node| node.get("description")?.as_str());
            let docs = docs::of(None, bundle.said_beside(&place).or(own));
            Certificate { name, docs }
        })
        .collect()
}

/// The names and places of all declared schemes.
fn declared(bundle: &Bundle, root: &Place) -> Vec<(String, Place)> {
    let place = bundle.below(root, &["components", "securitySchemes"]);
    let names = bundle.get(&place).and_then(Value::as_object);
    let names = names.into_iter().flat_map(Map::keys);
    names
        .map(|name| (name.clone(), place.child(name)))
        .collect()
}

pub(super) fn is_mutual_tls(bundle: &Bundle, place: &Place) -> bool {
    let node = bundle.get(bundle.follow(place));
    node.and_then(|node| node.get("type")) == Some(&Value::from("mutualTLS"))
}

fn scheme(bundle: &Bundle, name: &str, place: &Place, sink: &mut Sink) -> Option<Scheme> {
    let node = read_referred(bundle, place, Kind::SecurityScheme, sink)?;
    let (kind, docs) = credential(node);
    Some(Scheme {
        name: name.to_owned(),
        kind,
        docs,
        origin: bundle.follow(place).clone(),
    })
}

/// What requests carry for a scheme, and what is said of it.
fn credential(node: SecurityScheme) -> (SchemeKind, Docs) {
    let said = |description: Option<String>| docs::of(None, description.as_deref());
    match node {
        SecurityScheme::APIKey {
            location,
            name,
            description,
            extensions: _,
        } => {
            let location = api_key_location(&location);
            (SchemeKind::ApiKey { location, name }, said(description))
        }
        SecurityScheme::HTTP {
            scheme,
            bearer_format: _,
            description,
            extensions: _,
        } => {
            let mut docs = said(description);
            docs.facts.extend(whole_credential(&scheme));
            (http(&scheme), docs)
        }
        SecurityScheme::OAuth2 {
            flows: _,
            description,
            extensions: _,
        }
        | SecurityScheme::OpenIDConnect {
            open_id_connect_url: _,
            description,
            extensions: _,
        } => (SchemeKind::Bearer, said(description)),
    }
}

fn api_key_location(location: &APIKeyLocation) -> ApiKeyLocation {
    match location {
        APIKeyLocation::Header => ApiKeyLocation::Header,
        APIKeyLocation::Query => ApiKeyLocation::Query,
        APIKeyLocation::Cookie => ApiKeyLocation::Cookie,
    }
}

/// What somebody has to know who gives the credential of a scheme that nothing here computes, as `digest` is.
fn whole_credential(scheme: &str) -> Option<String> {
    let is_computed = matches!(http(scheme), SchemeKind::Basic | SchemeKind::Bearer);
    let said = format!(
        "HTTP authentication by `{scheme}`: give all that the header says, the scheme's name included."
    );
    (!is_computed).then_some(said)
}

/// The names of schemes are case-insensitive (RFC 9110, section 11.1).
fn http(scheme: &str) -> SchemeKind {
    match scheme.to_ascii_lowercase().as_str() {
        "basic" => SchemeKind::Basic,
        "bearer" => SchemeKind::Bearer,
        // The credential is all that stands in the header, since what a scheme of another name makes of it is its own affair.
        _ => SchemeKind::ApiKey {
            location: ApiKeyLocation::Header,
            name: "authorization".to_owned(),
        },
    }
}
