//! The parts of a body.

use std::collections::BTreeMap;

use serde_json::Value;

use super::file::File;
use crate::runtime::error::Error;
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
        self.iter()
            .fold(parts, |parts, (name, value)| parts.value(name, value, None))
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

    /// Adds files.
    #[must_use]
    pub fn file<T: FileParts>(mut self, name: &str, files: &T, media_type: Option<&str>) -> Self {
        if let Ok(parts) = &mut self.0 {
            files.each(&mut |file: &File| parts.push(file_part(name, file, media_type)));
        }
        self
    }

    /// Adds a value that may be absent or null.
    #[must_use]
    pub fn maybe<T: Encode>(self, name: &str, value: &Maybe<T>, media_type: Option<&str>) -> Self {
        match value.as_option() {
            Some(value) => self.value(name, value, media_type),
            None => self,
        }
    }

    /// Adds a value: a part for each item of a list, one for anything else; objects are JSON, and null
    /// leaves no trace.
    #[must_use]
    pub fn value<T: Encode>(self, name: &str, value: &T, media_type: Option<&str>) -> Self {
        let Self(Ok(mut parts)) = self else {
            return self;
        };
        match wire::to_value(value) {
            Ok(Value::Array(items)) if media_type.is_none() => {
                parts.extend(items.iter().filter_map(|item| value_part(name, item, None)));
            }
            Ok(value) => parts.extend(value_part(name, &value, media_type)),
            Err(error) => {
                let what = format!("the part `{name}` cannot be written");
                return Self(Err(Error::request(what).because(error)));
            }
        }
        Self(Ok(parts))
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
    let usual = || media_type.unwrap_or("application/octet-stream").to_owned();
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

/// One file, several, or none.
pub trait FileParts {
    /// Hands out each file.
    fn each(&self, take: &mut dyn FnMut(&File));
}

impl FileParts for File {
    fn each(&self, take: &mut dyn FnMut(&File)) {
        take(self);
    }
}

impl<T: FileParts> FileParts for Vec<T> {
    fn each(&self, take: &mut dyn FnMut(&File)) {
        self.iter().for_each(|files| files.each(take));
    }
}

impl<T: FileParts> FileParts for Option<T> {
    fn each(&self, take: &mut dyn FnMut(&File)) {
        self.iter().for_each(|files| files.each(take));
    }
}

impl<T: FileParts> FileParts for Maybe<T> {
    fn each(&self, take: &mut dyn FnMut(&File)) {
        self.as_option()
            .into_iter()
            .for_each(|files| files.each(take));
    }
}
