//! Where a reference leads.

use serde_json::Value;

use super::reference::{self, Target};
use super::walk::Walk;
use crate::diagnostic::Code;
use crate::place::Place;
use crate::specification::Version;

impl Walk<'_> {
    /// The node that the reference in a node leads to; `at` is the reference. What leads nowhere is reported.
    pub(super) fn lookup(&mut self, place: &Place, at: &Place, reference: &str) -> Option<Place> {
        if let Some(target) = self.named(place, reference) {
            return Some(target);
        }
        let base = self.bundle.file_name(place.file);
        let Target { file, fragment } = match reference::parse(reference, base) {
            Ok(target) => target,
            Err(unusable) => {
                self.report_unusable(at, reference, &unusable);
                return None;
            }
        };
        let is_here = file.is_none();
        let file = match file {
            Some(name) => self.open(at, &name)?,
            None => place.file,
        };
        let target = self.locate(file, &fragment);
        let Some(found) = target.as_ref().and_then(|target| self.reach(target, 0)) else {
            self.report_dangling(at, reference, target.as_ref());
            return None;
        };
        if is_here && self.resources.has_uri_around(place) {
            let message = format!(
                "`{reference}` leads somewhere only from the file's root, though an `$id` stands around it"
            );
            self.sink.report(Code::IdIgnored, at, message);
        }
        Some(found)
    }

    /// The schema around a node that a `$recursiveRef` leads to.
    pub(super) fn recursive(&self, place: &Place) -> Option<Place> {
        let mut around = std::iter::successors(place.parent(), Place::parent);
        around.find(|place| {
            let node = self.bundle.get(place);
            node.and_then(|node| node.get("$recursiveAnchor")) == Some(&Value::Bool(true))
        })
    }

    /// The node that a reference names by a URI or an anchor.
    pub(super) fn named(&self, place: &Place, reference: &str) -> Option<Place> {
        if self.resources.is_empty() || self.bundle.version(place) != Version::V31 {
            return None;
        }
        let (uri, fragment) = reference::split(reference);
        let file = self.bundle.file_name(place.file);
        let target = self.resources.find(place, file, uri, &fragment)?;
        self.bundle.get(&target).map(|_| target)
    }

    /// The node at a place, though a `$ref` may stand on the way to it.
    pub(super) fn reach(&mut self, target: &Place, hops: usize) -> Option<Place> {
        const MOST_HOPS: usize = 32;
        if self.bundle.get(target).is_some() {
            return Some(target.clone());
        }
        let mut at = Place::root(target.file);
        for token in target.pointer.tokens() {
            if hops < MOST_HOPS
                && let Some(next) = self.redirect(&at)
            {
                at = self.reach(&next, hops + 1)?;
            }
            at = at.child(&token);
        }
        self.bundle.get(&at).map(|_| at)
    }

    /// Where the `$ref` at a place leads, if there is one.
    pub(super) fn redirect(&mut self, place: &Place) -> Option<Place> {
        let node = self.bundle.get(place)?;
        let reference = node.get("$ref")?.as_str()?;
        let base = self.bundle.file_name(place.file);
        let Target { file, fragment } = reference::parse(reference, base).ok()?;
        let file = match file {
            Some(name) => self.open(&place.child("$ref"), &name)?,
            None => place.file,
        };
        self.locate(file, &fragment)
    }
}
