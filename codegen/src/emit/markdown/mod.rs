//! Markdown by strangers, made fit for doc comments.
//!
//! What a document says is read as Markdown and written again by hand, in the small part of Markdown that rustdoc,
//! clippy and a reader of the source all take the same way. Text is escaped while it is written, so the safety of
//! the output does not hang on what the input looked like:
//!
//! * brackets never become links to items, and links go to `http`, `https` or `mailto` or are plain text;
//! * no code is Rust, so none is compiled, linted or run as a test;
//! * no heading remains, so a description cannot open a section such as `# Errors`;
//! * HTML is Markdown where it has an equal, otherwise it is text;
//! * nothing invisible remains, and nothing that turns the direction of the line.
//!
//! ```text
//! text ─clean─▶ text ─read─▶ [Block] ─write─▶ lines
//!        └──── plain, the short way for most ────┘
//! ```
//!
//! Nothing here recurses, so no depth of nesting exhausts the stack.

mod block;
mod clean;
mod entity;
mod escape;
mod fence;
mod flank;
mod html;
mod html_table;
mod inline;
mod link;
mod markup;
mod page;
mod plain;
mod read;
mod render;
mod sentence;
mod tags;
mod tidy;
mod urls;
mod write;

pub(crate) use write::begins_block;

#[cfg(test)]
mod tests;

/// The lines of a doc comment that says what `text` says.
///
/// A line has no `///`, no end of line and no blanks at its end. Empty ones stand only between others. Whoever prints
/// them puts a blank before each: a line may begin with `/` or `!`, and `////` is not a doc comment.
pub(crate) fn lines(text: &str) -> Vec<String> {
    let text = clean::source(text);
    if plain::is_plain(&text) {
        plain::lines(&text)
    } else {
        write::lines(read::blocks(&text))
    }
}

/// A name as code in a line of prose, without what cannot be seen.
pub(crate) fn code(name: &str) -> String {
    format!("`{}`", clean::word(name).replace('`', "'"))
}

/// The first sentence of `text`, as Markdown on one line that is as safe as [`lines`] are.
pub(crate) fn sentence(text: &str) -> Option<String> {
    let text = clean::source(text);
    if plain::is_plain(&text) {
        plain::sentence(&text)
    } else {
        sentence::first(read::blocks(&text))
    }
}
