//! Bodies of requests, and how any body is written or read.

use super::{Docs, Style, Ty};

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
    /// In that media type; a file in one of all that are listed, by its name.
    MediaType { first: String, listed: String },
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
