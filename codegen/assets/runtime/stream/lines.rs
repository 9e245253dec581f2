//! The lines of a stream of events.

use bytes::Bytes;

use super::buffer::Buffer;

/// Cuts text into lines that end in LF, CR or both (HTML, "Parsing an event stream").
#[derive(Debug, Default)]
pub(super) struct Lines {
    buffer: Buffer,
    after_cr: bool,
}

impl Lines {
    pub(super) fn feed(&mut self, chunk: &[u8]) {
        self.buffer.feed(chunk);
    }

    /// Lets go of what has no end yet.
    pub(super) fn clear(&mut self) {
        drop(self.buffer.rest());
    }

    /// How many bytes have no end yet.
    pub(super) fn held(&self) -> usize {
        self.buffer.held()
    }

    /// The next line that has its end.
    pub(super) fn line(&mut self) -> Option<Bytes> {
        loop {
            let (line, end) = self.buffer.cut(|byte| byte == b'\r' || byte == b'\n')?;
            // The LF of a CRLF ends no line of its own, and may come a chunk later than its CR.
            let is_half = self.after_cr && line.is_empty() && end == b'\n';
            self.after_cr = end == b'\r';
            if !is_half {
                return Some(line);
            }
        }
    }
}
