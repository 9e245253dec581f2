//! References in circles.

use std::collections::HashSet;

use super::walk::Walk;
use crate::diagnostic::Code;
use crate::place::Place;

impl Walk<'_> {
    /// A chain of references that comes back to its start has no node at its end.
    pub(super) fn cycles(&mut self) {
        let starts: Vec<Place> = {
            let mut starts: Vec<_> = self.bundle.references.keys().cloned().collect();
            starts.sort();
            starts
        };
        for start in starts {
            if self.is_on_cycle(&start) {
                self.bundle.references.remove(&start);
                let message = "this `$ref` leads back to itself";
                self.sink
                    .report(Code::RefCycle, &start.child("$ref"), message);
            }
        }
    }

    fn is_on_cycle(&self, start: &Place) -> bool {
        let mut seen = HashSet::new();
        let mut at = start;
        // A chain may run into a cycle that `start` is not on; that cycle has starts of its own.
        while let Some(next) = self
            .bundle
            .references
            .get(at)
            .filter(|next| seen.insert(*next))
        {
            at = next;
        }
        seen.contains(start)
    }
}
