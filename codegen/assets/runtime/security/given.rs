//! What a builder was given, not checked yet.

use std::fmt;

use crate::runtime::secret::Secret;

/// The secrets given for each scheme: two for basic authentication, one for the others.
#[derive(Clone, Default)]
pub(in crate::runtime) struct Given(Vec<(&'static str, Vec<Secret>)>);

impl Given {
    /// Sets a scheme's secrets. With an empty one among them the scheme counts as not set.
    ///
    /// A lone empty password is the exception: some APIs take a key as user name and nothing else.
    pub(in crate::runtime) fn set(&mut self, scheme: &'static str, secrets: Vec<Secret>) {
        self.0.retain(|(known, _)| *known != scheme);
        if !secrets.first().is_none_or(Secret::is_empty) {
            self.0.push((scheme, secrets));
        }
    }

    pub(in crate::runtime) fn has(&self, scheme: &str) -> bool {
        self.0.iter().any(|(known, _)| *known == scheme)
    }

    pub(in crate::runtime) fn iter(&self) -> impl Iterator<Item = (&'static str, &[Secret])> {
        self.0
            .iter()
            .map(|(scheme, secrets)| (*scheme, secrets.as_slice()))
    }
}

impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set()
            .entries(self.0.iter().map(|(scheme, _)| scheme))
            .finish()
    }
}
