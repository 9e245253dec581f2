//! Bodies of the type `application/x-www-form-urlencoded`.

use serde_json::Value;

use super::destination::sealed;
use super::error::Error;
use super::input::{Input, Style};
use super::parameter;
use super::upload::Content;
use super::wire::{self, Encode};

/// A body that is written as a form: a pair for each property.
///
/// A list is a pair for each of its items, an object is JSON in one pair, unless the document gives
/// the property a style.
#[derive(Clone, Copy, Debug)]
#[must_use = "an input says where a value goes; give it to `Request::with`"]
pub struct FormBody {
    styles: &'static [(&'static str, Style, bool)],
}

impl FormBody {
    pub(super) const fn new() -> Self {
        Self { styles: &[] }
    }

    /// Sets how some properties are written: their names, styles, and whether each item of a list or
    /// object is written on its own.
    pub const fn styles(mut self, styles: &'static [(&'static str, Style, bool)]) -> Self {
        self.styles = styles;
        self
    }

    fn pairs(&self, name: &str, value: &Value) -> Result<Vec<String>, Error> {
        match self.styles.iter().find(|(styled, _, _)| *styled == name) {
            Some((name, style, explode)) => {
                let input = Input::query(name).style(*style).explode(*explode);
                parameter::query(&input, value)
            }
            None => Ok(parameter::form(name, value)),
        }
    }
}

impl<T: Encode + ?Sized> sealed::Destination<T> for FormBody {
    fn piece(self, value: &T) -> Result<sealed::Piece, Error> {
        let value = wire::to_value(value).map_err(|error| {
            Error::request("the body cannot be written as a form").because(error)
        })?;
        let Value::Object(members) = value else {
            return Err(Error::request("a form is made of an object's properties"));
        };
        let mut pairs = Vec::new();
        for (name, value) in &members {
            pairs.extend(self.pairs(name, value)?);
        }
        Ok(sealed::Piece::Body {
            media_type: "application/x-www-form-urlencoded".into(),
            content: Content::Bytes(pairs.join("&").into()),
        })
    }
}
