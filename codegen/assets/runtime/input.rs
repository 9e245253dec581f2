//! Where a value goes in a request, and how it is written there.

use bytes::Bytes;
use serde_json::Value;

use super::error::Error;
use super::wire::{self, Encode};

/// A parameter: where it goes, under which name, and how its value is written.
#[derive(Clone, Copy, Debug)]
#[must_use = "an input says where a value goes; give it to `Request::with`"]
pub struct Input {
    pub(super) place: Place,
    pub(super) name: &'static str,
    pub(super) style: Style,
    pub(super) allow_reserved: bool,
    explode: Option<bool>,
    json: bool,
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
        Body {
            media_type: "application/json",
        }
    }

    /// Sets the style, where the document has another than the place's default.
    pub const fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// Sets whether each item of a list or object is written on its own; unless set,
    /// [`Style::Form`] does and the others do not.
    pub const fn explode(mut self, explode: bool) -> Self {
        self.explode = Some(explode);
        self
    }

    /// Leaves reserved characters in a query value as they are, all but those that would end it
    /// there: `#`, `&` and `+`.
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
        self.explode.unwrap_or(self.style == Style::Form)
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

/// The body of a request, as JSON.
#[derive(Clone, Copy, Debug)]
#[must_use = "an input says where a value goes; give it to `Request::with`"]
pub struct Body {
    media_type: &'static str,
}

impl Body {
    /// Sets the media type, where the document has another than `application/json`.
    pub const fn media_type(mut self, media_type: &'static str) -> Self {
        self.media_type = media_type;
        self
    }
}

/// Where a value may go: an [`Input`] or the [`Body`].
///
/// There are two types, not one with a switch in it, so that the compiler makes only the encoder
/// that a type needs: text for bodies, a small tree for parameters.
pub trait Destination: sealed::Destination {}

impl Destination for Input {}
impl Destination for Body {}

/// Keeps [`Destination`] to the types above.
pub(super) mod sealed {
    use super::{Body, Bytes, Encode, Error, Input, Value, wire};

    /// A value on its way into a request.
    pub enum Piece {
        Parameter(Input, Value),
        Body {
            media_type: &'static str,
            bytes: Bytes,
        },
    }

    pub trait Destination {
        fn piece<T: Encode + ?Sized>(self, value: &T) -> Result<Piece, Error>;
    }

    impl Destination for Input {
        fn piece<T: Encode + ?Sized>(self, value: &T) -> Result<Piece, Error> {
            match wire::to_value(value) {
                Ok(value) => Ok(self.carry(value)),
                Err(error) => Err(unwritable(&self.describe(), error)),
            }
        }
    }

    impl Input {
        fn carry(self, value: Value) -> Piece {
            match self.json {
                true => Piece::Parameter(self, Value::String(value.to_string())),
                false => Piece::Parameter(self, value),
            }
        }
    }

    impl Destination for Body {
        fn piece<T: Encode + ?Sized>(self, value: &T) -> Result<Piece, Error> {
            let Self { media_type } = self;
            match wire::to_vec(value) {
                Ok(text) => Ok(Piece::Body {
                    media_type,
                    bytes: text.into(),
                }),
                Err(error) => Err(unwritable("the body", error)),
            }
        }
    }

    #[cold]
    fn unwritable(what: &str, error: serde_json::Error) -> Error {
        Error::request(format!("{what} cannot be written as JSON")).because(error)
    }
}
