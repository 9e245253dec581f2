//! From parts to bytes.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, RandomState};

use bytes::Bytes;

use super::file::File;
use super::part::{FileMembers, FileParts, Multipart, Part, Parts};
use crate::runtime::body::BytesBody;
use crate::runtime::destination::sealed;
use crate::runtime::error::Error;
use crate::runtime::upload::{Content, Segment};

/// A body that is written as `multipart/form-data`: a part for each property.
#[derive(Clone, Copy, Debug)]
#[must_use = "an input says where a value goes; give it to `Request::with`"]
pub struct MultipartBody;

/// A body that is written as `multipart/form-data`: a file, or several, for each member of a map.
#[derive(Clone, Copy, Debug)]
#[must_use = "an input says where a value goes; give it to `Request::with`"]
pub struct MultipartFilesBody;

impl<T: Multipart> sealed::Destination<T> for MultipartBody {
    fn piece(self, value: &T) -> Result<sealed::Piece, Error> {
        let parts = value.parts(Parts::new()).finish()?;
        let boundary = boundary(&parts);
        Ok(sealed::Piece::Body {
            media_type: format!("multipart/form-data; boundary={boundary}").into(),
            content: written(parts, &boundary),
        })
    }
}

impl<T: FileParts> sealed::Destination<BTreeMap<String, T>> for MultipartFilesBody {
    fn piece(self, files: &BTreeMap<String, T>) -> Result<sealed::Piece, Error> {
        MultipartBody.piece(&FileMembers(files))
    }
}

/// As a whole body, a file is of its own media type.
impl sealed::Destination<File> for BytesBody {
    fn piece(self, file: &File) -> Result<sealed::Piece, Error> {
        let media_type = file.media_type.clone().map(Into::into);
        Ok(sealed::Piece::Body {
            media_type: media_type.unwrap_or(self.media_type.into()),
            content: match file.segment() {
                Segment::Bytes(bytes) => Content::Bytes(bytes),
                read @ Segment::Once(_, _) => Content::Segments([read].into()),
            },
        })
    }
}

/// A line that no part holds. It depends on the parts alone, so that the same call is the same bytes;
/// what is read later cannot be looked through, and chance makes up for it.
fn boundary(parts: &[Part]) -> String {
    let start = match parts.iter().all(|part| part.held().is_some()) {
        true => 0xcbf2_9ce4_8422_2325_u64,
        false => RandomState::new().hash_one(0_u8),
    };
    let bytes = parts.iter().filter_map(Part::held).flatten();
    let mut hash = bytes.fold(start, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    loop {
        let boundary = format!("part-{hash:016x}");
        let mut held = parts.iter().filter_map(Part::held);
        if !held.any(|content| holds(content, boundary.as_bytes())) {
            return boundary;
        }
        hash = hash.wrapping_add(1);
    }
}

impl Part {
    /// Its content, as far as it is in memory.
    fn held(&self) -> Option<&Bytes> {
        match &self.content {
            Segment::Bytes(bytes) => Some(bytes),
            Segment::Once(_, _) => None,
        }
    }
}

fn holds(content: &[u8], boundary: &[u8]) -> bool {
    content
        .windows(boundary.len())
        .any(|window| window == boundary)
}

/// What is in memory as one piece up to what is read.
fn written(parts: Vec<Part>, boundary: &str) -> Content {
    let mut pieces = Vec::new();
    let mut text = Vec::new();
    for part in parts {
        text.extend_from_slice(head(&part, boundary).as_bytes());
        match part.content {
            Segment::Bytes(bytes) => text.extend_from_slice(&bytes),
            read @ Segment::Once(_, _) => {
                pieces.push(Segment::Bytes(std::mem::take(&mut text).into()));
                pieces.push(read);
            }
        }
        text.extend_from_slice(b"\r\n");
    }
    text.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    if pieces.is_empty() {
        return Content::Bytes(text.into());
    }
    pieces.push(Segment::Bytes(text.into()));
    Content::Segments(pieces.into())
}

fn head(part: &Part, boundary: &str) -> String {
    let mut head = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"",
        escaped(&part.name)
    );
    if let Some(name) = &part.file_name {
        head += &format!("; filename=\"{}\"", escaped(name));
    }
    if let Some(media_type) = &part.media_type {
        let media_type: String = media_type
            .chars()
            .filter(|sign| !sign.is_control())
            .collect();
        head += &format!("\r\nContent-Type: {media_type}");
    }
    head + "\r\n\r\n"
}

/// As browsers write names (HTML, "Multipart form data").
fn escaped(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}
