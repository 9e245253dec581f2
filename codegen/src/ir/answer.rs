//! What comes back from a call.

use super::{BodyMedia, Deprecation, Docs, Ty};
use crate::place::Place;

/// What a call gives when it succeeds.
#[derive(Clone, Debug)]
pub(crate) enum Success {
    /// No body.
    Empty { docs: Docs },
    Body {
        media: BodyMedia,
        content_type: String,
        ty: Ty,
        docs: Docs,
    },
    /// Item by item.
    Stream(Stream),
    /// Several that are told apart by their status.
    Several(Vec<Listed>),
}

/// An answer that arrives item by item.
#[derive(Clone, Debug)]
pub(crate) struct Stream {
    pub(crate) framing: Framing,
    pub(crate) content_type: String,
    /// The type of an item; of an event, that of its data.
    pub(crate) ty: Ty,
    pub(crate) docs: Docs,
}

/// How the items of a stream are told apart.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Framing {
    /// Server-sent events.
    Events(EventData),
    /// The same, whose names tell of which member of a union their data is; that of others is written so.
    NamedEvents(EventData),
    /// JSON, a value a line.
    JsonLines,
    /// Lines of which the document says that they are text.
    TextLines,
    /// A JSON text sequence (RFC 7464).
    JsonSequence,
}

impl Framing {
    pub(crate) fn is_of_events(self) -> bool {
        match self {
            Self::Events(_) | Self::NamedEvents(_) => true,
            Self::JsonLines | Self::TextLines | Self::JsonSequence => false,
        }
    }
}

/// How the data of events is written.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum EventData {
    Json,
    Text,
    /// JSON for some, text for others.
    Mixed,
}

/// One of several successes.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    pub(crate) status: Status,
    pub(crate) docs: Docs,
    /// How its body is read and what it is; `None` where it has none.
    pub(crate) body: Option<(BodyMedia, Ty)>,
    pub(crate) content_type: Option<String>,
}

/// A header that an answer may have.
#[derive(Clone, Debug)]
pub(crate) struct Header {
    pub(crate) origin: Place,
    pub(crate) wire_name: String,
    /// The name that `x-rust-name` pins.
    pub(crate) pinned: Option<String>,
    pub(crate) ty: Ty,
    pub(crate) docs: Docs,
    pub(crate) deprecated: Option<Deprecation>,
}

/// An answer that is not a success.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: Status,
    pub(crate) docs: Docs,
    /// The type of a JSON body.
    pub(crate) ty: Option<Ty>,
}

#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Status {
    Code(u16),
    /// `2XX` is 2.
    Range(u16),
    Default,
}

impl Header {
    /// Whether both are the same to whoever reads them.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let Self {
            origin: _,
            wire_name,
            pinned,
            ty,
            docs: _,
            deprecated,
        } = self;
        *wire_name == other.wire_name
            && *pinned == other.pinned
            && *ty == other.ty
            && *deprecated == other.deprecated
    }
}
