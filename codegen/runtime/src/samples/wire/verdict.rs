//! A union whose members a boolean alone tells apart.

use crate::runtime::wire::{False, True, evidence, wire_object, wire_union};

wire_union!(
    /// Two that a boolean tells apart.
    pub enum Verdict {
        Granted(Granted),
        Refused(Refused),
    }
);

/// A pet may come along.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Granted {
    /// `true`.
    pub ok: bool,
    /// Why.
    pub note: Option<String>,
}

wire_object!(Granted { required ok; optional note; });

evidence!(Granted { required "ok": True; optional "note": String; });

/// A pet may not come along.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Refused {
    /// `false`.
    pub ok: bool,
    /// Why.
    pub note: Option<String>,
}

wire_object!(Refused { required ok; optional note; });

evidence!(Refused { required "ok": False; optional "note": String; });
