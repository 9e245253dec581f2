//! Slips that are mended before anything reads the node.

use serde_json::Value;

use super::walk::Walk;
use crate::dialect::slips::{Met, Slip, slips};
use crate::place::Place;
use crate::specification::Kind;

impl Walk<'_> {
    /// Mends the node at a place, and tells of it. One that was left out for that is none that `check` has anything to say of.
    pub(super) fn mend(&mut self, place: &Place, kind: Kind) {
        let is_mended = self.told(place, kind);
        if is_mended && self.bundle.get(place).is_some_and(Value::is_null) {
            self.bundle.kinds.remove(place);
        }
    }

    /// Whether there was anything to tell.
    fn told(&mut self, place: &Place, kind: Kind) -> bool {
        let Some(node) = self.bundle.get(place) else {
            return false;
        };
        let met = Met {
            kind,
            version: self.bundle.version(place),
            place,
            node,
        };
        let slips = slips(&met);
        let is_told = !slips.is_empty();
        for slip in slips {
            let Slip {
                at,
                code,
                message,
                repairs,
                original,
            } = slip;
            let at: Vec<&str> = at.iter().map(String::as_str).collect();
            self.sink.report(code, &place.below(&at), message);
            self.bundle.documents.mend(place, repairs);
            if let Some(original) = original {
                self.bundle.documents.note_moved(place, original);
            }
        }
        is_told
    }
}
