//! Which places are looked for, and where they were found.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::diagnostic::Position;
use crate::place::Pointer;

/// Pointers as a tree, so that one walk over a text meets all of them.
#[derive(Debug, Default)]
pub(super) struct Wanted<'a> {
    /// The pointers that end here, by their numbers.
    here: Vec<usize>,
    below: HashMap<Cow<'a, str>, Wanted<'a>>,
}

impl<'a> Wanted<'a> {
    pub(super) fn all(pointers: &'a [Pointer]) -> Self {
        let mut root = Self::default();
        for (number, pointer) in pointers.iter().enumerate() {
            let mut node = &mut root;
            for token in pointer.tokens() {
                node = node.below.entry(token).or_default();
            }
            node.here.push(number);
        }
        root
    }

    /// What is wanted of a member or an element, once: of two keys of one name the first is the one that is found.
    pub(super) fn take(&mut self, token: &str) -> Option<Self> {
        self.below.remove(token)
    }

    /// Whether nothing inside this node is wanted.
    pub(super) fn is_leaf(&self) -> bool {
        self.below.is_empty()
    }
}

/// Positions by the numbers of their pointers.
#[derive(Debug)]
pub(super) struct Found {
    positions: Vec<Option<Position>>,
    /// How many of the nodes themselves were not met yet.
    missing: usize,
}

impl Found {
    pub(super) fn none(count: usize) -> Self {
        Self {
            positions: vec![None; count],
            missing: count,
        }
    }

    /// A wanted node stands here; so does what is wanted inside it, until it is met itself.
    pub(super) fn note(&mut self, wanted: &Wanted<'_>, position: Position) {
        self.missing -= wanted.here.len();
        self.spread(wanted, position);
    }

    fn spread(&mut self, wanted: &Wanted<'_>, position: Position) {
        for &number in &wanted.here {
            self.positions[number] = Some(position);
        }
        for inner in wanted.below.values() {
            self.spread(inner, position);
        }
    }

    /// Whether every node was met.
    pub(super) fn is_complete(&self) -> bool {
        self.missing == 0
    }

    pub(super) fn into_positions(self) -> Vec<Option<Position>> {
        self.positions
    }
}
