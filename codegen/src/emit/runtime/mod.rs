//! The client runtime, emitted as it stands in `assets/runtime`, less the files that the document has no use for.

mod types_only;
mod unused;

pub(super) use types_only::has_bytes;

use include_dir::{Dir, DirEntry, include_dir};

use super::Cx;
use crate::files::Files;
use crate::ir::{Body, Framing, Operation, Shape, Stream, Success, Ty};

static RUNTIME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/runtime");

/// The runtime's files below the crate's folder.
pub(super) fn files(cx: &Cx<'_>) -> Files {
    let unneeded = unneeded(cx);
    let mut files = Files::default();
    if cx.config.types_only {
        types_only::add_all(cx, &unneeded, &mut files);
    } else {
        add(cx, &RUNTIME, &unneeded, &mut files);
    }
    files
}

/// The files and folders that the document has no use for, by their paths in the runtime without `.rs`.
fn unneeded(cx: &Cx<'_>) -> Vec<&'static str> {
    let shapes = || cx.api.types.iter().map(|(id, def)| (id, &def.shape));
    let unions = shapes().any(|(_, shape)| matches!(shape, Shape::Union(_)));
    let enums = shapes().any(|(_, shape)| matches!(shape, Shape::Enum(_)));
    let objects = || shapes().filter(|(_, shape)| matches!(shape, Shape::Object(_)));
    let several = |operation: &Operation| matches!(operation.success, Success::Several(_));
    let is_choice = |operation: &Operation| operation.body.as_ref().is_some_and(Body::is_choice);
    let is_on_demand = |operation: &Operation| operation.stream.is_some();
    let is_paged = |operation: &Operation| operation.pagination.is_some();
    let streams = || cx.api.operations.iter().flat_map(Operation::streams);
    let is_events = |stream: &Stream| matches!(stream.framing, Framing::Events(_));
    let (events, records) = (streams().any(is_events), !streams().all(is_events));
    // A union weighs values of every kind.
    let uses = |ty: &Ty| unions || cx.facts.is_used(ty);
    let (date_time, date, base64) = (uses(&Ty::DateTime), uses(&Ty::Date), uses(&Ty::Base64));
    let tables = enums || unions || objects().next().is_some();
    let files = [
        ("operation", !cx.api.operations.is_empty()),
        ("answers", cx.api.operations.iter().any(several)),
        ("choice", cx.api.operations.iter().any(is_choice)),
        ("declared", cx.declares_headers()),
        ("paging", cx.api.operations.iter().any(is_paged)),
        ("received", cx.has_webhooks()),
        ("stream", streams().next().is_some()),
        ("streaming", cx.api.operations.iter().any(is_on_demand)),
        ("stream/event", events),
        ("stream/event_parser", events),
        ("stream/event_reading", events),
        ("stream/event_stream", events),
        ("stream/lines", events),
        ("stream/reconnect", events),
        ("stream/json_reading", records),
        ("stream/json_stream", records),
        ("stream/records", records),
        ("multipart/table", !cx.api.parts.is_empty()),
        ("multipart/weight", unions),
        ("wire/object", objects().next().is_some()),
        (
            "wire/builder",
            objects().any(|(id, _)| cx.facts.is_in_requests(id)),
        ),
        ("wire/enumeration", enums),
        ("wire/unknown", enums || unions),
        ("wire/generated", tables),
        ("wire/show", tables),
        ("wire/union", unions),
        ("wire/ranking", unions),
        ("wire/tag", shapes().any(|(id, _)| cx.facts.is_tagged(id))),
        ("wire/fits", unions),
        ("wire/flag", unions),
        ("wire/weight", unions),
        (
            "wire/evidence",
            objects().any(|(id, _)| cx.facts.is_weighed(id)),
        ),
        ("wire/date_time", date_time),
        ("wire/date", date),
        ("wire/base64", base64),
        ("wire/text", date_time || date || base64),
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
