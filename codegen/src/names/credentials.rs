//! Names of credentials: setters of the builder and environment variables.

use super::ident::{MethodIdent, identifier};
use super::scope::{Claim, Loser, Scope};
use super::words::Words;
use super::{reserved, warn_if_renamed};
use crate::diagnostic::Sink;
use crate::ir::{Api, SchemeKind};

/// What the credential of a security scheme is called.
#[derive(Debug)]
pub(crate) struct CredentialNames {
    /// The setter of the builder.
    pub(crate) setter: MethodIdent,
    /// The setter of what fetches it, where a token may be fetched.
    pub(crate) provider: MethodIdent,
    /// The environment variable, or what its variables begin with where a scheme needs two.
    pub(crate) variable: String,
    /// The environment variables that together hold it, as the runtime reads them.
    pub(crate) variables: Vec<String>,
}

pub(super) fn assign(api: &Api, environment: &str, sink: &mut Sink) -> Vec<CredentialNames> {
    let claims: Vec<_> = api
        .schemes
        .iter()
        .map(|scheme| {
            let wanted = identifier(&stem(&scheme.name));
            Claim::plain(&scheme.name, wanted)
        })
        .collect();
    let names = Scope::with_reserved(&reserved::OF_BUILDERS, Loser::GetsNumber).assign(&claims);
    for ((scheme, claim), name) in api.schemes.iter().zip(&claims).zip(&names) {
        warn_if_renamed(&scheme.origin, &scheme.name, &claim.wanted, name, sink);
    }
    let providers = providers(&names);
    let kinds = api.schemes.iter().map(|scheme| &scheme.kind);
    names
        .into_iter()
        .zip(providers)
        .zip(kinds)
        .map(|((name, provider), kind)| {
            let stem = name.trim_matches('_').to_ascii_uppercase();
            let variable = format!("{environment}_{stem}");
            CredentialNames {
                provider: MethodIdent::new(provider),
                variables: variables(kind, &variable),
                variable,
                setter: MethodIdent::new(name),
            }
        })
        .collect()
}

fn variables(kind: &SchemeKind, variable: &str) -> Vec<String> {
    match kind {
        SchemeKind::Basic => ["USERNAME", "PASSWORD"]
            .map(|part| format!("{variable}_{part}"))
            .to_vec(),
        SchemeKind::ApiKey {
            location: _,
            name: _,
        }
        | SchemeKind::Bearer => vec![variable.to_owned()],
    }
}

/// Each is called after its setter.
fn providers(setters: &[String]) -> Vec<String> {
    let claims: Vec<_> = setters
        .iter()
        .map(|setter| Claim::plain(setter, format!("{}_provider", setter.trim_end_matches('_'))))
        .collect();
    let taken = setters
        .iter()
        .map(String::as_str)
        .chain(reserved::OF_BUILDERS);
    let taken: Vec<_> = taken.collect();
    Scope::with_reserved(&taken, Loser::GetsNumber).assign(&claims)
}

/// `ApiKeyAuth` is the scheme of the `api_key`.
fn stem(scheme: &str) -> String {
    let snake = Words::of(scheme).snake();
    snake
        .strip_suffix("_auth")
        .map_or(snake.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credential_is_called_after_its_scheme_without_auth() {
        for (scheme, expected) in [
            ("ApiKeyAuth", "api_key"),
            ("bearer_auth", "bearer"),
            ("OAuth2", "oauth2"),
            ("Auth", "auth"),
        ] {
            assert_eq!(stem(scheme), expected);
        }
    }
}
