//! Parameters.

use super::{Deprecation, Docs, Fixed, Ty};
use crate::place::Place;

#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    pub(crate) origin: Place,
    pub(crate) wire_name: String,
    /// The name that `x-rust-name` pins.
    pub(crate) pinned: Option<String>,
    pub(crate) location: Location,
    pub(crate) style: Style,
    pub(crate) explode: bool,
    pub(crate) allow_reserved: bool,
    /// The value is written as JSON, by a `content` of that type.
    pub(crate) json: bool,
    pub(crate) ty: Ty,
    pub(crate) required: bool,
    /// Whether it takes other values than those that its type lists.
    pub(crate) is_open: bool,
    /// The one value that it has, so that nobody has to give it.
    pub(crate) fixed: Option<Fixed>,
    pub(crate) docs: Docs,
    pub(crate) deprecated: Option<Deprecation>,
}

#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) enum Location {
    Path,
    Query,
    Header,
    Cookie,
}

/// How a value is written (OpenAPI 3.0.3, "Style Values"). The runtime has the same names.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Style {
    Matrix,
    Label,
    Simple,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    /// That of a form, with nothing escaped that a cookie may have.
    Cookie,
}

impl Style {
    /// Whether there is a text for each item where the document does not say (OpenAPI 3.2.0, "Parameter Object").
    pub(crate) fn is_exploded(self) -> bool {
        match self {
            Self::Form | Self::DeepObject | Self::Cookie => true,
            Self::Matrix
            | Self::Label
            | Self::Simple
            | Self::SpaceDelimited
            | Self::PipeDelimited => false,
        }
    }
}
