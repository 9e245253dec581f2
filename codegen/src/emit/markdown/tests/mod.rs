//! What becomes of the Markdown of strangers.

mod blocks;
mod characters;
mod html;
mod links;
mod random;
mod sentences;
mod text;

use super::{begins_block, lines, sentence};

/// The lines as one text.
fn written(text: &str) -> String {
    lines(text).join("\n")
}
