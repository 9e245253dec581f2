//! A document whose schemas are called what Rust calls its own.

use core::option::Option as Maybe;

use crate::runtime::wire::{builder, wire_enum, wire_object};

/// A schema called `Option`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Option {}

wire_object!(Option {});

builder!(Option { new(); });

/// A schema called `Result`.
pub type Result = i64;

/// A schema called `Vec`.
pub type Vec = bool;

/// A schema called `Box`.
pub type Box = Option;

/// A schema called `Into`.
pub type Into = Option;

wire_enum!(
    /// A schema called `String`.
    pub enum String: str {
        /// A value called `None`.
        None = "none",
        /// A value called `Some`.
        Some = "some",
        /// A value called `Ok`.
        Ok = "ok",
    }
);

/// A schema called `Default`, which uses the others.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Default {
    /// Required.
    pub option: Option,
    /// Optional.
    pub result: Maybe<Result>,
    /// Optional.
    pub into: Maybe<Into>,
    /// Optional.
    pub string: Maybe<String>,
    /// Optional.
    pub vec: Maybe<Vec>,
    /// Optional, and called like a variable of a reader.
    pub key: Maybe<Box>,
    /// Optional, and called like another.
    pub reader: Maybe<Box>,
}

wire_object!(Default {
    required option;
    optional result, into, string, vec, key, reader;
});

builder!(Default {
    new(option: Option);
    optional result: Result, into: Into, string: String, vec: Vec, key: Box, reader: Box;
});
