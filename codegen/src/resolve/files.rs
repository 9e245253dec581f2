//! The files that references lead to.

use std::io;

use serde_json::Value;

use super::reference::Fragment;
use super::walk::Walk;
use crate::diagnostic::Code;
use crate::dialect::v20;
use crate::place::{FileId, Place, Pointer};
use crate::source::{Reach, is_remote};
use crate::specification::{Kind, Version};

impl Walk<'_> {
    /// Notes the version that a file declares. One of 2.0 is rewritten at once: from there on it is one of 3.0.
    pub(super) fn enter(&mut self, file: FileId, version: Version) {
        if self.note_version(file, version) && version == Version::V20 {
            self.bring_bodies(&Place::root(file), Kind::Document);
            self.rewritten.insert(file);
            self.bundle
                .documents
                .rewrite(file, v20::document, v20::original(Kind::Document));
        }
    }

    /// Notes the version of a file, unless it is known.
    fn note_version(&mut self, file: FileId, version: Version) -> bool {
        if self.bundle.versions.contains_key(&file) {
            return false;
        }
        self.bundle.versions.insert(file, version);
        if version == Version::V31 {
            let read = self.bundle.documents.file(file);
            self.resources
                .note(file, &read.name, &read.text, &read.root);
        }
        true
    }

    /// Where a pointer leads now that its file may have been rewritten.
    fn moved(&self, file: FileId, pointer: Pointer) -> Pointer {
        if self.rewritten.contains(&file) {
            v20::moved(&pointer)
        } else {
            pointer
        }
    }

    /// A part of a document of 2.0 that stands in a file of its own is rewritten when it is first met.
    pub(super) fn rewrite_part(&mut self, place: &Place, kind: Kind) {
        let is_part =
            self.bundle.version(place) == Version::V20 && !self.rewritten.contains(&place.file);
        if !is_part {
            return;
        }
        self.bring_bodies(place, kind);
        if let Some(node) = self.bundle.get(place) {
            let node = v20::part(kind, node);
            let documents = &mut self.bundle.documents;
            documents.rewrite_part(place, node, v20::original(kind));
        }
    }

    /// The place that a fragment names in a file.
    pub(super) fn locate(&self, file: FileId, fragment: &Fragment) -> Option<Place> {
        let Place { file, pointer } = self.resources.within(&Place::root(file), fragment)?;
        let pointer = self.moved(file, pointer);
        Some(Place { file, pointer })
    }

    /// The file of that name, read if need be; `at` is the reference that asks for it.
    pub(super) fn open(&mut self, at: &Place, name: &str) -> Option<FileId> {
        self.try_open(at, name).unwrap_or_else(|error| {
            if is_missing(&error) && !is_remote(name) {
                self.report_missing(at, name);
            } else {
                let message = format!("cannot read `{name}`: {error}");
                self.sink.report(Code::Unreadable, at, message);
            }
            self.unreadable.insert(at.clone());
            None
        })
    }

    /// A file that is not there is no more than a node that is not: nothing is known of what it would say. Some write the name of a schema
    /// where a reference to it belongs.
    fn report_missing(&mut self, at: &Place, name: &str) {
        let text = self.bundle.get(at).and_then(Value::as_str);
        let text = text.unwrap_or_default();
        let component = Place::root(at.file).below(&["components", "schemas", text]);
        let holder = match self.bundle.version(at) {
            Version::V20 => "definitions",
            Version::V30 | Version::V31 => "components/schemas",
        };
        let is_component = !text.is_empty() && self.bundle.get(&component).is_some();
        let help = is_component.then(|| format!("write it as `#/{holder}/{text}`"));
        let message = format!("there is no file `{name}`");
        let reported = self.sink.report(Code::RefDangling, at, message);
        if let Some(help) = help {
            reported.help(help);
        }
    }

    /// The same, for who can do without the file; `None` where it may not be read, which was reported.
    pub(super) fn try_open(&mut self, at: &Place, name: &str) -> io::Result<Option<FileId>> {
        let is_refused = self.unreadable.contains(at)
            || (!self.bundle.documents.is_read(name) && !self.may_read(at, name));
        if is_refused {
            self.unreadable.insert(at.clone());
            return Ok(None);
        }
        let file = self.bundle.documents.read(name, self.sink)?;
        let inherited = self.bundle.version(at);
        let declared = Version::of(&self.bundle.documents.file(file).root);
        match declared {
            Ok(version) => self.enter(file, version),
            Err(_) => drop(self.note_version(file, inherited)),
        }
        Ok(Some(file))
    }

    /// Whether a file may be read. One beside the document's folder may, and nobody reads it unknowingly.
    fn may_read(&mut self, at: &Place, name: &str) -> bool {
        const ROOT: &str = "name the folder that holds all files with `--root`";
        const FETCH: &str = "save the file beside the document and refer to it there, or let it be fetched with `--allow-remote`";
        let reach = self.bundle.documents.reach(name);
        let (code, message, help) = match reach {
            Reach::Inside => return true,
            Reach::Beside => (
                Code::RefBeside,
                format!("`{name}` is read, which is outside the document's folder"),
                ROOT,
            ),
            Reach::Elsewhere => (
                Code::RefRemote,
                format!("`{name}` is on another host, and nothing is fetched"),
                FETCH,
            ),
            Reach::Outside => (
                Code::RefOutside,
                format!("`{name}` is outside the folders where files are read"),
                ROOT,
            ),
        };
        self.sink.report(code, at, message).help(help);
        reach == Reach::Beside
    }
}

fn is_missing(error: &io::Error) -> bool {
    // A file where a folder would have to be has nothing in it.
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}
