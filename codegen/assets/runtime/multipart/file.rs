//! Files on their way up.

use bytes::Bytes;
use serde::de::Deserializer;
use serde::ser::{Error, Serializer};

use super::once::Once;
use crate::runtime::wire::{Decode, Encode};

/// A file, or any other data that is sent as it is.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct File {
    pub(super) bytes: Bytes,
    /// What is read in place of the bytes.
    pub(super) once: Option<Once>,
    pub(super) length: Option<u64>,
    pub(super) name: Option<String>,
    pub(super) media_type: Option<String>,
}

impl File {
    /// A file of that content, without a name.
    #[must_use]
    pub fn new(bytes: impl Into<Bytes>) -> Self {
        Self {
            bytes: bytes.into(),
            ..Self::default()
        }
    }

    /// Sets the name that the server is told. By its extension, such as `.png`, the part of a body says
    /// what the file is, where neither you nor the document say it.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets the media type of the content. Unless set, it is the one that the document gives to the part,
    /// of several the one that the extension of the name stands for, or the first; where the document
    /// gives none, what the extension stands for; and `application/octet-stream` for any other.
    #[must_use]
    pub fn media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }
}

impl From<Vec<u8>> for File {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(bytes)
    }
}

impl From<Bytes> for File {
    fn from(bytes: Bytes) -> Self {
        Self::new(bytes)
    }
}

impl From<&'static [u8]> for File {
    fn from(bytes: &'static [u8]) -> Self {
        Self::new(bytes)
    }
}

/// In JSON, where a schema is used there too, a file is its text.
impl Encode for File {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.once {
            None => self.bytes.encode(serializer),
            Some(_) => Err(S::Error::custom("a stream cannot be written as JSON")),
        }
    }
}

impl Decode for File {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Bytes::decode(deserializer).map(Self::new)
    }
}
