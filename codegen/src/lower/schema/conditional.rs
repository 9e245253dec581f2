//! `then`, `else` and `dependentSchemas`: what a value has on some condition.
//!
//! A type is the same on every condition, so that a property that some condition adds is one that need not be there.

use std::collections::{HashMap, HashSet, VecDeque};

use super::composed;
use super::merger::Merger;
use crate::lower::node::place_of;
use crate::place::Place;

impl Merger<'_> {
    /// Adds the properties that a value has on some condition. One that is declared without a condition is what that says.
    pub(super) fn add_conditional(&mut self) -> Option<()> {
        let mut found: HashMap<String, Vec<Place>> = HashMap::new();
        let mut order = Vec::new();
        let mut seen = HashSet::new();
        let mut is_lost = false;
        let mut rest = VecDeque::from(std::mem::take(&mut self.conditional));
        while let Some(place) = rest.pop_front() {
            if !seen.insert(place.clone()) {
                continue;
            }
            let mut branch = Merger::new(self.place, self.bundle, self.sink);
            branch.add_schema(&place, 0)?;
            rest.extend(branch.conditional);
            is_lost |= branch.sum.typ.is_some_and(|ty| ty != "object");
            for (name, property) in branch.sum.properties {
                let places = found.entry(name.clone()).or_insert_with(|| {
                    order.push(name);
                    Vec::new()
                });
                places.extend(place_of(&property));
            }
        }
        if is_lost {
            let message =
                "of two lists of alternatives the first counts, where they are no objects";
            self.conflict(message.to_owned());
        }
        for name in order {
            let places = found.remove(&name).unwrap_or_default();
            let distinct = composed::distinct(places, self.bundle);
            let property = composed::any_of(&distinct);
            self.sum.properties.entry(name).or_insert(property);
        }
        Some(())
    }
}
