//! What is any JSON for want of a type.

use crate::ir::{Ty, Untyped};
use crate::lower::Lowering;
use crate::place::Place;

impl Lowering<'_> {
    /// Any JSON as the items or members of what stands at a place, noted for the report.
    pub(in crate::lower) fn untyped_member(&mut self, place: &Place, reason: &'static str) -> Ty {
        let place = place.clone();
        self.untyped_members.push(Untyped { place, reason });
        Ty::Json
    }

    /// Any JSON, noted for the report.
    pub(in crate::lower) fn untyped(&mut self, place: &Place, reason: &'static str) -> Ty {
        self.untyped.push(Untyped {
            place: place.clone(),
            reason,
        });
        Ty::Json
    }
}
