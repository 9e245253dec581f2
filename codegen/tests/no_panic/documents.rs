//! The documents that cases start from.

use std::path::{Path, PathBuf};

use serde_json::Value;

/// A document as text, and as a tree where the text is one.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) tree: Option<Value>,
}

/// Every document below the folders of this workspace and those that the environment names; `None` outside the workspace, as in the
/// package that is published.
pub(crate) fn all() -> Option<Vec<Document>> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent()?;
    if !workspace.join("Cargo.toml").exists() {
        return None;
    }
    let mut folders = vec![workspace.join("spec"), workspace.join("tests/specs")];
    if let Some(more) = std::env::var_os("OPENAPI_BINDGEN_FUZZ_DOCUMENTS") {
        folders.extend(std::env::split_paths(&more));
    }
    let documents: Vec<_> = folders
        .iter()
        .flat_map(|folder| below(folder))
        .map(read)
        .collect();
    Some(documents)
}

/// The documents below a folder, in the order of their paths.
fn below(folder: &Path) -> Vec<PathBuf> {
    let entries =
        std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.expect("the folder can be read to its end").path();
        if path.is_dir() {
            paths.extend(below(&path));
        } else if path
            .extension()
            .is_some_and(|extension| extension == "yaml" || extension == "json")
        {
            paths.push(path);
        }
    }
    assert!(!paths.is_empty(), "no documents in {}", folder.display());
    paths.sort();
    paths
}

fn read(path: PathBuf) -> Document {
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let tree = serde_yaml::from_str(&text).ok();
    Document {
        name: path.display().to_string(),
        text,
        tree,
    }
}
