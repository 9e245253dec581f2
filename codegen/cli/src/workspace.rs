//! What to do next depends on where the crate stands.

use std::path::{Path, PathBuf};

/// The command that shows that the crate works, or what has to be done before.
pub(crate) fn next_step(output: &Path) -> String {
    match surrounding_workspace(output) {
        Some((manifest, member)) => {
            format!(
                "add \"{member}\" to `members` under [workspace] in {}",
                manifest.display()
            )
        }
        None => format!("cd {} && cargo doc --open", output.display()),
    }
}

/// The manifest of the workspace that the folder lies in without being listed there, and how it would be listed.
fn surrounding_workspace(output: &Path) -> Option<(PathBuf, String)> {
    let folder = output.canonicalize().ok()?;
    for above in folder.ancestors().skip(1) {
        let manifest = above.join("Cargo.toml");
        let Ok(text) = std::fs::read_to_string(&manifest) else {
            continue;
        };
        if !text.lines().any(|line| line.trim() == "[workspace]") {
            continue;
        }
        let member = folder
            .strip_prefix(above)
            .ok()?
            .to_string_lossy()
            .replace('\\', "/");
        let listed = text.contains(&format!("\"{member}\""));
        return (!listed).then_some((manifest, member));
    }
    None
}
