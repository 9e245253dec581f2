//! Bodies of the type `application/x-www-form-urlencoded`.

use serde_json::Value;

use super::destination::sealed;
use super::error::Error;
use super::input::{Input, Style};
use super::parameter::{self, Parts};
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
    json: &'static [&'static str],
}

impl FormBody {
    pub(super) const fn new() -> Self {
        Self {
            styles: &[],
            json: &[],
        }
    }

    /// Sets how some properties are written: their names, styles, and whether each item of a list or
    /// object is written on its own.
    pub const fn styles(mut self, styles: &'static [(&'static str, Style, bool)]) -> Self {
        self.styles = styles;
        self
    }

    /// Sets which properties are written as JSON, in one pair each.
    pub const fn json(mut self, json: &'static [&'static str]) -> Self {
        self.json = json;
        self
    }

    fn write(&self, parts: &mut Parts<'_>, name: &str, value: &Value) {
        match self.styles.iter().find(|(styled, _, _)| *styled == name) {
            Some((name, style, explode)) => {
                let input = Input::query(name).style(*style).explode(*explode);
                parameter::query(parts, &input, value);
            }
            None if self.json.contains(&name) => parameter::form_json(parts, name, value),
            None => parameter::form(parts, name, value),
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
        let mut text = String::new();
        let mut parts = Parts::new(&mut text, "", "&");
        for (name, value) in &members {
            self.write(&mut parts, name, value);
        }
        Ok(sealed::Piece::Body {
            media_type: "application/x-www-form-urlencoded".into(),
            content: Content::Bytes(text.into()),
        })
    }
}
