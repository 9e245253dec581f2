//! Slips that are mended before anything reads the node.

use super::walk::Walk;
use crate::dialect::slips::{Met, Slip, slips};
use crate::place::Place;
use crate::specification::Kind;

impl Walk<'_> {
    /// Mends the node at a place, and tells of it.
    pub(super) fn mend(&mut self, place: &Place, kind: Kind) {
        let Some(node) = self.bundle.get(place) else {
            return;
        };
        let met = Met {
            kind,
            version: self.bundle.version(place),
            place,
            node,
        };
        for slip in slips(&met) {
            let Slip {
                at,
                code,
                message,
                repairs,
            } = slip;
            let at: Vec<&str> = at.iter().map(String::as_str).collect();
            self.sink.report(code, &place.below(&at), message);
            self.bundle.documents.mend(place, repairs);
        }
    }
}
