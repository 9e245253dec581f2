//! What the tests of the workspace share: the generator, run over documents of ours.

use std::collections::BTreeSet;
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

/// The names of the files in a folder of the workspace that end in `.{extension}`, without that end.
///
/// # Panics
///
/// If the folder cannot be read.
#[must_use]
pub fn stems(folder: &str, extension: &str) -> BTreeSet<String> {
    let entries =
        std::fs::read_dir(root().join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let paths = entries.map(|entry| entry.expect("an entry can be read").path());
    let named = paths.filter(|path| path.extension().is_some_and(|end| end == extension));
    let stem = |path: PathBuf| Some(path.file_stem()?.to_str()?.to_owned());
    named.filter_map(stem).collect()
}

/// A document of the workspace, named as a user at its root would, so that no path of a machine shows.
#[must_use]
pub fn document(path: &str) -> Source {
    Source::memory(path, [(path, read(path))])
}

/// The choices that `build.rs` makes for the contacts bindings.
///
/// # Panics
///
/// If a crate cannot be called as they are.
#[must_use]
pub fn contacts_config() -> Config {
    Config::new()
        .crate_name("sendblue-contacts".parse().expect("a name"))
        .document("spec/contacts.yaml")
        .regenerate("run `cargo build`")
        .deny(Code::RefDangling)
        .deny(Code::UnknownType)
        .with_tests(true)
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
/// If the document has errors, or a crate cannot be called like the topic.
#[must_use]
pub fn topic(topic: &str) -> Generated {
    generated(
        &document(&format!("tests/specs/{topic}.yaml")),
        &Config::new()
            .crate_name(topic.parse().expect("a topic can name a crate"))
            .document("the topic"),
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

/// The files of code that say something of the document, by their paths below `src`: the runtime and the list of files do not.
#[must_use]
pub fn sources(files: &Files) -> Vec<(String, String)> {
    let says_something = |path: &str| !path.starts_with("runtime/") && path != "handshake.rs";
    let sources = files.below("src");
    let telling = sources.iter().filter(|(path, _)| says_something(path));
    telling
        .map(|(path, code)| (path.to_owned(), code.to_owned()))
        .collect()
}

/// The files of code that say something of the document, one below the other.
#[must_use]
pub fn listing(files: &Files) -> String {
    let mut text = String::new();
    for (path, code) in sources(files) {
        writeln!(text, "==> {path} <==\n{code}").expect("a string takes everything");
    }
    text
}
