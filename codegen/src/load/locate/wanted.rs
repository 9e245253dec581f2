//! Which places are looked for, and where they were found.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::diagnostic::Position;
use crate::place::Pointer;

/// Which of two keys of one name is looked at.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(in crate::load) enum Repeated {
    /// The first one, which is the only one where none is known to stand twice: a walk is done as soon as it has met what it looks for.
    #[default]
    First,
    /// The last one, which counts.
    Last,
}

/// Pointers as a tree, so that one walk over a text meets all of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted<'a> {
    repeated: Repeated,
    /// The pointers that end here, by their numbers.
    here: Vec<usize>,
    below: HashMap<Cow<'a, str>, Wanted<'a>>,
}

impl<'a> Wanted<'a> {
    pub(super) fn all(pointers: &'a [Pointer], repeated: Repeated) -> Self {
        let none = || Self {
            repeated,
            ..Self::default()
        };
        let mut root = none();
        for (number, pointer) in pointers.iter().enumerate() {
            let mut node = &mut root;
            for token in pointer.tokens() {
                node = node.below.entry(token).or_insert_with(none);
            }
            node.here.push(number);
        }
        root
    }

    /// What is wanted of a member or an element: once, unless a later one of that name is the one to find.
    pub(super) fn take(&mut self, token: &str) -> Option<Self> {
        match self.repeated {
            Repeated::First => self.below.remove(token),
            Repeated::Last => self.below.get(token).cloned(),
        }
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
    /// How many of the nodes themselves were not met yet; `None` where each may be met again.
    missing: Option<usize>,
}

impl Found {
    pub(super) fn none(count: usize, repeated: Repeated) -> Self {
        Self {
            positions: vec![None; count],
            missing: (repeated == Repeated::First).then_some(count),
        }
    }

    /// A wanted node stands here; so does what is wanted inside it, until it is met itself.
    pub(super) fn note(&mut self, wanted: &Wanted<'_>, position: Position) {
        if let Some(missing) = &mut self.missing {
            *missing -= wanted.here.len();
        }
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
        self.missing == Some(0)
    }

    pub(super) fn into_positions(self) -> Vec<Option<Position>> {
        self.positions
    }
}
