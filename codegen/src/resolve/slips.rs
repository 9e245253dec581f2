//! References that lead nowhere, or to something else.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::Bundle;
use super::reference::Unusable;
use super::walk::Walk;
use crate::diagnostic::Code;
use crate::place::Place;
use crate::specification::Kind;

impl Walk<'_> {
    pub(super) fn report_unusable(&mut self, at: &Place, reference: &str, unusable: &Unusable) {
        let (code, message, help) = match unusable {
            Unusable::NotHttps => (
                Code::RefRemote,
                format!("`{reference}` is no document that could be fetched, which takes `https`"),
                "save the file beside the document and refer to it there",
            ),
            Unusable::Outside => (
                Code::RefOutside,
                format!("`{reference}` is not relative to the file that it stands in"),
                "write it as `folder/file.yaml`",
            ),
        };
        self.sink.report(code, at, message).help(help);
    }

    /// Reports a reference to what is not there; `target` is where it would be.
    pub(super) fn report_dangling(&mut self, at: &Place, reference: &str, target: Option<&Place>) {
        let (wanted, known) = match target {
            Some(target) => (target.pointer.last(), beside(&self.bundle, target)),
            None => {
                let anchor = reference.rsplit('#').next().map(Cow::Borrowed);
                (anchor, self.resources.anchors_near(at).collect())
            }
        };
        let message = format!("`{reference}` is not defined");
        self.sink
            .report(Code::RefDangling, at, message)
            .help_closest(&wanted.unwrap_or_default(), known);
    }

    /// Reports a reference to what is something else than belongs there.
    pub(super) fn report_other_kind(&mut self, at: &Place, reference: &str, is: Kind, asked: Kind) {
        let message = format!(
            "`{reference}` is {}, where {} belongs",
            is.name(),
            asked.name()
        );
        self.sink.report(Code::RefKind, at, message);
    }
}

/// The names of what stands where something was looked for.
fn beside<'a>(bundle: &'a Bundle, target: &Place) -> Vec<&'a str> {
    let holder = target.pointer.parent().map(|pointer| Place {
        file: target.file,
        pointer,
    });
    let members = holder
        .and_then(|holder| bundle.get(&holder))
        .and_then(Value::as_object);
    let names = members.into_iter().flat_map(Map::keys);
    names.map(String::as_str).collect()
}
