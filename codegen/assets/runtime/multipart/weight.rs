//! What a union needs to know of files.

use bytes::Bytes;
use serde_json::Value;

use super::file::File;
use crate::runtime::wire::{Fits, Score};

impl Fits for File {
    fn fits(value: &Value, depth: u8) -> Score {
        Bytes::fits(value, depth)
    }
}
