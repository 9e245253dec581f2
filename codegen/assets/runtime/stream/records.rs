//! The records of a stream of JSON.

use bytes::Bytes;
use serde::de::IgnoredAny;

use super::buffer::Buffer;
use super::frames::Cut;

/// Cuts JSON into records: each before a line end, or behind the sign that RFC 7464 has for it.
#[derive(Debug)]
pub(super) struct Records {
    buffer: Buffer,
    separator: u8,
}

impl Records {
    pub(super) fn separated_by(separator: u8) -> Self {
        Self {
            buffer: Buffer::default(),
            separator,
        }
    }

    /// Whether what is there is a text of a sequence with the line end that says that it is whole, before
    /// the sign of the next one comes (RFC 7464, section 2.4).
    fn is_whole(&self) -> bool {
        let text = &self.buffer.bytes;
        let is_ended = self.separator != b'\n' && text.ends_with(b"\n");
        is_ended && serde_json::from_slice::<IgnoredAny>(text).is_ok()
    }
}

impl Cut for Records {
    type Frame = Bytes;

    fn feed(&mut self, chunk: &[u8]) {
        self.buffer.feed(chunk);
    }

    fn frame(&mut self) -> Option<Bytes> {
        while let Some((record, _)) = self.buffer.cut(|byte| byte == self.separator) {
            if !is_blank(&record) {
                return Some(record);
            }
        }
        self.is_whole().then(|| self.buffer.rest())
    }

    fn length(record: &Bytes) -> usize {
        record.len()
    }

    fn held(&self) -> usize {
        self.buffer.held()
    }

    /// A last record may do without its end.
    fn rest(&mut self) -> Option<Bytes> {
        Some(self.buffer.rest()).filter(|record| !is_blank(record))
    }
}

/// Servers send empty lines to keep a connection open.
fn is_blank(record: &[u8]) -> bool {
    record.trim_ascii().is_empty()
}
