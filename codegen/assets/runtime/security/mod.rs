//! Credentials: which a call needs, which there are, and where they go.

mod base64;
mod credential;
mod expiry;
mod given;
mod provided;
mod provider;
mod requirement;

use std::borrow::Cow;
use std::fmt;

use super::api::{Api, Security};
use super::error::Error;
use super::secret::Secret;
use provided::Provided;

use credential::{Credential, Source};

pub(super) use credential::{Carrier, has_added};
pub(super) use given::Given;
pub use provider::{Token, TokenProvider};
pub(super) use requirement::require;

/// A shorter secret is left in messages, since hiding it would hide ordinary words.
const SHORTEST_HIDDEN: usize = 8;

/// The credentials a client was given, ready to be sent.
pub(super) struct Credentials {
    all: Vec<Credential>,
    /// Those that are at hand, as they were given and as they are sent.
    secrets: Vec<Secret>,
}

impl Credentials {
    pub(super) fn new(api: &Api, given: &Given) -> Result<Self, Error> {
        let made = |(scheme, origin)| Credential::new(api, scheme, origin);
        let all = given.iter().map(made).collect::<Result<Vec<_>, _>>()?;
        let sent = all
            .iter()
            .filter_map(|credential| credential.fixed()?.secret());
        let secrets = given.secrets().cloned().chain(sent).collect();
        Ok(Self { all, secrets })
    }

    /// The schemes of the credentials that a call sends: those of the first alternative for which all
    /// are there.
    pub(super) fn schemes(
        &self,
        api: &Api,
        security: Security,
    ) -> Result<&'static [&'static str], Error> {
        require(api, security, &|scheme| self.get(scheme).is_some())
    }

    /// Whether any of these credentials comes from a provider.
    pub(super) fn are_fetched(&self, schemes: &[&str]) -> bool {
        let mut credentials = schemes.iter().filter_map(|scheme| self.get(scheme));
        credentials.any(|credential| credential.provided().is_some())
    }

    /// The credentials of these schemes.
    pub(super) async fn supply(&self, schemes: &[&str]) -> Result<Vec<Cow<'_, Carrier>>, Error> {
        let mut carriers = Vec::with_capacity(schemes.len());
        for credential in schemes.iter().filter_map(|scheme| self.get(scheme)) {
            carriers.push(match &credential.source {
                Source::Fixed(carrier) => Cow::Borrowed(carrier),
                Source::Provided(provided) => Cow::Owned(provided.get().await?),
            });
        }
        Ok(carriers)
    }

    /// Lets go of the fetched credentials of a call, of those that the server refused; whether a call
    /// with others may do better.
    pub(super) fn renew(&self, api: &Api, security: Security, refused: &[Carrier]) -> bool {
        let schemes = self.schemes(api, security);
        let schemes = schemes.unwrap_or_default().iter();
        let provided = schemes.filter_map(|scheme| self.get(scheme)?.provided());
        provided.map(|provided| provided.forget(refused)).count() > 0
    }

    /// Whether a URL has a credential in it as it is sent: one that is at hand, or was fetched for a call.
    pub(super) fn are_in(&self, url: &str, fetched: &[Carrier]) -> bool {
        let fixed = self.all.iter().filter_map(Credential::fixed);
        fixed.chain(fetched).any(|carrier| carrier.is_in(url))
    }

    /// Hides the secrets in a text that came from the server, which may have sent back what it was
    /// sent: those of its call too, which other calls may have had fetched anew meanwhile.
    pub(super) fn redact(&self, text: String, sent: &[Carrier]) -> String {
        let provided = self.all.iter().filter_map(Credential::provided);
        let held = provided.flat_map(Provided::secrets);
        let fetched: Vec<_> = held
            .chain(sent.iter().filter_map(Carrier::secret))
            .collect();
        let secrets = self.secrets.iter().chain(&fetched).map(Secret::expose);
        let mut hidden: Vec<_> = secrets.filter(|it| it.len() >= SHORTEST_HIDDEN).collect();
        // One may be a part of another.
        hidden.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        let hide = |text: String, secret: &str| text.replace(secret, "[redacted]");
        hidden.into_iter().fold(text, hide)
    }

    fn get(&self, scheme: &str) -> Option<&Credential> {
        self.all
            .iter()
            .find(|credential| credential.scheme == scheme)
    }
}

impl Credential {
    /// What is at hand.
    fn fixed(&self) -> Option<&Carrier> {
        match &self.source {
            Source::Fixed(carrier) => Some(carrier),
            Source::Provided(_) => None,
        }
    }

    fn provided(&self) -> Option<&Provided> {
        match &self.source {
            Source::Fixed(_) => None,
            Source::Provided(provided) => Some(provided),
        }
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set()
            .entries(self.all.iter().map(|credential| credential.scheme))
            .finish()
    }
}
