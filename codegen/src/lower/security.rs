//! Security schemes and requirements.

use openapiv3::{APIKeyLocation, SecurityScheme};
use serde_json::Value;

use super::node::read;
use super::{Lowering, docs};
use crate::diagnostic::{Code, Sink};
use crate::ir::{ApiKeyLocation, Requirement, Scheme, SchemeKind};
use crate::place::Place;
use crate::resolve::{Bundle, Kind};

/// The declared schemes, in document order.
pub(super) fn schemes(bundle: &Bundle, root: &Place, sink: &mut Sink) -> Vec<Scheme> {
    let place = root.below(&["components", "securitySchemes"]);
    let place = bundle.follow(&place);
    let Some(map) = bundle.get(place).and_then(Value::as_object) else {
        return Vec::new();
    };
    map.keys()
        .filter_map(|name| scheme(bundle, name, &place.child(name), sink))
        .collect()
}

fn scheme(bundle: &Bundle, name: &str, place: &Place, sink: &mut Sink) -> Option<Scheme> {
    let place = bundle.follow(place);
    let (kind, description) =
        match read::<SecurityScheme>(bundle, place, Kind::SecurityScheme, sink)? {
            SecurityScheme::APIKey {
                location,
                name,
                description,
                extensions: _,
            } => (
                SchemeKind::ApiKey {
                    location: api_key_location(&location),
                    name,
                },
                description,
            ),
            SecurityScheme::HTTP {
                scheme,
                bearer_format: _,
                description,
                extensions: _,
            } => (http(&scheme), description),
            SecurityScheme::OAuth2 {
                flows: _,
                description,
                extensions: _,
            }
            | SecurityScheme::OpenIDConnect {
                open_id_connect_url: _,
                description,
                extensions: _,
            } => (SchemeKind::Bearer, description),
        };
    let docs = docs::of(None, description.as_deref());
    Some(Scheme {
        name: name.to_owned(),
        kind,
        docs,
        origin: place.clone(),
    })
}

fn api_key_location(location: &APIKeyLocation) -> ApiKeyLocation {
    match location {
        APIKeyLocation::Header => ApiKeyLocation::Header,
        APIKeyLocation::Query => ApiKeyLocation::Query,
        APIKeyLocation::Cookie => ApiKeyLocation::Cookie,
    }
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

impl Lowering<'_> {
    /// The requirements that the node at `place` (the document or an operation) states; `None` where it states none.
    pub(super) fn requirements(
        &mut self,
        place: &Place,
        schemes: &[Scheme],
    ) -> Option<Vec<Requirement>> {
        let place = place.child("security");
        let list = self.bundle.get(&place)?.as_array()?;
        let requirements = list.iter().enumerate();
        Some(
            requirements
                .filter_map(|(index, node)| self.requirement(node, &place.element(index), schemes))
                .collect(),
        )
    }

    fn requirement(
        &mut self,
        node: &Value,
        place: &Place,
        schemes: &[Scheme],
    ) -> Option<Requirement> {
        let Some(map) = node.as_object() else {
            self.sink.report(
                Code::Invalid,
                place,
                "a security requirement should stand here",
            );
            return None;
        };
        let unknown: Vec<_> = map
            .keys()
            .filter(|name| !schemes.iter().any(|scheme| scheme.name == **name))
            .collect();
        for name in &unknown {
            // A scheme that cannot be applied was reported where it is declared.
            if self
                .bundle
                .get(&Place::root(place.file).below(&["components", "securitySchemes", name]))
                .is_none()
            {
                self.sink
                    .report(
                        Code::UnknownSecurityScheme,
                        &place.child(name),
                        format!("`{name}` is not declared"),
                    )
                    .help_closest(name, schemes.iter().map(|scheme| scheme.name.as_str()));
            }
        }
        unknown.is_empty().then(|| map.keys().cloned().collect())
    }
}
