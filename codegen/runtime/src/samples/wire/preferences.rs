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
    /// A number, taken as it is.
    pub count: Option<u64>,
    /// A number that may be null, taken as it is.
    pub width: Maybe<u8>,
    /// Everything else.
    pub additional_properties: BTreeMap<String, i64>,
}

wire_object!(Preferences {
    required number;
    nullable req_null;
    optional opt, count;
    maybe opt_null = "opt-null", width;
    rest additional_properties;
});

builder!(Preferences {
    new(number: String, req_null: Option<i64>);
    optional opt: String, count: u64 as is;
    maybe opt_null clear_opt_null: i64, width clear_width: u8 as is;
    rest additional_properties: BTreeMap<String, i64>;
});
