//! From parts to bytes.

use bytes::Bytes;

use super::file::File;
use super::part::{Multipart, Part, Parts};
use crate::runtime::body::BytesBody;
use crate::runtime::destination::sealed;
use crate::runtime::error::Error;

/// A body that is written as `multipart/form-data`: a part for each property.
#[derive(Clone, Copy, Debug)]
#[must_use = "an input says where a value goes; give it to `Request::with`"]
pub struct MultipartBody;

impl<T: Multipart> sealed::Destination<T> for MultipartBody {
    fn piece(self, value: &T) -> Result<sealed::Piece, Error> {
        let parts = value.parts(Parts::new()).finish()?;
        let boundary = boundary(&parts);
        Ok(sealed::Piece::Body {
            media_type: format!("multipart/form-data; boundary={boundary}").into(),
            bytes: written(&parts, &boundary),
        })
    }
}

/// As a whole body, a file is of its own media type.
impl sealed::Destination<File> for BytesBody {
    fn piece(self, file: &File) -> Result<sealed::Piece, Error> {
        let media_type = file.media_type.clone().map(Into::into);
        Ok(sealed::Piece::Body {
            media_type: media_type.unwrap_or(self.media_type.into()),
            bytes: file.bytes.clone(),
        })
    }
}

/// A line that no part holds. It depends on the parts alone, so that the same call is the same bytes.
fn boundary(parts: &[Part]) -> String {
    let bytes = parts.iter().flat_map(|part| part.content.iter());
    let mut hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    loop {
        let boundary = format!("part-{hash:016x}");
        if !parts
            .iter()
            .any(|part| holds(&part.content, boundary.as_bytes()))
        {
            return boundary;
        }
        hash = hash.wrapping_add(1);
    }
}

fn holds(content: &[u8], boundary: &[u8]) -> bool {
    content
        .windows(boundary.len())
        .any(|window| window == boundary)
}

fn written(parts: &[Part], boundary: &str) -> Bytes {
    let mut body = Vec::new();
    for part in parts {
        body.extend_from_slice(head(part, boundary).as_bytes());
        body.extend_from_slice(&part.content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    body.into()
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
