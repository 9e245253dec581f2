//! What the tests look at in a crate.

use std::collections::BTreeSet;

use openapi_bindgen::diagnostic::Code;
use openapi_bindgen::{Config, Diagnostics, Files, Generated, Pattern, Source, generate};

/// A pattern that is one.
pub(crate) fn pattern(text: &str) -> Pattern {
    text.parse()
        .unwrap_or_else(|error: String| panic!("{error}"))
}

/// What comes of a document.
pub(crate) fn crate_of(document: &str, config: &Config) -> Generated {
    attempt(document, config).unwrap_or_else(|diagnostics| panic!("{diagnostics}"))
}

/// What comes of a document, if anything.
pub(crate) fn attempt(document: &str, config: &Config) -> Result<Generated, Diagnostics> {
    generate(
        &Source::memory("api.yaml", [("api.yaml", document)]),
        config,
    )
}

/// The codes of errors and warnings.
pub(crate) fn codes(diagnostics: &Diagnostics) -> Vec<Code> {
    let found = diagnostics.as_slice().iter();
    found.map(|found| found.code).collect()
}

/// The types that a crate defines, each with the file that it stands in, and the methods of its client.
pub(crate) fn names(files: &Files) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (path, text) in files.iter() {
        let starts: &[&str] = match path.split('/').nth(1) {
            Some("types") => &["pub struct ", "    pub enum ", "pub type "],
            Some("operations") => &["    pub fn "],
            _ => continue,
        };
        for line in text.lines() {
            let name = starts.iter().find_map(|start| line.strip_prefix(start));
            let name = name.and_then(|name| name.split([' ', '(', '<', ':']).next());
            found.extend(name.map(|name| format!("{path} {name}")));
        }
    }
    found
}
