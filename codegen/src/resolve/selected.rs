//! The walk where only some operations are selected: what nothing else needs is not read for the crate, and nothing is said of it.

use std::collections::HashSet;

use super::walk::Walk;
use super::{Listed, operations};
use crate::place::Place;
use crate::select::Selection;
use crate::specification::Kind;

/// A node that waits until it is known what is selected.
#[derive(Clone, Debug)]
pub(super) struct Held {
    /// The node that holds it.
    pub(super) holder: (Place, Kind),
    pub(super) node: (Place, Kind),
}

impl Walk<'_> {
    /// Goes on with what was held back, as far as the selection asks for it.
    pub(super) fn select(&mut self, selection: &Selection) {
        operations::list(&mut self.bundle, selection, self.sink);
        self.bundle.declared = self.bundle.schemas();
        let Some(held) = self.held.take() else {
            return;
        };
        self.bundle.is_selective = true;
        let listed = self.bundle.operations.iter().chain(&self.bundle.webhooks);
        let aside = Aside::of(listed);
        let (aside, asked): (Vec<Held>, Vec<Held>) =
            held.into_iter().partition(|held| aside.holds(held));
        self.visit_all(asked);
        if selection.include.is_empty() {
            self.visit_declared(aside);
        } else {
            self.bundle.declared.clear();
        }
    }

    /// Goes on with the schemas that somebody may build on: those that no operation needs, or one that is selected.
    fn visit_declared(&mut self, aside: Vec<Held>) {
        let asked = self.bundle.kinds.clone();
        let is_of_paths = |held: &Held| held.holder.1 != Kind::Components;
        let unselected = aside.into_iter().filter(is_of_paths);
        let (heard, dynamic) = (self.sink.mark(), self.dynamic.len());
        self.visit_all(unselected);
        self.sink.forget(heard);
        self.dynamic.truncate(dynamic);
        let reached = std::mem::replace(&mut self.bundle.kinds, asked);
        let needed = &self.bundle.kinds;
        let stays = |place: &Place| needed.contains_key(place) || !reached.contains_key(place);
        self.bundle.declared.retain(stays);
        let declared = self.bundle.declared.iter().cloned();
        self.queue
            .extend(declared.map(|place| (place, Kind::Schema)));
        self.run();
    }

    fn visit_all(&mut self, held: impl IntoIterator<Item = Held>) {
        self.queue.extend(held.into_iter().map(|held| held.node));
        self.run();
    }
}

/// What only operations that are not selected need.
struct Aside {
    operations: HashSet<Place>,
    items: HashSet<Place>,
}

impl Aside {
    fn of<'a>(listed: impl Iterator<Item = &'a Listed>) -> Self {
        let (selected, unselected): (Vec<&Listed>, Vec<&Listed>) =
            listed.partition(|listed| listed.selected);
        // Two paths may share an item.
        let only = |place: fn(&Listed) -> &Place| {
            let needed: HashSet<&Place> = selected.iter().map(|listed| place(listed)).collect();
            let places = unselected.iter().map(|listed| place(listed));
            places
                .filter(|place| !needed.contains(place))
                .cloned()
                .collect()
        };
        Self {
            operations: only(|listed| &listed.place),
            items: only(|listed| &listed.item),
        }
    }

    fn holds(&self, held: &Held) -> bool {
        let Held {
            holder: (holder, holder_kind),
            node: (place, kind),
        } = held;
        if *holder_kind == Kind::Components {
            // Components are visited by who refers to them, credentials aside: those belong to the client.
            *kind != Kind::SecurityScheme
        } else if *kind == Kind::Operation {
            self.operations.contains(place)
        } else {
            self.items.contains(holder)
        }
    }
}
