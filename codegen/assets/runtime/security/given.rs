//! What a builder was given, not checked yet.

use std::fmt;
use std::sync::Arc;

use super::provider::TokenProvider;
use crate::runtime::secret::Secret;

/// What was given for each scheme.
#[derive(Clone, Default)]
pub(in crate::runtime) struct Given(Vec<(&'static str, Origin)>);

/// Where a credential comes from.
#[derive(Clone)]
pub(in crate::runtime) enum Origin {
    /// Two secrets for basic authentication, one for others.
    Secrets(Vec<Secret>),
    /// Fetched when it is needed.
    Provider(Arc<dyn TokenProvider>),
}

impl Given {
    /// Sets a scheme's secrets. With an empty one among them the scheme counts as not set.
    ///
    /// A lone empty password is the exception: some APIs take a key as user name and nothing else.
    pub(in crate::runtime) fn set(&mut self, scheme: &'static str, secrets: Vec<Secret>) {
        self.0.retain(|(known, _)| *known != scheme);
        if !secrets.first().is_none_or(Secret::is_empty) {
            self.0.push((scheme, Origin::Secrets(secrets)));
        }
    }

    /// Sets what fetches a scheme's secret.
    pub(in crate::runtime) fn set_provider(
        &mut self,
        scheme: &'static str,
        provider: Arc<dyn TokenProvider>,
    ) {
        self.0.retain(|(known, _)| *known != scheme);
        self.0.push((scheme, Origin::Provider(provider)));
    }

    pub(in crate::runtime) fn has(&self, scheme: &str) -> bool {
        self.0.iter().any(|(known, _)| *known == scheme)
    }

    pub(in crate::runtime) fn iter(&self) -> impl Iterator<Item = (&'static str, &Origin)> {
        self.0.iter().map(|(scheme, origin)| (*scheme, origin))
    }

    /// The secrets that are at hand.
    pub(in crate::runtime) fn secrets(&self) -> impl Iterator<Item = &Secret> {
        self.0.iter().flat_map(|(_, origin)| match origin {
            Origin::Secrets(secrets) => secrets.as_slice(),
            Origin::Provider(_) => &[],
        })
    }
}

impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set()
            .entries(self.0.iter().map(|(scheme, _)| scheme))
            .finish()
    }
}
