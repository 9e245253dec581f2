//! What the tests of the workspace share: the generator, run over documents of ours.

use std::fmt::Write;
use std::path::PathBuf;

use openapi_bindgen::diagnostic::Code;
use openapi_bindgen::{Config, Files, Generated, Source, generate};

/// The folder of the workspace.
#[must_use]
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a file of the workspace.
///
/// # Panics
///
/// If it cannot be read.
#[must_use]
pub fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A document of the workspace, named as a user at its root would, so that no path of a machine shows.
#[must_use]
pub fn document(path: &str) -> Source {
    Source::memory(path, [(path, read(path))])
}

/// The choices that `build.rs` makes for the contacts bindings.
#[must_use]
pub fn contacts_config() -> Config {
    Config::new()
        .crate_name("sendblue-contacts")
        .document("spec/contacts.yaml")
        .regenerate("run `cargo build`")
        .deny(Code::RefDangling)
        .deny(Code::UnknownType)
        .handshake(true)
}

/// The contacts bindings as they come out now.
///
/// # Panics
///
/// If the document has errors.
#[must_use]
pub fn contacts() -> Generated {
    generated(&document("spec/contacts.yaml"), &contacts_config())
}

/// What comes of the document `tests/specs/<topic>.yaml`.
///
/// # Panics
///
/// If the document has errors.
#[must_use]
pub fn topic(topic: &str) -> Generated {
    generated(
        &document(&format!("tests/specs/{topic}.yaml")),
        &Config::new().crate_name(topic).document("the topic"),
    )
}

/// What comes of a document that has no errors.
///
/// # Panics
///
/// If it has.
#[must_use]
pub fn generated(source: &Source, config: &Config) -> Generated {
    generate(source, config)
        .unwrap_or_else(|diagnostics| panic!("{}:\n{diagnostics}", source.entry()))
}

/// The files of code that say something of the document, one below the other; the runtime says nothing of it.
#[must_use]
pub fn listing(files: &Files) -> String {
    let mut text = String::new();
    let says_something = |path: &str| !path.starts_with("runtime/") && path != "handshake.rs";
    for (path, code) in files
        .below("src")
        .iter()
        .filter(|(path, _)| says_something(path))
    {
        writeln!(text, "==> {path} <==\n{code}").expect("a string takes everything");
    }
    text
}
