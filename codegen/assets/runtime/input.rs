//! Where a value goes in a request, and how it is written there.

use super::body::{Body, BytesBody, TextBody};
use super::form::FormBody;

/// A parameter: where it goes, under which name, and how its value is written.
#[derive(Clone, Copy, Debug)]
#[must_use = "an input says where a value goes; give it to `Request::with`"]
pub struct Input {
    pub(super) place: Place,
    pub(super) name: &'static str,
    pub(super) style: Style,
    pub(super) allow_reserved: bool,
    explode: Option<bool>,
    pub(super) json: bool,
}

/// The part of a request that a parameter belongs to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Place {
    Path,
    Query,
    Header,
    Cookie,
}

/// How lists and objects are written as parameters: the styles of OpenAPI.
///
/// A style that OpenAPI does not have at the parameter's place counts as the default of that place.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Style {
    /// `a,b`: the default in paths and headers.
    Simple,
    /// `.a,b`, in paths.
    Label,
    /// `;name=a,b`, in paths.
    Matrix,
    /// `name=a&name=b`: the default in queries and cookies.
    Form,
    /// `name=a b`, in queries.
    SpaceDelimited,
    /// `name=a|b`, in queries.
    PipeDelimited,
    /// `name[key]=a`, for objects in queries.
    DeepObject,
    /// `name=a; name=b` with nothing escaped that a cookie may have, in cookies.
    Cookie,
}

impl Input {
    /// A path parameter.
    pub const fn path(name: &'static str) -> Self {
        Self::new(Place::Path, name, Style::Simple)
    }

    /// A query parameter.
    pub const fn query(name: &'static str) -> Self {
        Self::new(Place::Query, name, Style::Form)
    }

    /// A header.
    pub const fn header(name: &'static str) -> Self {
        Self::new(Place::Header, name, Style::Simple)
    }

    /// A cookie.
    pub const fn cookie(name: &'static str) -> Self {
        Self::new(Place::Cookie, name, Style::Form)
    }

    /// The body, as JSON.
    pub const fn json() -> Body {
        Body::new("application/json")
    }

    /// The body, as a form.
    pub const fn form() -> FormBody {
        FormBody::new()
    }

    /// The body, as parts.
    pub const fn multipart() -> super::multipart::MultipartBody {
        super::multipart::MultipartBody
    }

    /// The body, as parts of which each is a file.
    pub const fn multipart_files() -> super::multipart::MultipartFilesBody {
        super::multipart::MultipartFilesBody
    }

    /// The body, as text.
    pub const fn text() -> TextBody {
        TextBody::new("text/plain; charset=utf-8")
    }

    /// The body, as the bytes that it is.
    pub const fn bytes() -> BytesBody {
        BytesBody::new("application/octet-stream")
    }

    /// Sets the style, where the document has another than the place's default.
    pub const fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// Sets whether each item of a list or object is written on its own; unless set,
    /// [`Style::Form`] and [`Style::Cookie`] do and the others do not.
    pub const fn explode(mut self, explode: bool) -> Self {
        self.explode = Some(explode);
        self
    }

    /// Leaves reserved characters in the value of a query, a path or a cookie as they are, all but
    /// those that would end it there: `#`, `&` and `+` in a query, `#` and `?` in a path, `,` and `;`
    /// in a cookie.
    pub const fn allow_reserved(mut self) -> Self {
        self.allow_reserved = true;
        self
    }

    /// Writes the value as JSON, where the document gives the parameter a `content` in place of a
    /// schema.
    pub const fn as_json(mut self) -> Self {
        self.json = true;
        self
    }

    pub(super) fn exploded(&self) -> bool {
        let by_style = || matches!(self.style, Style::Form | Style::Cookie);
        self.explode.unwrap_or_else(by_style)
    }

    /// The parameter as an error names it.
    pub(super) fn describe(&self) -> String {
        let place = match self.place {
            Place::Path => "path parameter",
            Place::Query => "query parameter",
            Place::Header => "header",
            Place::Cookie => "cookie",
        };
        format!("{place} `{}`", self.name)
    }

    /// Whether both name the same parameter.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        (self.place, self.name) == (other.place, other.name)
    }

    const fn new(place: Place, name: &'static str, style: Style) -> Self {
        Self {
            place,
            name,
            style,
            allow_reserved: false,
            explode: None,
            json: false,
        }
    }
}
