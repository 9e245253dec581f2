//! What can be called.

use super::{Deprecation, Docs, Fixed, Pagination, Requirement, Ty};
use crate::place::Place;

/// A call that the document describes.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    pub(crate) origin: Place,
    pub(crate) id: Option<String>,
    /// The name that `x-rust-name` pins.
    pub(crate) pinned: Option<String>,
    pub(crate) method: Method,
    /// The path template.
    pub(crate) path: String,
    /// The first tag, which decides where the operation stands.
    pub(crate) tag: Option<String>,
    pub(crate) docs: Docs,
    pub(crate) deprecated: Option<Deprecation>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Option<Body>,
    pub(crate) success: Success,
    /// Whether a redirect is what it is for: the document lists no other success.
    pub(crate) is_redirect: bool,
    /// The success as it arrives, where the document offers that beside one that comes as a whole.
    pub(crate) stream: Option<Stream>,
    /// How its success goes on as the first of several pages.
    pub(crate) pagination: Option<Pagination>,
    /// The headers that its successes declare, by name.
    pub(crate) headers: Vec<Header>,
    /// The answers that are not a success.
    pub(crate) errors: Vec<Answer>,
    /// What it needs, where that differs from the document's own requirement.
    pub(crate) security: Option<Vec<Requirement>>,
    /// Where it goes, where that differs from the document's own URL.
    pub(crate) server: Option<String>,
}

/// An operation that the crate goes without, since the user did not select it: what others could be mistaken for.
#[derive(Clone, Debug)]
pub(crate) struct Unselected {
    pub(crate) origin: Place,
    pub(crate) id: Option<String>,
    /// The name that `x-rust-name` pins.
    pub(crate) pinned: Option<String>,
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) tag: Option<String>,
    pub(crate) deprecated: bool,
}

/// A method of HTTP, in the order in which operations of one path are listed.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) enum Method {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
    Trace,
    /// One that RFC 9110 does not define, in its own spelling.
    Other(String),
}

impl Method {
    /// The method of that name; methods are case-sensitive (RFC 9110, section 9.1), the keys of a path item are lower case.
    pub(crate) fn new(name: &str) -> Self {
        match name {
            "get" | "GET" => Self::Get,
            "put" | "PUT" => Self::Put,
            "post" | "POST" => Self::Post,
            "delete" | "DELETE" => Self::Delete,
            "options" | "OPTIONS" => Self::Options,
            "head" | "HEAD" => Self::Head,
            "patch" | "PATCH" => Self::Patch,
            "trace" | "TRACE" => Self::Trace,
            "query" => Self::Other("QUERY".to_owned()),
            other => Self::Other(other.to_owned()),
        }
    }

    /// The method as it goes over the wire.
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
            Self::Other(name) => name,
        }
    }
}

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

/// The body of a request.
#[derive(Clone, Debug)]
pub(crate) struct Body {
    /// The form that it has unless the caller chooses another.
    pub(crate) form: Form,
    /// The others that the document offers.
    pub(crate) others: Vec<Form>,
    pub(crate) required: bool,
    pub(crate) docs: Docs,
}

/// One form of a body: its media type, and what it is in that.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    pub(crate) media: BodyMedia,
    /// The media type as a request states it.
    pub(crate) content_type: String,
    /// What that is called in a few words.
    pub(crate) words: String,
    pub(crate) ty: Ty,
    /// How properties of a form are written, where the document says.
    pub(crate) encodings: Vec<(String, Encoding)>,
}

/// How a property of a form, or a part of a body, is written (OpenAPI 3.1.0, "Encoding Object").
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Encoding {
    /// In that media type.
    MediaType(String),
    /// As a query parameter of that style, and whether each item of a list or object is written on its own.
    Style(Style, bool),
}

/// How a body is written or read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum BodyMedia {
    Json,
    /// `application/x-www-form-urlencoded`, requests only.
    Form,
    /// `multipart/form-data`, requests only.
    Multipart,
    Text,
    Bytes,
}

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
    /// JSON, a value a line.
    JsonLines,
    /// Lines of which the document says that they are text.
    TextLines,
    /// A JSON text sequence (RFC 7464).
    JsonSequence,
}

/// How the data of events is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
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

impl Operation {
    /// The streams that its answer may be.
    pub(crate) fn streams(&self) -> impl Iterator<Item = &Stream> {
        let success = match &self.success {
            Success::Stream(stream) => Some(stream),
            Success::Empty { docs: _ }
            | Success::Body {
                media: _,
                content_type: _,
                ty: _,
                docs: _,
            }
            | Success::Several(_) => None,
        };
        success.into_iter().chain(&self.stream)
    }
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

impl Body {
    /// The forms that it may have, the usual one first.
    pub(crate) fn forms(&self) -> impl Iterator<Item = &Form> {
        std::iter::once(&self.form).chain(&self.others)
    }

    /// Whether a caller chooses between several forms.
    pub(crate) fn is_choice(&self) -> bool {
        !self.others.is_empty()
    }
}
