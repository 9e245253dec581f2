//! Which characters of a value are escaped (RFC 3986, RFC 6265).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but the unreserved characters of RFC 3986, section 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// All that would end a query value, or would be read as something else in it.
const ENDING: &AsciiSet = &percent_encoding::CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// All that would end a path or a segment's value, slashes aside.
const ENDING_PATH: &AsciiSet = &ENDING
    .remove(b'&')
    .remove(b'+')
    .add(b'?')
    .add(b'[')
    .add(b']');

/// All that would end a cookie, or would be read as something else in it.
const ENDING_COOKIE: &AsciiSet = &ENDING
    .remove(b'#')
    .remove(b'&')
    .remove(b'+')
    .add(b',')
    .add(b';');

/// What no cookie may have (RFC 6265, section 4.1.1).
const NO_COOKIE: &AsciiSet = &percent_encoding::CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b',')
    .add(b';')
    .add(b'\\');

/// What a value may hold as it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Reserved {
    Nothing,
    InQuery,
    InPath,
    InCookie,
    /// All that a cookie may have.
    AllOfCookie,
}

impl Reserved {
    pub(super) fn escaped(self, text: &str) -> String {
        match self {
            Self::InQuery => unless_escaped(text, ENDING),
            Self::InPath => unless_escaped(text, ENDING_PATH),
            Self::InCookie => unless_escaped(text, ENDING_COOKIE),
            Self::AllOfCookie => utf8_percent_encode(text, NO_COOKIE).to_string(),
            Self::Nothing => escaped(text),
        }
    }
}

/// A text in which reserved characters may stand; what is escaped in it stays so (RFC 6570, section 3.2.3).
fn unless_escaped(text: &str, ending: &'static AsciiSet) -> String {
    let hex = |character: Option<char>| character.is_some_and(|sign| sign.is_ascii_hexdigit());
    let pieces = text.split('%').enumerate().map(|(index, piece)| {
        let (mut start, encoded) = (piece.chars(), utf8_percent_encode(piece, ending));
        match index {
            0 => encoded.to_string(),
            _ if hex(start.next()) && hex(start.next()) => format!("%{encoded}"),
            _ => format!("%25{encoded}"),
        }
    });
    pieces.collect()
}

/// The text of a path between parameters; what the document has escaped stays so.
pub(super) fn literal(text: &str) -> String {
    const PATH: &AsciiSet = &percent_encoding::CONTROLS
        .add(b' ')
        .add(b'"')
        .add(b'#')
        .add(b'<')
        .add(b'>')
        .add(b'?')
        .add(b'[')
        .add(b'\\')
        .add(b']')
        .add(b'^')
        .add(b'`')
        .add(b'{')
        .add(b'|')
        .add(b'}');
    utf8_percent_encode(text, PATH).to_string()
}

pub(super) fn escaped(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}
