//! The client runtime, emitted as it stands in `assets/runtime`.

use include_dir::{Dir, DirEntry, include_dir};

use super::Cx;
use crate::files::Files;

static RUNTIME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/runtime");

/// The runtime's files below the crate's folder.
pub(super) fn files(cx: &Cx<'_>) -> Files {
    let mut files = Files::default();
    add(cx, &RUNTIME, &mut files);
    files
}

fn add(cx: &Cx<'_>, folder: &Dir<'_>, files: &mut Files) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(folder) => add(cx, folder, files),
            DirEntry::File(file) => {
                let path = file.path().to_string_lossy().replace('\\', "/");
                let text = file.contents_utf8().unwrap_or_default();
                files.insert(format!("src/runtime/{path}"), format!("{}\n\n{text}", cx.header.of_code()));
            }
        }
    }
}
