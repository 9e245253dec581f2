//! Credentials: which a call needs, which there are, and where they go.

mod base64;
mod credential;
mod given;
mod requirement;

use std::fmt;

use super::api::{Api, Security};
use super::error::Error;
use super::secret::Secret;

pub(super) use credential::{Carrier, Credential};
pub(super) use given::Given;
pub(super) use requirement::require;

/// A shorter secret is left in messages, since hiding it would hide ordinary words.
const SHORTEST_HIDDEN: usize = 8;

/// The credentials a client was given, ready to be sent.
pub(super) struct Credentials {
    all: Vec<Credential>,
    secrets: Vec<Secret>,
}

impl Credentials {
    pub(super) fn new(api: &Api, given: &Given) -> Result<Self, Error> {
        let made = |(scheme, secrets)| Credential::new(api, scheme, secrets);
        let all = given.iter().map(made).collect::<Result<_, _>>()?;
        let secrets = given.iter().flat_map(|(_, secrets)| secrets);
        Ok(Self {
            all,
            secrets: secrets.cloned().collect(),
        })
    }

    /// The credentials that a call sends: those of the first alternative for which all are there.
    pub(super) fn choose(&self, api: &Api, security: Security) -> Result<Vec<&Credential>, Error> {
        let schemes = require(api, security, &|scheme| self.get(scheme).is_some())?;
        Ok(schemes
            .iter()
            .filter_map(|scheme| self.get(scheme))
            .collect())
    }

    /// Hides the secrets in a text that came from the server, which may have sent back what it was
    /// sent.
    pub(super) fn redact(&self, text: String) -> String {
        let secrets = self.secrets.iter().map(Secret::expose);
        let hidden = secrets.filter(|secret| secret.len() >= SHORTEST_HIDDEN);
        hidden.fold(text, |text, secret| text.replace(secret, "[redacted]"))
    }

    fn get(&self, scheme: &str) -> Option<&Credential> {
        self.all
            .iter()
            .find(|credential| credential.scheme == scheme)
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set()
            .entries(self.all.iter().map(|credential| credential.scheme))
            .finish()
    }
}
