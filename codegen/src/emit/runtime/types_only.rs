//! The part of the runtime that types need without operations.

use super::{RUNTIME, add, insert};
use crate::emit::Cx;
use crate::files::Files;
use crate::ir::{Shape, Ty};

/// What a call needs, beside the files that are not needed anyway.
const OF_CALLS: [&str; 5] = [
    "multipart/body",
    "multipart/media_type",
    "multipart/part",
    "multipart/stream",
    "multipart/table",
];

pub(super) fn add_all(cx: &Cx<'_>, unneeded: &[&'static str], files: &mut Files) {
    let mut unneeded = unneeded.to_vec();
    unneeded.extend(OF_CALLS);
    let mut root = "//! What the types have in common.\n\n".to_owned();
    if has_files(cx) {
        root += "pub mod multipart;\n";
    }
    root += "pub mod wire;\n";
    if has_bytes(cx) {
        root += "\npub use bytes::Bytes;\n";
    } else {
        unneeded.push("wire/binary");
    }
    insert(cx, "mod.rs", &root, files);
    let folders = RUNTIME.dirs().filter(|folder| {
        let is = |name: &str| folder.path().ends_with(name);
        is("wire") || (is("multipart") && has_files(cx))
    });
    for folder in folders {
        add(cx, folder, &unneeded, files);
    }
}

/// Whether a type holds a file to be sent.
fn has_files(cx: &Cx<'_>) -> bool {
    cx.facts.is_used(&Ty::File)
}

/// Whether the types need the crate `bytes`. A union weighs values of every kind.
pub(in crate::emit) fn has_bytes(cx: &Cx<'_>) -> bool {
    let mut shapes = cx.api.types.iter().map(|(_, def)| &def.shape);
    has_files(cx)
        || cx.facts.is_used(&Ty::Bytes)
        || shapes.any(|shape| matches!(shape, Shape::Union(_)))
}
