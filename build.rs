//! Keeps the bindings in `generated/` in step with `spec/contacts.yaml`.
//!
//! Cargo decides what is fresh before build scripts run, so that bindings rewritten here reach what depends on them with the next
//! build: hence the warning, which is gone by then. Watching `generated/` too makes that build come, and repairs hand edits.

use std::path::Path;

use openapi_bindgen::diagnostic::Code;
use openapi_bindgen::{Config, Generated, Mode, Report, Source, generate};

const DOCUMENT: &str = "spec/contacts.yaml";
/// What is generated below `generated/`; the manifest and the readme are written by hand, and so are other tests.
const FOLDERS: [&str; 2] = ["src", "tests"];

fn main() {
    for input in ["spec", "generated/src", "generated/tests"] {
        println!("cargo::rerun-if-changed={input}");
    }
    println!("cargo::rerun-if-env-changed=OPENAPI_BINDGEN");
    let check = std::env::var("OPENAPI_BINDGEN").is_ok_and(|mode| mode == "check");
    let mode = if check { Mode::Check } else { Mode::Write };
    let name = "sendblue-contacts"
        .parse()
        .expect("a name that Cargo takes");
    let config = Config::new()
        .crate_name(name)
        .document(DOCUMENT)
        .regenerate("run `cargo build`")
        // The document is ours to mend.
        .deny(Code::RefDangling)
        .deny(Code::UnknownType)
        .with_tests(true)
        .handshake(true);
    match generate(&Source::disk(DOCUMENT), &config) {
        Ok(generated) => FOLDERS
            .iter()
            .for_each(|folder| bring(&generated, folder, mode)),
        Err(diagnostics) => diagnostics
            .to_string()
            .lines()
            .for_each(|line| println!("cargo::error={line}")),
    }
}

/// Brings a folder of the bindings in step.
fn bring(generated: &Generated, folder: &str, mode: Mode) {
    let target = Path::new("generated").join(folder);
    let target_name = target.display();
    match generated.files.below(folder).sync(&target, mode) {
        Ok(report) => say(&report, folder, mode),
        Err(error) => println!("cargo::error=cannot bring {target_name} in step: {error}"),
    }
}

/// Tells what changed: ten files by name, the rest by their number.
fn say(report: &Report, folder: &str, mode: Mode) {
    if report.is_unchanged() {
        return;
    }
    let (level, end) = match mode {
        Mode::Write => ("warning", "run the command again to build with it"),
        Mode::Check => ("error", "run `cargo build` to bring it in step"),
    };
    println!("cargo::{level}=generated/{folder} differs from {DOCUMENT}; {end}");
    let written = report.written.iter().map(|path| ("changed", path));
    let removed = report.removed.iter().map(|path| ("removed", path));
    let changes: Vec<_> = written.chain(removed).collect();
    for (what, path) in changes.iter().take(10) {
        println!("cargo::{level}=  {what} generated/{folder}/{path}");
    }
    if changes.len() > 10 {
        println!("cargo::{level}=  and {} more", changes.len() - 10);
    }
}
