//! What can be called.

use super::{
    Answer, Body, Deprecation, Docs, Header, OwnServer, Pagination, Parameter, Requirement, Stream,
    Success,
};
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
    pub(crate) server: Option<OwnServer>,
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
