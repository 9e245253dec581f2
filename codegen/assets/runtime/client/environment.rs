//! A client configured by its environment.

use super::ClientBuilder;
use crate::runtime::api::Scheme;
use crate::runtime::error::Error;
use crate::runtime::secret::Secret;
use crate::runtime::security;

/// Looks an environment variable up.
type Lookup<'a> = &'a dyn Fn(&str) -> Option<String>;

impl ClientBuilder {
    /// Reads from the environment what is not set yet: the base URL, and the credential of every
    /// security scheme.
    ///
    /// Values are trimmed, and an empty one counts as not set.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Credential`](crate::runtime::ErrorKind::Credential), if the credentials that
    /// the document asks for are not complete; the text names the missing variables.
    pub fn from_env(self) -> Result<Self, Error> {
        self.from_lookup(|variable| std::env::var(variable).ok())
    }

    /// [`from_env`](Self::from_env) with an environment of the caller's choice.
    #[doc(hidden)]
    pub fn from_lookup(mut self, lookup: impl Fn(&str) -> Option<String>) -> Result<Self, Error> {
        read(&mut self, &|variable| filled(lookup(variable)));
        security::require(self.api, self.api.security, &|scheme| {
            self.given.has(scheme)
        })?;
        Ok(self)
    }
}

// No method, which would take its name from the setters of credentials.
fn read(builder: &mut ClientBuilder, lookup: Lookup<'_>) {
    if builder.base_url.is_none() {
        builder.base_url = lookup(builder.api.base_url_variable);
    }
    for scheme in builder.api.schemes {
        if builder.given.has(scheme.name) {
            continue;
        }
        if let Some(secrets) = secrets(scheme, lookup) {
            builder.given.set(scheme.name, secrets);
        }
    }
}

/// A scheme's credential, if every part of it is there.
fn secrets(scheme: &Scheme, lookup: Lookup<'_>) -> Option<Vec<Secret>> {
    let variables = scheme.variables();
    variables
        .iter()
        .map(|variable| lookup(variable).map(Secret::from))
        .collect()
}

fn filled(value: Option<String>) -> Option<String> {
    value
        .map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
}
