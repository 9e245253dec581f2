//! Percent-encoding.

use std::borrow::Cow;

use percent_encoding::{
    AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode,
};

/// All but the unreserved characters of RFC 3986.
const VALUE: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// All but the unreserved characters and those reserved ones that do not end a query value; `+`
/// does not either, but is read as a space.
const RESERVED: &AsciiSet = &VALUE
    .remove(b':')
    .remove(b'/')
    .remove(b'?')
    .remove(b'[')
    .remove(b']')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// What may not stand in a path at all; the document's own text is otherwise taken as it is, `%`
/// included.
const LITERAL: &AsciiSet = &VALUE
    .remove(b'%')
    .remove(b':')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// What may not stand in a path that a value may go on.
const SEGMENTS: &AsciiSet = &LITERAL.remove(b'/').add(b'%');

/// What may not stand in the query of a path.
const QUERY: &AsciiSet = &LITERAL.remove(b'/').remove(b'?');

/// What no cookie may have (RFC 6265, section 4.1.1).
const COOKIE: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b',').add(b';').add(b'\\');

/// All but the unreserved characters and those reserved ones that a cookie may have.
const RESERVED_IN_COOKIE: &AsciiSet = &RESERVED
    .remove(b'#')
    .remove(b'&')
    .remove(b'+')
    .add(b',')
    .add(b';');

/// Escapes the value of a cookie, which servers take as it comes.
pub(in crate::runtime) fn cookie(text: &str) -> Cow<'_, str> {
    utf8_percent_encode(text, COOKIE).into()
}

/// Escapes a value, or a name.
pub(in crate::runtime) fn value(text: &str) -> Cow<'_, str> {
    utf8_percent_encode(text, VALUE).into()
}

/// Writes a name and its value, both escaped.
pub(in crate::runtime) fn pair(text: &mut String, name: &str, value: &str) {
    *text += &self::value(name);
    text.push('=');
    *text += &self::value(value);
}

/// What was there before it was escaped.
pub(in crate::runtime) fn undone(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Whether a segment of a path is one of those that name another: `.` and `..`, escaped or not (RFC 3986,
/// section 5.2.4).
pub(super) fn is_dots(segment: &str) -> bool {
    let names = |other: &[u8]| percent_decode_str(segment).eq(other.iter().copied());
    names(b".") || names(b"..")
}

/// Escapes a query value that may hold reserved characters, and what is escaped already (RFC 6570,
/// section 3.2.3).
pub(super) fn reserved(text: &str) -> Cow<'_, str> {
    unless_escaped(text, RESERVED)
}

/// The same in a cookie.
pub(super) fn reserved_in_cookie(text: &str) -> Cow<'_, str> {
    unless_escaped(text, RESERVED_IN_COOKIE)
}

/// Escapes a value in a path that may hold reserved characters, slashes among them.
pub(super) fn segments(text: &str) -> Cow<'_, str> {
    unless_escaped(text, SEGMENTS)
}

fn unless_escaped<'a>(text: &'a str, set: &'static AsciiSet) -> Cow<'a, str> {
    let mut pieces = text.split('%');
    let first = pieces.next().unwrap_or_default();
    let mut escaped: Cow<'_, str> = utf8_percent_encode(first, set).into();
    for piece in pieces {
        *escaped.to_mut() += if is_escape(piece) { "%" } else { "%25" };
        escaped.to_mut().extend(utf8_percent_encode(piece, set));
    }
    escaped
}

/// Whether a text behind a `%` is that of an escape.
fn is_escape(text: &str) -> bool {
    let digits = text.as_bytes().first_chunk::<2>();
    digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

/// Escapes the text between the parameters of a query that a path has.
pub(super) fn query(text: &str) -> Cow<'_, str> {
    utf8_percent_encode(text, QUERY).into()
}

/// Escapes the text between the parameters of a path.
pub(super) fn literal(text: &str) -> Cow<'_, str> {
    utf8_percent_encode(text, LITERAL).into()
}
