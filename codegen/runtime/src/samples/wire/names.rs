use crate::runtime::wire::{builder, wire_object};

/// Deprecated twins beside their successors.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
#[allow(non_snake_case, reason = "wire names kept for deprecated twins")]
pub struct Twins {
    /// First name.
    pub first_name: Option<String>,
    /// First name, as it was once spelled.
    #[deprecated(note = "use `first_name`")]
    pub firstName: Option<String>,
}

wire_object!(Twins #[allow(deprecated, non_snake_case)] {
    optional first_name, firstName;
});

builder!(Twins #[allow(deprecated, non_snake_case)] {
    new();
    optional first_name: String, #[deprecated(note = "use `first_name`")] firstName: String;
});

/// More required fields than `new` takes one by one.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Big {
    /// First.
    pub a: String,
    /// Second.
    pub b: String,
    /// Third.
    pub c: String,
    /// Fourth.
    pub d: i64,
    /// Fifth.
    pub e: bool,
    /// Named like a method of an operator trait.
    pub add: Option<String>,
    /// Named like a conversion.
    pub is_set: Option<bool>,
}

/// The required fields of [`Big`].
#[derive(Clone, Debug, PartialEq)]
pub struct BigRequired {
    /// First.
    pub a: String,
    /// Second.
    pub b: String,
    /// Third.
    pub c: String,
    /// Fourth.
    pub d: i64,
    /// Fifth.
    pub e: bool,
}

wire_object!(Big {
    required a, b, c, d, e;
    optional add, is_set = "is-set";
});

builder!(Big #[allow(clippy::should_implement_trait)] {
    new(BigRequired { a, b, c, d, e });
    optional add: String, is_set: bool;
});
