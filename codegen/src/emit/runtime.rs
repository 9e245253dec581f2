//! The client runtime, emitted as it stands in `assets/runtime`, less the files that the document has no use for.

use include_dir::{Dir, DirEntry, include_dir};

use super::Cx;
use crate::files::Files;
use crate::ir::{Shape, Success};

static RUNTIME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/runtime");

/// The runtime's files below the crate's folder.
pub(super) fn files(cx: &Cx<'_>) -> Files {
    let unneeded = unneeded(cx);
    let mut files = Files::default();
    add(cx, &RUNTIME, &unneeded, &mut files);
    files
}

/// What a document has of what some files of the runtime are for.
#[derive(Default)]
struct Needs {
    operations: bool,
    objects: bool,
    builders: bool,
    enums: bool,
    unions: bool,
    evidence: bool,
    answers: bool,
    parts: bool,
    /// Dates and the like, which keep the exact text.
    texts: bool,
}

impl Needs {
    fn of(cx: &Cx<'_>) -> Self {
        let operations = &cx.api.operations;
        let mut needs = Self {
            operations: !operations.is_empty(),
            answers: operations
                .iter()
                .any(|operation| matches!(operation.success, Success::Several(_))),
            parts: !cx.api.parts.is_empty(),
            texts: true,
            ..Self::default()
        };
        for (id, def) in cx.api.types.iter() {
            match &def.shape {
                Shape::Object(_) => {
                    needs.objects = true;
                    needs.builders |= cx.facts.is_in_requests(id);
                }
                Shape::Enum(_) => needs.enums = true,
                Shape::Union(_) => needs.unions = true,
                Shape::Alias(_) => continue,
            }
            needs.evidence |= cx.facts.is_weighed(id);
        }
        needs
    }
}

/// The files that the document has no use for, by their paths in the runtime without `.rs`.
fn unneeded(cx: &Cx<'_>) -> Vec<&'static str> {
    let Needs {
        operations,
        objects,
        builders,
        enums,
        unions,
        evidence,
        answers,
        parts,
        texts,
    } = Needs::of(cx);
    let files = [
        ("operation", operations),
        ("answers", answers),
        ("multipart/table", parts),
        ("wire/text", texts),
        ("wire/object", objects),
        ("wire/builder", builders),
        ("wire/enumeration", enums),
        ("wire/unknown", enums || unions),
        ("wire/union", unions),
        ("wire/fits", unions),
        ("wire/evidence", evidence),
    ];
    files
        .into_iter()
        .filter(|(_, needed)| !needed)
        .map(|(path, _)| path)
        .collect()
}

fn add(cx: &Cx<'_>, folder: &Dir<'_>, unneeded: &[&str], files: &mut Files) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(folder) => add(cx, folder, unneeded, files),
            DirEntry::File(file) => {
                let path = file.path().to_string_lossy().replace('\\', "/");
                if !unneeded.contains(&path.trim_end_matches(".rs")) {
                    let text = without(file.contents_utf8().unwrap_or_default(), &path, unneeded);
                    files.insert(
                        format!("src/runtime/{path}"),
                        format!("{}\n\n{text}", cx.header.of_code()),
                    );
                }
            }
        }
    }
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
            || line.starts_with(&format!("pub use {module}::"))
            || line.starts_with(&format!("pub(crate) use {module}::"))
    };
    let kept = text
        .lines()
        .filter(|line| !modules.iter().any(|module| is_about(line, module)));
    kept.flat_map(|line| [line, "\n"]).collect()
}
