//! The parts of a body.

use std::collections::BTreeMap;

use serde_json::Value;

use super::file::File;
use super::media_type;
use crate::runtime::error::Error;
use crate::runtime::input::{Input, Style};
use crate::runtime::parameter;
use crate::runtime::upload::Segment;
use crate::runtime::wire::{self, Encode, Maybe};

/// One part of a body.
#[derive(Clone, Debug)]
pub struct Part {
    pub(super) name: String,
    pub(super) file_name: Option<String>,
    pub(super) media_type: Option<String>,
    pub(super) content: Segment,
}

/// A type whose properties are the parts of a body.
pub trait Multipart {
    /// Adds a part for each property that is there.
    fn parts(&self, parts: Parts) -> Parts;
}

/// Whatever the document does not describe: a part for each member.
impl<T: Encode> Multipart for BTreeMap<String, T> {
    fn parts(&self, parts: Parts) -> Parts {
        parts.each(self, Parts::value)
    }
}

impl<T: Multipart> Multipart for Box<T> {
    fn parts(&self, parts: Parts) -> Parts {
        T::parts(self, parts)
    }
}

/// Collects parts; the first thing that goes wrong is kept.
#[derive(Debug)]
pub struct Parts(Result<Vec<Part>, Error>);

impl Parts {
    pub(super) fn new() -> Self {
        Self(Ok(Vec::new()))
    }

    pub(super) fn finish(self) -> Result<Vec<Part>, Error> {
        self.0
    }

    /// Adds a value for each member of an object.
    #[must_use]
    pub fn members<T: Encode>(self, object: &T) -> Self {
        match wire::to_value(object) {
            Ok(Value::Object(members)) => members
                .iter()
                .fold(self, |parts, (name, value)| parts.value(name, value, None)),
            Ok(_) | Err(_) => Self(Err(Error::request(
                "a body in parts is made of an object's properties",
            ))),
        }
    }

    /// Adds what the members of a map are, each in the same way.
    #[must_use]
    pub fn each<T>(
        self,
        members: &BTreeMap<String, T>,
        add: fn(Self, &str, &T, Option<&str>) -> Self,
    ) -> Self {
        let add = |parts, (name, member): (&String, _)| add(parts, name, member, None);
        members.iter().fold(self, add)
    }

    /// Adds files.
    #[must_use]
    pub fn file<T: FileParts>(self, name: &str, files: &T, media_type: Option<&str>) -> Self {
        files.add(self, name, media_type)
    }

    /// Adds a value that may be absent or null.
    #[must_use]
    pub fn maybe<T: Encode>(self, name: &str, value: &Maybe<T>, media_type: Option<&str>) -> Self {
        match value.as_option() {
            Some(value) => self.value(name, value, media_type),
            None => self,
        }
    }

    /// Adds a value: a part for each item of a list, unless it is to be JSON, and one for anything
    /// else; objects are JSON, and null leaves no trace.
    #[must_use]
    pub fn value<T: Encode>(self, name: &str, value: &T, media_type: Option<&str>) -> Self {
        let media_type = media_type.map(media_type::first);
        let is_json = media_type.is_some_and(|name| name.contains("json"));
        self.written(name, value, |value| match value {
            Value::Array(items) if !is_json => {
                let part = |item| value_part(name, item, media_type);
                items.iter().filter_map(part).collect()
            }
            value => value_part(name, value, media_type).into_iter().collect(),
        })
    }

    /// Adds a value that may be absent or null, as a query parameter of that style is written.
    #[must_use]
    pub fn maybe_styled<T: Encode>(
        self,
        name: &'static str,
        value: &Maybe<T>,
        how: (Style, bool),
    ) -> Self {
        match value.as_option() {
            Some(value) => self.styled(name, value, how),
            None => self,
        }
    }

    /// Adds a part for each pair that a query parameter of that style would be; the flag says whether
    /// each item of a list or object is written on its own.
    #[must_use]
    pub fn styled<T: Encode>(self, name: &'static str, value: &T, how: (Style, bool)) -> Self {
        let (style, explode) = how;
        let input = Input::query(name).style(style).explode(explode);
        self.written(name, value, |value| {
            let pairs = parameter::pairs(&input, value).into_iter();
            pairs.map(text_part).collect()
        })
    }

    fn written<T: Encode>(
        self,
        name: &str,
        value: &T,
        parts: impl FnOnce(&Value) -> Vec<Part>,
    ) -> Self {
        let Self(Ok(mut all)) = self else {
            return self;
        };
        Self(match wire::to_value(value) {
            Ok(value) => {
                all.extend(parts(&value));
                Ok(all)
            }
            Err(error) => {
                let what = format!("the part `{name}` cannot be written");
                Err(Error::request(what).because(error))
            }
        })
    }

    fn push(&mut self, part: Part) {
        if let Self(Ok(parts)) = self {
            parts.push(part);
        }
    }
}

impl File {
    /// What is sent of it.
    pub(super) fn segment(&self) -> Segment {
        match &self.once {
            Some(once) => Segment::Once(once.clone(), self.length),
            None => Segment::Bytes(self.bytes.clone()),
        }
    }
}

fn file_part(name: &str, file: &File, media_type: Option<&str>) -> Part {
    let usual = || media_type::of_file(file.name.as_deref(), media_type).to_owned();
    Part {
        name: name.to_owned(),
        // A part without a file name is a field to most servers (RFC 7578, section 4.2).
        file_name: Some(file.name.clone().unwrap_or_else(|| name.to_owned())),
        media_type: Some(file.media_type.clone().unwrap_or_else(usual)),
        content: file.segment(),
    }
}

fn value_part(name: &str, value: &Value, media_type: Option<&str>) -> Option<Part> {
    let (content, usual) = match value {
        Value::Null => return None,
        Value::String(text) => (text.clone(), None),
        Value::Bool(_) | Value::Number(_) => (value.to_string(), None),
        Value::Array(_) | Value::Object(_) => (value.to_string(), Some("application/json")),
    };
    Some(Part {
        name: name.to_owned(),
        file_name: None,
        media_type: media_type.or(usual).map(str::to_owned),
        content: Segment::Bytes(content.into()),
    })
}

fn text_part((name, text): (String, String)) -> Part {
    Part {
        name,
        file_name: None,
        media_type: None,
        content: Segment::Bytes(text.into()),
    }
}

/// One file, several, or none; or something else, where the document allows it in place of a file.
pub trait FileParts {
    /// Adds a part for each.
    #[must_use]
    fn add(&self, parts: Parts, name: &str, media_type: Option<&str>) -> Parts;
}

impl FileParts for File {
    fn add(&self, mut parts: Parts, name: &str, media_type: Option<&str>) -> Parts {
        parts.push(file_part(name, self, media_type));
        parts
    }
}

impl<T: FileParts> FileParts for Vec<T> {
    fn add(&self, parts: Parts, name: &str, media_type: Option<&str>) -> Parts {
        let add = |parts, files: &T| files.add(parts, name, media_type);
        self.iter().fold(parts, add)
    }
}

impl<T: FileParts> FileParts for Box<T> {
    fn add(&self, parts: Parts, name: &str, media_type: Option<&str>) -> Parts {
        T::add(self, parts, name, media_type)
    }
}

impl<T: FileParts> FileParts for Option<T> {
    fn add(&self, parts: Parts, name: &str, media_type: Option<&str>) -> Parts {
        let add = |parts, files: &T| files.add(parts, name, media_type);
        self.iter().fold(parts, add)
    }
}

impl<T: FileParts> FileParts for Maybe<T> {
    fn add(&self, parts: Parts, name: &str, media_type: Option<&str>) -> Parts {
        let add = |parts, files: &T| files.add(parts, name, media_type);
        self.as_option().into_iter().fold(parts, add)
    }
}

/// Members that are files, under names that the document does not know.
#[derive(Debug)]
pub struct FileMembers<'a, T>(pub &'a BTreeMap<String, T>);

impl<T: FileParts> Multipart for FileMembers<'_, T> {
    fn parts(&self, parts: Parts) -> Parts {
        parts.each(self.0, Parts::file)
    }
}
