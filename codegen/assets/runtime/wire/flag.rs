//! Booleans that say what their holder is.

use serde_json::Value;

use super::fits::{Fits, weigh_flag};
use super::weight::Score;

/// A property that is `true`, and tells its holder from one where it is `false`.
#[derive(Debug)]
pub enum True {}

/// A property that is `false`, and tells its holder from one where it is `true`.
#[derive(Debug)]
pub enum False {}

impl Fits for True {
    fn fits(value: &Value, _: u8) -> Score {
        weigh_flag(value, true)
    }
}

impl Fits for False {
    fn fits(value: &Value, _: u8) -> Score {
        weigh_flag(value, false)
    }
}
