//! The client runtime, emitted as it stands in `assets/runtime`, less the files that the document has no use for.

mod types_only;
mod unneeded;
mod unused;

pub(super) use types_only::has_bytes;

use include_dir::{Dir, DirEntry, include_dir};

use super::Cx;
use crate::files::Files;

static RUNTIME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/runtime");

/// The runtime's files below the crate's folder.
pub(super) fn files(cx: &Cx<'_>) -> Files {
    let unneeded = unneeded::unneeded(cx);
    let mut files = Files::default();
    if cx.config.types_only {
        types_only::add_all(cx, &unneeded, &mut files);
    } else {
        add(cx, &RUNTIME, &unneeded, &mut files);
    }
    files
}

fn add(cx: &Cx<'_>, folder: &Dir<'_>, unneeded: &[&str], files: &mut Files) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(folder) => add(cx, folder, unneeded, files),
            DirEntry::File(file) => {
                let path = file.path().to_string_lossy().replace('\\', "/");
                if !unneeded.iter().any(|unneeded| is_in(&path, unneeded)) {
                    let text = without(file.contents_utf8().unwrap_or_default(), &path, unneeded);
                    insert(cx, &path, &text, files);
                }
            }
        }
    }
}

/// Whether a path is that of a file, or in that folder.
fn is_in(path: &str, place: &str) -> bool {
    let rest = path.strip_prefix(place);
    rest.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

fn insert(cx: &Cx<'_>, path: &str, text: &str, files: &mut Files) {
    let has_features = cx.names.features().next().is_some();
    let text = if has_features && !cx.config.types_only {
        unused::allowed(text)
    } else {
        text.to_owned()
    };
    files.insert(
        format!("src/runtime/{path}"),
        format!("{}\n\n{text}", cx.header.of_code()),
    );
}

/// The text of a `mod.rs` without the lines about files that are left out. The runtime keeps each such line to itself.
fn without(text: &str, path: &str, unneeded: &[&str]) -> String {
    let Some(folder) = path.strip_suffix("mod.rs") else {
        return text.to_owned();
    };
    let modules: Vec<_> = unneeded
        .iter()
        .filter_map(|path| path.strip_prefix(folder))
        .collect();
    let is_about = |line: &str, module: &str| {
        line.starts_with(&format!("mod {module};"))
            || line.starts_with(&format!("pub mod {module};"))
            || line.starts_with(&format!("pub use {module}::"))
            || line.starts_with(&format!("pub(crate) use {module}::"))
    };
    let kept = text
        .lines()
        .filter(|line| !modules.iter().any(|module| is_about(line, module)));
    kept.flat_map(|line| [line, "\n"]).collect()
}
