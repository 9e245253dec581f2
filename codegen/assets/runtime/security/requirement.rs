//! Whether the credentials at hand are those a call needs.

use crate::runtime::api::{Api, Security};
use crate::runtime::error::Error;

/// The schemes of the first alternative that is satisfied.
///
/// An anonymous alternative comes last wherever it stands: documents use it to say that a
/// credential is optional, not that one at hand should stay unused.
pub(in crate::runtime) fn require(
    api: &Api,
    security: Security,
    has: &dyn Fn(&str) -> bool,
) -> Result<&'static [&'static str], Error> {
    let satisfied = |alternative: &&&[&str]| alternative.iter().all(|scheme| has(scheme));
    let with_credentials = security
        .iter()
        .filter(|alternative| !alternative.is_empty())
        .find(satisfied);
    if let Some(alternative) = with_credentials {
        return Ok(alternative);
    }
    if security.is_empty() || security.iter().any(|alternative| alternative.is_empty()) {
        return Ok(&[]);
    }
    Err(unmet(api, security, has))
}

fn unmet(api: &Api, security: Security, has: &dyn Fn(&str) -> bool) -> Error {
    let alternatives: Vec<String> = security
        .iter()
        .map(|alternative| {
            let missing = alternative.iter().filter(|scheme| !has(scheme));
            missing
                .map(|scheme| describe(api, scheme))
                .collect::<Vec<_>>()
                .join(" and ")
        })
        .collect();
    Error::credential(format!(
        "missing credential: {}",
        alternatives.join(", or ")
    ))
}

/// A scheme as the reader of an error knows it: by its name in the document and in the environment.
fn describe(api: &Api, scheme: &str) -> String {
    match api.scheme(scheme) {
        Some(known) => format!(
            "`{scheme}` (environment variable {})",
            known.variables().join(" and ")
        ),
        None => format!("`{scheme}` (not supported by this client)"),
    }
}
