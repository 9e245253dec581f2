//! Strings, numbers and booleans.

use openapiv3::AnySchema;

use crate::diagnostic::Code;
use crate::ir::{IntegerWidth, Ty};
use crate::lower::Lowering;
use crate::place::Place;

/// Formats of strings that stay strings: a format never fails a decode.
const TEXTS: [&str; 42] = [
    "base64url",
    "char",
    "color",
    "commonmark",
    "date-time-local",
    "date-time-rfc1123",
    "decimal",
    "decimal128",
    "duration",
    "email",
    "google-duration",
    "google-fieldmask",
    "guid",
    "hostname",
    "html",
    "http-date",
    "idn-email",
    "idn-hostname",
    "ip",
    "ipv4",
    "ipv6",
    "iri",
    "iri-reference",
    "json",
    "json-pointer",
    "markdown",
    "media-range",
    "password",
    "regex",
    "relative-json-pointer",
    "sf-binary",
    "sf-string",
    "sf-token",
    "string",
    "time",
    "time-local",
    "ulid",
    "uri",
    "uri-reference",
    "uri-template",
    "url",
    "uuid",
];

/// Formats of strings that are types of their own.
const TYPED: [&str; 5] = ["binary", "byte", "date", "date-time", "google-datetime"];

/// Formats of integers.
const INTEGERS: [&str; 14] = [
    "double-int",
    "int",
    "int16",
    "int32",
    "int64",
    "int8",
    "timestamp",
    "uint",
    "uint16",
    "uint32",
    "uint64",
    "uint8",
    "unix-time",
    "unixtime",
];

/// Formats of numbers.
const NUMBERS: [&str; 4] = ["decimal", "decimal128", "double", "float"];

/// Whether values of a type have a format, as far as we know.
pub(super) fn is_format_of(name: &str, format: &str) -> bool {
    match name {
        // What is too wide for the numbers of some languages comes as text.
        "string" => {
            let known = [&TEXTS[..], &TYPED, &INTEGERS];
            known.iter().any(|known| known.contains(&format))
        }
        "integer" => INTEGERS.contains(&format),
        "number" => NUMBERS.contains(&format) || INTEGERS.contains(&format),
        _ => false,
    }
}

/// The type that a format is about where a schema states none. What may be a text or a number is a text, which loses no digit.
pub(super) fn type_of(format: &str) -> Option<&'static str> {
    if TEXTS.contains(&format) || TYPED.contains(&format) {
        Some("string")
    } else if INTEGERS.contains(&format) {
        Some("integer")
    } else {
        NUMBERS.contains(&format).then_some("number")
    }
}

impl Lowering<'_> {
    pub(super) fn scalar(&mut self, name: &str, keywords: &AnySchema, place: &Place) -> Ty {
        let format = keywords.format.as_deref();
        if ["string", "integer", "number"].contains(&name) {
            self.check_format(format, name, place);
        }
        match name {
            "string" => string(format),
            "integer" => Ty::Integer(integer(format)),
            // The format registry of OpenAPI has `int32` and the like as formats of numbers.
            "number"
                if format
                    .is_some_and(|format| is_format_of("integer", format) && is_width(format)) =>
            {
                Ty::Integer(integer(format))
            }
            "number" => Ty::Number,
            "boolean" => Ty::Boolean,
            "null" => Ty::Null,
            // Other names were mended before.
            _ => Ty::Json,
        }
    }

    fn check_format(&mut self, format: Option<&str>, name: &str, place: &Place) {
        if let Some(format) = format.filter(|format| !is_format_of(name, format)) {
            let message =
                format!("the format `{format}` is not known; the value stays what its type says");
            self.sink
                .report(Code::UnknownFormat, &place.child("format"), message);
        }
    }
}

/// Whether a format says how wide an integer is; a time may have a fraction.
fn is_width(format: &str) -> bool {
    format.starts_with("int") || format.starts_with("uint")
}

fn string(format: Option<&str>) -> Ty {
    match format {
        // Google's tools say that it is one of RFC 3339.
        Some("date-time" | "google-datetime") => Ty::DateTime,
        Some("date") => Ty::Date,
        Some("byte") => Ty::Base64,
        Some("binary") => Ty::Bytes,
        _ => Ty::Text,
    }
}

fn integer(format: Option<&str>) -> IntegerWidth {
    match format {
        Some("int8") => IntegerWidth::I8,
        Some("int16") => IntegerWidth::I16,
        Some("int32") => IntegerWidth::I32,
        Some("uint8") => IntegerWidth::U8,
        Some("uint16") => IntegerWidth::U16,
        Some("uint32") => IntegerWidth::U32,
        Some("uint64" | "uint") => IntegerWidth::U64,
        _ => IntegerWidth::I64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_alone_says_of_what_type_values_are() {
        for (format, expected) in [
            ("google-datetime", Some("string")),
            ("uuid", Some("string")),
            ("decimal", Some("string")),
            ("uint64", Some("integer")),
            ("double-int", Some("integer")),
            ("double", Some("number")),
            ("int-or-string", None),
        ] {
            assert_eq!(type_of(format), expected, "{format}");
        }
    }

    #[test]
    fn a_format_is_one_of_the_type_that_it_implies() {
        let formats = [&TEXTS[..], &TYPED, &INTEGERS, &NUMBERS].concat();
        for format in formats {
            let is_known = type_of(format).is_some_and(|name| is_format_of(name, format));
            assert!(is_known, "{format}");
        }
    }
}
