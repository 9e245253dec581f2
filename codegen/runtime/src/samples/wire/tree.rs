use crate::runtime::wire::{builder, wire_object};

/// A node of a tree.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Tree {
    /// Its value.
    pub value: Option<i64>,
    /// The first node below.
    pub child: Option<Box<Tree>>,
    /// The nodes beside.
    pub siblings: Option<Vec<Tree>>,
}

wire_object!(Tree {
    optional value, child, siblings;
});

builder!(Tree {
    new();
    optional value: i64, child: Box<Tree>, siblings: Vec<Tree>;
});
