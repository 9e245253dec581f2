//! Where in a document an error happened.
//!
//! serde's errors carry text and nothing else, whatever the format, so the place is part of the
//! text: ``at `contacts[3].tags[1]`: invalid type ..``. Each list and object on the way out
//! puts its own step in front.

use core::fmt;

use serde::{de, ser};

const OPEN: &str = "at `";
const CLOSE: &str = "`: ";

/// The place that the text of a wire error names, as in `contacts[3].tags[1]`.
///
/// It is `None` when the error is about the value as a whole.
pub fn error_path(error: &str) -> Option<&str> {
    located(error).map(|(_, path, _)| path)
}

/// One step down into a value.
pub(super) enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

#[cold]
pub(super) fn unreadable<E: de::Error>(step: Step<'_>, error: E) -> E {
    E::custom(extend(&step, &error.to_string()))
}

/// The error of an item of the list at a JSON pointer (RFC 6901), with the place of the item in front.
#[cold]
pub fn at_item<E: de::Error>(pointer: &str, index: usize, error: E) -> E {
    let error = unreadable(Step::Index(index), error);
    let keys = pointer.strip_prefix('/').map(|keys| keys.rsplit('/'));
    keys.into_iter().flatten().fold(error, |error, key| {
        let key = key.replace("~1", "/").replace("~0", "~");
        unreadable(Step::Key(&key), error)
    })
}

#[cold]
pub(super) fn unwritable<E: ser::Error>(step: Step<'_>, error: E) -> E {
    E::custom(extend(&step, &error.to_string()))
}

fn extend(step: &Step<'_>, error: &str) -> String {
    let Some((before, path, message)) = located(error) else {
        return format!("{OPEN}{step}{CLOSE}{error}");
    };
    let dot = if path.starts_with('[') { "" } else { "." };
    let message = if before.ends_with('"') {
        unquoted(message)
    } else {
        message.to_owned()
    };
    format!("{OPEN}{step}{dot}{path}{CLOSE}{message}")
}

/// Splits the text of an error into what comes before its place, the place, and the message.
///
/// Formats may put something of their own in front: YAML another spelling of the place, and CBOR,
/// whose errors display as they debug, the name of a variant and a quotation mark. A place that is
/// only quoted from the input is none.
fn located(error: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = error.split_once(OPEN)?;
    let (path, message) = rest.split_once(CLOSE)?;
    let prefix = before.strip_suffix('"').unwrap_or(before);
    let ours = (prefix.is_empty() || prefix.ends_with(": ") || prefix.ends_with(", "))
        && !prefix.contains(['"', '`']);
    ours.then_some((before, path, message))
}

/// Takes back one level of debug quotation. Escapes would otherwise double at each step out.
fn unquoted(message: &str) -> String {
    let inner = message.rsplit_once('"').map_or(message, |(inner, _)| inner);
    inner.replace("\\\"", "\"").replace("\\\\", "\\")
}

impl fmt::Display for Step<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Index(index) => write!(formatter, "[{index}]"),
            Self::Key(key) if is_plain(key) => formatter.write_str(key),
            // A backtick would end the path early.
            Self::Key(key) => write!(formatter, "[{:?}]", key.replace('`', "'")),
        }
    }
}

fn is_plain(key: &str) -> bool {
    !key.is_empty()
        && key
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '$' | '@'))
}
