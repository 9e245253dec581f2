//! Cargo, run in `tests/dependent`: a crate outside the workspace.

use std::path::Path;
use std::process::{Command, Output};
use std::sync::{Mutex, PoisonError};

use sendblue_bindings::root;

/// Runs a command of Cargo's there, without a network: all that it needs was there for this workspace.
///
/// One at a time, since each may write `Cargo.lock`.
pub(crate) fn cargo(command: &str, arguments: &[&str]) -> Output {
    static ALONE: Mutex<()> = Mutex::new(());
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);

    let dependent = root().join("tests/dependent");
    take_versions(&root().join("Cargo.lock"), &dependent.join("Cargo.lock"));
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .args([command, "--offline"])
        .args(arguments)
        .current_dir(dependent)
        .env("CARGO_TARGET_DIR", target());
    cargo.output().expect("Cargo to start")
}

/// The workspace's own target folder, where most of what the crate depends on is built already.
fn target() -> &'static Path {
    let temporary = Path::new(env!("CARGO_TARGET_TMPDIR"));
    temporary.parent().expect("a folder in the target folder")
}

/// Starts a lock file off as a copy of the workspace's, unless it is newer; Cargo then takes out what
/// the crate does not need.
fn take_versions(from: &Path, to: &Path) {
    let written = |path: &Path| path.metadata().and_then(|file| file.modified()).ok();
    if written(to) < written(from) {
        std::fs::copy(from, to).expect("to copy Cargo.lock");
    }
}

/// Takes what Cargo printed, if it did not fail.
pub(crate) fn printed(output: Output) -> String {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "Cargo failed:\n{errors}\n{}",
        String::from_utf8_lossy(&output.stdout)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}
