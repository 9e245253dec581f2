//! The records of a stream of JSON.

use bytes::Bytes;

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
}

impl Cut for Records {
    type Frame = Bytes;

    fn feed(&mut self, chunk: &[u8]) {
        self.buffer.feed(chunk);
    }

    fn frame(&mut self) -> Option<Bytes> {
        loop {
            let (record, _) = self.buffer.cut(|byte| byte == self.separator)?;
            if !is_blank(&record) {
                return Some(record);
            }
        }
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
