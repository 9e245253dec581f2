//! A crate as it comes out is one that Cargo takes.

use std::process::Command;

use crate::support::{Folder, GREETINGS};

/// The features that need few dependencies, so that the check is quick; `.ci/run` compiles many documents in full.
#[test]
fn a_generated_crate_compiles_without_a_warning() {
    let folder = Folder::with_document("compiles", GREETINGS);
    // A name that rustc would have a warning for.
    folder.generate(&["--crate-name", "Greetings__V2"]);
    check(&folder);
}

#[test]
fn a_crate_of_types_alone_does_too() {
    let folder = Folder::with_document("compiles-types", GREETINGS);
    folder.generate(&["--types-only"]);
    check(&folder);
}

fn check(folder: &Folder) {
    // The versions that this workspace has, so that nothing new has to be fetched.
    let lock = concat!(env!("CARGO_MANIFEST_DIR"), "/../../Cargo.lock");
    std::fs::copy(lock, folder.path("out/Cargo.lock")).expect("the workspace has its lock file");
    let output = Command::new(env!("CARGO"))
        .args(["check", "--quiet", "--offline", "--no-default-features"])
        .current_dir(folder.path("out"))
        .env(
            "CARGO_TARGET_DIR",
            concat!(env!("CARGO_TARGET_TMPDIR"), "/compiles"),
        )
        .env("CARGO_TERM_COLOR", "never")
        .env_remove("RUSTFLAGS")
        .output()
        .expect("Cargo can be started");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "{said}");
}
