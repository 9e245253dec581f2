use std::collections::BTreeMap;

use crate::runtime::wire::{evidence, wire_object, wire_union};

/// A container, with lists and maps that have to be there.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Container {
    /// Where it listens.
    pub ports: Vec<i64>,
    /// What is said of it.
    pub labels: BTreeMap<String, String>,
    /// What it is connected to, which may be null.
    pub networks: Option<Vec<String>>,
}

wire_object!(Container {
    required ports, labels;
    nullable networks;
});

evidence!(Container {
    required "ports": Vec<i64>, "labels": BTreeMap<String, String>;
    optional "networks": Option<Vec<String>>;
});

wire_union!(
    /// A container, or a part of one.
    pub enum Described {
        Ports(Vec<i64>),
        Labels(BTreeMap<String, String>),
        Container(Container),
    }
);
