use std::collections::BTreeMap;

use crate::runtime::wire::Maybe;
use crate::runtime::wire::{builder, wire_object};

/// Every presence that a property can have.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Preferences {
    /// Required.
    pub number: String,
    /// Required and nullable.
    pub req_null: Option<i64>,
    /// Optional.
    pub opt: Option<String>,
    /// Optional and nullable.
    pub opt_null: Maybe<i64>,
    /// Everything else.
    pub additional_properties: BTreeMap<String, i64>,
}

wire_object!(Preferences {
    required number;
    nullable req_null;
    optional opt;
    maybe opt_null = "opt-null";
    rest additional_properties;
});

builder!(Preferences {
    new(number: String, req_null: Option<i64>);
    optional opt: String;
    maybe opt_null clear_opt_null: i64;
    rest additional_properties: BTreeMap<String, i64>;
});
