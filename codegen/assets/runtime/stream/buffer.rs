//! What has arrived and is not cut yet.

use bytes::{Bytes, BytesMut};

/// Bytes as they arrive, cut at certain bytes, wherever chunks end.
#[derive(Debug, Default)]
pub(super) struct Buffer {
    /// What is not cut yet.
    pub(super) bytes: BytesMut,
    /// How many of them were searched before.
    searched: usize,
}

impl Buffer {
    pub(super) fn feed(&mut self, chunk: &[u8]) {
        self.bytes.extend_from_slice(chunk);
    }

    /// The bytes before the first one that ends them, and that one.
    pub(super) fn cut(&mut self, ends: impl Fn(u8) -> bool) -> Option<(Bytes, u8)> {
        let unsearched = &self.bytes[self.searched..];
        let Some(length) = unsearched.iter().position(|byte| ends(*byte)) else {
            self.searched = self.bytes.len();
            return None;
        };
        let before = self.bytes.split_to(self.searched + length).freeze();
        let end = self.bytes.split_to(1)[0];
        self.searched = 0;
        Some((before, end))
    }

    /// How many bytes are not cut yet.
    pub(super) fn held(&self) -> usize {
        self.bytes.len()
    }

    /// All that is left.
    pub(super) fn rest(&mut self) -> Bytes {
        self.searched = 0;
        self.bytes.split().freeze()
    }
}
