//! Names of Cargo's features.

use std::fmt;

use super::scope::{Claim, Loser, Scope};

/// The name of a feature.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct FeatureName(String);

impl fmt::Display for FeatureName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a manifest calls otherwise: features of the runtime, and dependencies, which have features of their names.
pub(crate) const RESERVED_FEATURES: [&str; 24] = [
    "base64",
    "blocking",
    "bytes",
    "chrono",
    "default",
    "fastrand",
    "futures-core",
    "gzip",
    "http",
    "http-body",
    "http2",
    "httpdate",
    "jiff",
    "native-tls",
    "percent-encoding",
    "reqwest",
    "rustls",
    "rustls-no-provider",
    "serde",
    "serde-json",
    "test-support",
    "time",
    "tokio",
    "tracing",
];

/// A feature for each module.
pub(super) fn assign(modules: &[&str]) -> Vec<FeatureName> {
    let claims: Vec<_> = modules
        .iter()
        .map(|module| Claim::plain(*module, wanted(module)))
        .collect();
    let mut scope = Scope::with_reserved(&[], Loser::GetsHyphenNumber);
    let names = scope.assign(&claims).into_iter().map(FeatureName);
    names.collect()
}

/// As features are usually written; the underscores that make a keyword or a number an identifier are not needed here.
fn wanted(module: &str) -> String {
    let name = module.trim_matches('_').replace('_', "-");
    if name.is_empty() || RESERVED_FEATURES.contains(&name.as_str()) {
        format!("{name}-operations").trim_matches('-').to_owned()
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_is_called_by_its_module_unless_that_is_taken() {
        let names = assign(&["audit_logs", "type_", "_2fa", "http", "default", "_"]);
        let names: Vec<_> = names.iter().map(FeatureName::to_string).collect();
        assert_eq!(
            names,
            [
                "audit-logs",
                "type",
                "2fa",
                "http-operations",
                "default-operations",
                "operations"
            ]
        );
    }

    #[test]
    fn two_modules_are_two_features() {
        for (modules, features) in [
            (["type_", "type", "a"], ["type-2", "type", "a"]),
            (
                ["untagged_2", "untagged", "untagged_"],
                ["untagged-2", "untagged", "untagged-3"],
            ),
        ] {
            let names = assign(&modules);
            let names: Vec<_> = names.iter().map(FeatureName::to_string).collect();
            assert_eq!(names, features);
        }
    }
}
